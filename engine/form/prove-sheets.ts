// The proof of a form, from what the archive says: the same before and after it was drawn (product W01).
import { createHash } from "node:crypto";
import type { FormProof } from "#contract/form-proof";
import { Refusal } from "#contract/refusal";
import { printableText } from "#engine/paper/printable-text";
import type { FormColumn, FormDefinition, FormSheet } from "./form-definition.ts";

/** The columns of a form's table; none when it has no table. */
export function columnsOf({ paper }: FormDefinition): readonly FormColumn[] {
  return paper.kind === "document" ? (paper.columns ?? []) : [];
}

/** The rows of a sheet as they are printed. */
export function printedRows(columns: readonly FormColumn[], sheet: FormSheet): string[][] {
  return sheet.rows.map((row) => columns.map((_, at) => printableText(row[at] ?? "")));
}

/** Proves rows given as printed. */
export function proveRows(
  columns: readonly FormColumn[],
  unit: string,
  rows: readonly (readonly string[])[],
): FormProof {
  const code = columns.findIndex(({ counts }) => counts === "code");
  const pages = columns.findIndex(({ counts }) => counts === "pages");
  const digest = createHash("sha256");
  let pageSum = 0;
  for (const cells of rows) {
    digest.update(`${JSON.stringify(cells)}\n`);
    if (pages >= 0) pageSum += Number(cells[pages] ?? 0) || 0;
  }
  return {
    rowCount: rows.length,
    unit,
    firstCode: rows[0]?.[code] ?? "",
    lastCode: rows.at(-1)?.[code] ?? "",
    pageSum: pages >= 0 ? pageSum : null,
    hash: digest.digest("hex").slice(0, 16).toUpperCase(),
  };
}

/** A form without a table is proved by the fields of its sheets, one row each. */
function fieldsAsRow(sheet: FormSheet): string[] {
  return Object.entries(sheet.fields)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, value]) => printableText(value));
}

/** The proof over all sheets. Refuses `form-empty`. */
export function proveSheets(form: FormDefinition, sheets: readonly FormSheet[]): FormProof {
  if (sheets.length === 0) throw new Refusal("form-empty");
  const columns = columnsOf(form);
  const rows = columns.length > 0 ? sheets.flatMap((sheet) => printedRows(columns, sheet)) : sheets.map(fieldsAsRow);
  return proveRows(columns, form.unit, rows);
}
