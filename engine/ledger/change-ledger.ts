// A ledger about to be changed by somebody who has seen how it stands.
import type { Ledger, LedgerId } from "#contract/ledger";
import { Refusal } from "#contract/refusal";
import type { ReadDb } from "#db/open";
import { readLedger } from "./read-ledger.ts";

/** The ledger as it was seen. Refuses ledger-not-found, ledger-changed. */
export function ledgerForChange(
  db: ReadDb,
  { id, revision }: { readonly id: LedgerId; readonly revision: number },
): Ledger {
  const ledger = readLedger(db, id);
  if (ledger.revision !== revision) throw new Refusal("ledger-changed");
  return ledger;
}
