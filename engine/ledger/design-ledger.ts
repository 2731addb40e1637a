// The design of a ledger is written anew: words, terms, columns. Keys stay, values stay.
import type { Input } from "#contract/contract";
import { mostLateDays, type Ledger } from "#contract/ledger";
import type { LedgerDesign } from "#contract/ledger-design";
import { Refusal } from "#contract/refusal";
import { setLedger } from "#db/ledger";
import type { ReadDb, WriteDb } from "#db/open";
import type { Desk } from "#engine/desk";
import type { Written } from "#engine/written";
import { ledgerForChange } from "./change-ledger.ts";
import { isBasisSaid, refuseDesign, refusePlace } from "./check-design.ts";
import { readLedger } from "./read-ledger.ts";
import { refuseLoss } from "./refuse-loss.ts";
import { settleRows, type SettledRow } from "./settle-rows.ts";

/** What of a ledger is its design. */
export const designOf = ({
  id: _id,
  fondsId: _fonds,
  code: _code,
  state: _state,
  source: _source,
  openedAt: _openedAt,
  revision: _revision,
  ...design
}: Ledger): LedgerDesign => design;

/**
 * The ledger as it is before its design is written anew. Refuses ledger-not-found, ledger-changed, what a design may not be, ledger-column-filled, and ledger-basis-missing for an
 * open ledger that would lose its purpose or basis.
 */
export function refuseRedesign(db: ReadDb, { id, revision, design }: Input<"ledger.design">): Ledger {
  const before = ledgerForChange(db, { id, revision });
  // What a ledger has from before stays until it is lowered; it is not raised again.
  if (design.lateDays > Math.max(mostLateDays, before.lateDays))
    throw new Refusal("ledger-late-days", { days: design.lateDays, most: mostLateDays });
  refuseDesign(design);
  refusePlace(db, { ...design, fondsId: before.fondsId });
  if (before.state === "open" && !isBasisSaid(design)) throw new Refusal("ledger-basis-missing");
  refuseLoss(db, before, design.columns);
  return before;
}

/** Writes a design and settles its rows; `ahead` is what was reckoned of them beforehand. Refuses what refuseRedesign refuses. */
export function designLedger(
  db: WriteDb,
  input: Input<"ledger.design">,
  desk: Desk,
  ahead: readonly SettledRow[] = [],
): Written<Ledger> {
  const before = refuseRedesign(db, input);
  const { id, design } = input;
  setLedger(db, id, design);
  const output = readLedger(db, id);
  settleRows(db, desk, before, output, ahead);
  // The way back does not lead over the limit either.
  const lateDays = Math.min(before.lateDays, Math.max(output.lateDays, mostLateDays));
  return {
    output,
    objectId: id,
    before: designOf(before),
    after: designOf(output),
    undo: {
      name: "ledger.design",
      input: { id, revision: output.revision, design: { ...designOf(before), lateDays } },
    },
    nouns: ["ledger"],
  };
}
