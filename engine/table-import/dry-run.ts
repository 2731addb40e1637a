// 试读: what would come of a table; nothing is written.
import type { Input, Output } from "#contract/contract";
import type { House } from "#engine/house";
import type { Job } from "#engine/job";
import type { OpenArchive } from "#engine/vault/open-archive";
import { countsOf, prepareImport } from "./prepare-import.ts";

const previewed = 5_000;

/** Reads a table and tells row by row what is certain, asked or refused. */
export async function dryRunImport(
  house: House,
  archive: OpenArchive,
  input: Input<"import.dry-run">,
  job: Job,
): Promise<Output<"import.dry-run">> {
  const prepared = await prepareImport(house, archive, input, job);
  const { reading, findings, rows, planDigest } = prepared;
  return {
    ...countsOf(prepared),
    findings: [...findings],
    sheets: reading.sheets.map(({ name, headRow, year, columns }) => ({ name, headRow, year, columns: [...columns] })),
    termsAsked: [...reading.termsAsked],
    preview: rows.slice(0, previewed).map((row) => ({
      sheet: row.sheet,
      row: row.row,
      archivalCode: row.archivalCode,
      title: row.title,
      creator: row.creator,
      documentNumber: row.documentNumber,
      documentDate: row.documentDate,
      year: row.year,
      retention: row.retention,
      pages: row.pages,
      remark: row.remark,
    })),
    planDigest,
  };
}
