// The office's own order of its ledgers.
import type { Input, Output } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import { listLedgers, placeLedgers } from "#db/ledger";
import type { WriteDb } from "#db/open";
import type { Written } from "#engine/written";

/** Refuses ledger-not-found for one that the 全宗 does not have. */
export function reorderLedgers(
  db: WriteDb,
  { fondsId, ids }: Input<"ledger.reorder">,
): Written<Output<"ledger.reorder">> {
  const before = listLedgers(db, fondsId).map(({ id }) => id);
  const named = [...new Set(ids)];
  if (named.some((id) => !before.includes(id))) throw new Refusal("ledger-not-found");
  placeLedgers(db, [...named, ...before.filter((id) => !named.includes(id))]);
  return {
    output: listLedgers(db, fondsId),
    objectId: fondsId,
    before,
    after: named,
    undo: { name: "ledger.reorder", input: { fondsId, ids: before } },
    nouns: ["ledger"],
  };
}
