// A ledger that has to be there.
import { Refusal } from "#contract/refusal";
import type { Ledger, LedgerId } from "#contract/ledger";
import { getLedger } from "#db/ledger";
import type { ReadDb } from "#db/open";

/** One ledger with its columns. Refuses ledger-not-found. */
export function readLedger(db: ReadDb, id: LedgerId): Ledger {
  const ledger = getLedger(db, id);
  if (!ledger) throw new Refusal("ledger-not-found");
  return ledger;
}
