// What a person should decide or know about a row or column of a table; never the value of a refused column (P2, P15).
import { z } from "zod";

export const tableFindingCode = z.enum([
  // the row cannot be taken in
  "title-missing",
  "state-secret",
  "row-too-wide",
  "text-too-long",
  "register-date-missing",
  "correspondent-missing",
  "year-closed",
  // the clerk's word is wanted; the field stays blank until then
  "date-impossible",
  "date-ambiguous",
  "date-two-digit-year",
  "date-range",
  "date-serial",
  "date-unreadable",
  "date-missing",
  "date-future",
  "term-old",
  "term-unknown",
  "pages-not-a-number",
  "year-missing",
  "year-unreadable",
  "year-mismatch",
  "matter-unknown",
  "security-unknown",
  "duplicate-row",
  "duplicate-code",
  "code-in-archive",
  "same-document-number",
  // read as it stands; to be known
  "date-partial",
  "date-1904",
  "term-without-unit",
  "formula-text",
  "formula-cell",
  "hidden-characters",
  "line-break",
  "number-cut",
  "box-number-kept",
  "merged-cell",
  "row-too-narrow",
  "personal-words",
  // whole columns and sheets
  "field-refused",
  "column-not-imported",
  "column-twice",
  "column-too-far",
  "sheet-not-imported",
]);
export type TableFindingCode = z.infer<typeof tableFindingCode>;

/** `refused` stays out, `question` is taken in with the field left open, `note` is taken in as it stands. */
export const findingWeight = z.enum(["refused", "question", "note"]);
export type FindingWeight = z.infer<typeof findingWeight>;

const refusing: readonly TableFindingCode[] = [
  "title-missing",
  "state-secret",
  "row-too-wide",
  "text-too-long",
  "register-date-missing",
  "correspondent-missing",
  "year-closed",
  "field-refused",
];
const firstNote = tableFindingCode.options.indexOf("date-partial");

/** How much a finding weighs. */
export function weighFinding(code: TableFindingCode): FindingWeight {
  if (refusing.includes(code)) return "refused";
  return tableFindingCode.options.indexOf(code) < firstNote ? "question" : "note";
}

export const tableFinding = z
  .object({
    sheet: z.string(),
    /** Row as the spreadsheet program counts it, or the line of a CSV. */
    row: z.number().int(),
    /** Letter of the column; blank when the whole row is meant. */
    column: z.string(),
    code: tableFindingCode,
    message: z.string(),
  })
  .readonly();
export type TableFinding = z.infer<typeof tableFinding>;
