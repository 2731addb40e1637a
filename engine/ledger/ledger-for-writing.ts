// A ledger that takes rows, and rows of it that may be changed: what is not so is refused before anything is written.
import type { Ledger, LedgerId } from "#contract/ledger";
import type { LedgerRowId } from "#contract/ledger-row";
import { Refusal } from "#contract/refusal";
import { getRecords, type RowRecord } from "#db/ledger-row";
import type { ReadDb } from "#db/open";
import { readLedger } from "./read-ledger.ts";

/** Refuses ledger-not-found, ledger-not-open. */
export function ledgerForWriting(db: ReadDb, id: LedgerId): Ledger {
  const ledger = readLedger(db, id);
  if (ledger.state !== "open") throw new Refusal("ledger-not-open", { ledger: ledger.name });
  return ledger;
}

/** Records of rows of this ledger, in the order named. Refuses ledger-row-not-found, also for a row of another ledger. */
export function recordsOf(db: ReadDb, ledger: Ledger, ids: readonly LedgerRowId[]): RowRecord[] {
  const records = getRecords(db, ids);
  return ids.map((id) => {
    const record = records.get(id);
    if (record?.ledgerId !== ledger.id) throw new Refusal("ledger-row-not-found");
    return record;
  });
}

/** Refuses ledger-row-restricted; `row` is its place in what was asked, from 0. */
export function refuseRestricted({ isRestricted }: RowRecord, row: number): void {
  if (isRestricted) throw new Refusal("ledger-row-restricted", { row: row + 1 });
}
