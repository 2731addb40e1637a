// 试读: what would come of a table in a ledger; nothing is written.
import type { Input, Output } from "#contract/contract";
import type { House } from "#engine/house";
import type { Job } from "#engine/job";
import type { OpenArchive } from "#engine/vault/open-archive";
import { prepareLedgerImport } from "./prepare-ledger-import.ts";

const previewed = 5_000;
const mask = "●●●●";

/** Reads a table and tells row by row what is certain, asked or refused. Sensitive values are not shown. */
export async function checkLedgerImport(
  house: House,
  archive: OpenArchive,
  input: Input<"ledger.check-import">,
  job: Job,
): Promise<Output<"ledger.check-import">> {
  const prepared = await prepareLedgerImport(house, archive, input, job);
  const { counts, sheets, wordsAsked, rows, ledger, findings, planDigest } = prepared;
  return {
    ...counts,
    findings: [...findings],
    sheets: sheets.map(({ name, headRow, columns }) => ({ name, headRow, columns })),
    wordsAsked,
    preview: rows.slice(0, previewed).map(({ sheet, row, after }) => ({
      sheet,
      row,
      cells: ledger.columns.map(({ key }) => after.cells[key] ?? (after.secrets[key] === undefined ? "" : mask)),
    })),
    planDigest,
  };
}
