import type { CatalogueRow } from "#contract/catalogue";
import { printableText } from "#engine/paper/printable-text";

/** The nine cells of a row as they are printed, in the order of DA/T 22-2015 Annex B (待核对); the date as YYYYMMDD. */
export function printRow(row: CatalogueRow): string[] {
  return [
    String(row.serial),
    row.archivalCode,
    row.documentNumber,
    row.creator,
    row.title,
    row.documentDate.replaceAll("-", ""),
    row.securityLevel,
    String(row.pageCount),
    row.remark,
  ].map(printableText);
}
