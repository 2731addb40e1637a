// A row that stands in a frozen item is not changed without a word why: the item says what it said, and the history says what came after.
import { sayPeriod } from "#contract/ledger-period";
import type { Ledger } from "#contract/ledger";
import { Refusal } from "#contract/refusal";
import { findFrozenRows } from "#db/frozen-row";
import type { ReadDb } from "#db/open";
import type { Desk } from "#engine/desk";
import type { RowToKeep } from "./keep-rows.ts";
import { changesBetween } from "./row-delta.ts";
import { openRow } from "./row-state.ts";

/** Whether keeping the row would change what it says. */
function differs(db: ReadDb, { archive }: Desk, { before, after }: RowToKeep): boolean {
  if (!before) return false;
  const state = openRow(db, archive, before);
  return (
    state.stands !== after.stands ||
    (["cells", "links", "secrets"] as const).some(
      (set) => Object.keys(changesBetween(state[set], after[set])).length > 0,
    )
  );
}

/**
 * Refuses ledger-frozen-reason for the first row that is frozen, would change, and has no reason. What was done after `doneAt` alone is
 * no frozen state: whoever takes back her own change of a frozen row has said why when she made it. "" for an act of now.
 */
export function refuseUnreasoned(
  db: ReadDb,
  desk: Desk,
  ledger: Ledger,
  rows: readonly RowToKeep[],
  { why, doneAt }: { readonly why: string; readonly doneAt: string },
): void {
  if (why !== "") return;
  const frozen = findFrozenRows(
    db,
    ledger.id,
    rows.flatMap(({ before }) => before?.seq ?? []),
  );
  for (const [at, row] of rows.entries()) {
    const then = row.before && frozen.get(row.before.seq);
    if (!then || doneAt > then.frozenAt || !differs(db, desk, row)) continue;
    throw new Refusal("ledger-frozen-reason", { row: at + 1, period: sayPeriod(then.period) });
  }
}
