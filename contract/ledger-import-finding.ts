// What a person should decide or know about a row or column of a table read into a ledger; never a value (personal-data P2, P7, P15).
import { z } from "zod";

export const ledgerImportFindingCode = z.enum([
  // the row cannot be taken in
  "state-secret",
  "row-too-wide",
  "text-too-long",
  "occurred-missing",
  "consent-missing",
  "not-assessed",
  "value-refused",
  "column-refused",
  // the cell stays blank until the clerk says what belongs there
  "id-digits-lost",
  "id-check-failed",
  "digits-unreadable",
  "date-impossible",
  "date-ambiguous",
  "date-serial",
  "date-two-digit-year",
  "date-without-year",
  "date-range",
  "date-future",
  "date-unreadable",
  "number-unreadable",
  "number-too-small",
  "number-too-large",
  "number-decimals",
  "number-too-long",
  "choice-unknown",
  "yes-no-unreadable",
  "value-masked",
  "required-missing",
  // kept as it stands; to be looked at
  "digits-doubtful",
  "duplicate-row",
  "person-same-number",
  "person-same-name",
  "refused-words",
  "id-in-plain",
  "file-imported-before",
  "name-imported-before",
  // kept as it stands; to be known
  "phone-odd",
  "id-old",
  "apostrophe-kept",
  "date-partial",
  "date-1904",
  "formula-text",
  "formula-cell",
  "hidden-characters",
  "line-break",
  "merged-cell",
  "merged-amount",
  "row-too-narrow",
  "rare-characters",
  // whole columns and sheets
  "field-refused",
  "column-missing",
  "column-not-imported",
  "column-twice",
  "column-too-far",
  "sheet-not-imported",
]);
export type LedgerImportFindingCode = z.infer<typeof ledgerImportFindingCode>;

const refusing: ReadonlySet<LedgerImportFindingCode> = new Set([
  "state-secret",
  "row-too-wide",
  "text-too-long",
  "occurred-missing",
  "consent-missing",
  "not-assessed",
  "value-refused",
  "column-refused",
  "field-refused",
]);
const firstNote = ledgerImportFindingCode.options.indexOf("phone-odd");
const asksAll: ReadonlySet<LedgerImportFindingCode> = new Set(["column-missing", "sheet-not-imported"]);

/** `refused` stays out, `question` is taken in with the cell left open or asks for a look, `note` is taken in as it stands. */
export function weighLedgerFinding(code: LedgerImportFindingCode): "refused" | "question" | "note" {
  if (refusing.has(code)) return "refused";
  return asksAll.has(code) || ledgerImportFindingCode.options.indexOf(code) < firstNote ? "question" : "note";
}

export const ledgerImportFinding = z
  .object({
    sheet: z.string(),
    /** Row as the spreadsheet program counts it, or the line of a CSV. */
    row: z.number().int(),
    /** Letter of the column; blank when the whole row is meant. */
    column: z.string(),
    code: ledgerImportFindingCode,
    message: z.string(),
  })
  .readonly();
export type LedgerImportFinding = z.infer<typeof ledgerImportFinding>;
