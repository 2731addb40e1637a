// A table that was taken into this ledger before: read with other columns its rows are not known again, and would stand there twice.
import type { LedgerId } from "#contract/ledger";
import type { LedgerImportFinding } from "#contract/ledger-import-finding";
import { findEarlierImport } from "#db/ledger-import";
import type { ReadDb } from "#db/open";
import { localDay } from "#engine/custody/local-day";
import type { LedgerTableReading } from "./judge-ledger-table.ts";
import { sayLedgerFinding } from "./say-ledger-finding.ts";

/** Told at the head of the table, by day and number of rows; nothing where each row of the earlier import is known again. */
export function tellImportedBefore(
  db: ReadDb,
  ledgerId: LedgerId,
  file: { readonly name: string; readonly fileDigest: string },
  { sheets }: LedgerTableReading,
  rows: readonly { readonly digest: string }[],
): LedgerImportFinding[] {
  const [sheet] = sheets;
  const digests = rows.map(({ digest }) => digest);
  const earlier = findEarlierImport(db, ledgerId, file, digests);
  if (!sheet || !earlier) return [];
  const place = { sheet: sheet.name, row: sheet.headRow, column: "" };
  const details = { day: localDay(earlier.importedAt), count: earlier.rowCount };
  return [sayLedgerFinding(place, earlier.isSameFile ? "file-imported-before" : "name-imported-before", details)];
}
