// The proof of a form, from what the archive says: the same before and after it was drawn (product W01).
import type { FormProof } from "#contract/form-proof";
import { Refusal } from "#contract/refusal";
import { proveCells } from "#engine/paper/prove-cells";
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
  return proveCells(rows, {
    unit,
    code: columns.findIndex(({ counts }) => counts === "code"),
    pages: columns.findIndex(({ counts }) => counts === "pages"),
  });
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
  const columns = sheets[0]?.columns ?? columnsOf(form);
  // A list without a row is no list: an empty frame with a cover would look like one.
  if (columns.length > 0 && sheets.some((sheet) => sheet.rows.length === 0)) throw new Refusal("form-empty");
  const rows = columns.length > 0 ? sheets.flatMap((sheet) => printedRows(columns, sheet)) : sheets.map(fieldsAsRow);
  return proveRows(columns, form.unit, rows);
}
