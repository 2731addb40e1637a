// Whether rows of several ledgers are about one person, address or household: then nobody is told which they are but in her own request
// (personal-data P4, P5).
import type { Ledger, LedgerId } from "#contract/ledger";
import type { LedgerRowId } from "#contract/ledger-row";
import type { ResidentId } from "#contract/resident";
import { foldText } from "#db/fold-text";
import { getLedger } from "#db/ledger";
import { getRecords, type RowRecord } from "#db/ledger-row";
import type { ReadDb } from "#db/open";
import { getStandingRecord } from "#db/resident";

/** What of a row names somebody: whom it links, and names, numbers and addresses that are written. */
function marksOf(db: ReadDb, { columns }: Ledger, { cells, links }: RowRecord): string[] {
  return columns.flatMap(({ key, kind, personal }) => {
    if (personal !== "personal" || kind === "longText" || kind === "choice" || kind === "yesNo") return [];
    const linked = links[key];
    const standing = linked === undefined ? undefined : (getStandingRecord(db, linked as ResidentId)?.id ?? linked);
    const written = foldText(cells[key] ?? "");
    return [...(standing === undefined ? [] : [`id ${standing}`]), ...(written === "" ? [] : [`word ${written}`])];
  });
}

/** Whether something that names a person stands in rows of two ledgers. */
export function joinsPersons(
  db: ReadDb,
  rows: readonly { readonly rowId: LedgerRowId; readonly ledgerId: LedgerId }[],
): boolean {
  const ledgers = new Map([...new Set(rows.map(({ ledgerId }) => ledgerId))].map((id) => [id, getLedger(db, id)]));
  if (ledgers.size < 2) return false;
  const seenIn = new Map<string, LedgerId>();
  const records = getRecords(
    db,
    rows.map(({ rowId }) => rowId),
  );
  for (const record of records.values()) {
    const ledger = ledgers.get(record.ledgerId);
    for (const mark of ledger ? marksOf(db, ledger, record) : []) {
      const before = seenIn.get(mark);
      if (before !== undefined && before !== record.ledgerId) return true;
      seenIn.set(mark, record.ledgerId);
    }
  }
  return false;
}
