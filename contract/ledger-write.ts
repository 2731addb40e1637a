// Rows written as the clerk types or pastes them: checked cell by cell, all of them or none.
import { z } from "zod";
import { columnKey } from "./ledger-column.ts";
import { cellValue, ledgerRow, ledgerRowId, rowCells } from "./ledger-row.ts";
import { ledgerId } from "./ledger.ts";
import { keepers, read, write } from "./procedure.ts";

/** What a cell was found to be. Those of `cellErrors` keep the rows from being written, the others are only said. */
export const cellFindingCode = z.enum([
  "required-missing",
  "text-too-long",
  "date-unreadable",
  "date-impossible",
  "date-serial",
  "date-two-digit-year",
  "date-without-year",
  "date-range",
  "date-future",
  "number-unreadable",
  "number-too-small",
  "number-too-large",
  "number-decimals",
  "number-too-long",
  "choice-unknown",
  "yes-no-unreadable",
  "digits-unreadable",
  "id-digits-lost",
  "id-check-failed",
  "id-old",
  "digits-doubtful",
  "phone-odd",
  "cell-computed",
  "column-unknown",
  "not-assessed",
  "value-masked",
  "value-refused",
  "column-refused",
  "consent-missing",
  "refused-words",
  "id-in-plain",
]);
export type CellFindingCode = z.infer<typeof cellFindingCode>;

/** Never echoes the value: `message` is one Chinese sentence about the cell. */
export const cellFinding = z
  .object({
    /** Place of the row in the list that was asked, from 0. */
    row: z.number().int(),
    column: columnKey,
    code: cellFindingCode,
    isError: z.boolean(),
    message: z.string(),
  })
  .readonly();
export type CellFinding = z.infer<typeof cellFinding>;

/**
 * A row as typed: only the cells that are meant to change, in whatever shape the clerk wrote them; "" empties one. `links` name the
 * resident, household or item picked for a cell; without one, typed words end the link. A new row has no id and revision 0.
 */
export const rowEntry = z
  .object({
    id: ledgerRowId.nullable().default(null),
    revision: z.number().int().min(0).default(0),
    cells: z.record(columnKey, cellValue).readonly().default({}),
    links: z.record(columnKey, z.string().max(64)).readonly().default({}),
  })
  .readonly();
export type RowEntry = z.infer<typeof rowEntry>;

/** enter: typed into a row; its empty cells get their defaults. edit, paste and fill never invent a value. */
export const writeKind = z.enum(["enter", "edit", "paste", "fill"]);
export type WriteKind = z.infer<typeof writeKind>;

/** What a row links has to be there, and whoever it names to have consented where the ledger rests on consent. */
export const linkRefusals = [
  "household-not-found",
  "item-not-found",
  "resident-not-found",
  "resident-restricted",
  "consent-person-missing",
  "consent-missing",
  "consent-sensitive-missing",
  "guardian-missing",
] as const;

const most = 5000;
/** A row is named once. */
const once = (rows: readonly { readonly id: string | null }[]): boolean => {
  const ids = rows.flatMap(({ id }) => id ?? []);
  return new Set(ids).size === ids.length;
};
const entries = z.array(rowEntry).min(1).max(most).refine(once, "a row twice").readonly();
const touched = z
  .array(z.object({ id: ledgerRowId, revision: z.number().int() }).readonly())
  .min(1)
  .max(most)
  .refine(once, "a row twice");
const written = z.object({ changeId: z.string(), rows: z.array(ledgerRow).readonly() });
const reason = z.string().trim().max(200);

export const ledgerWriteProcedures = {
  /** What writing these rows would find: for the preview of a paste and for a cell being typed. Writes nothing. */
  "ledger.check-rows": read({
    roles: keepers,
    input: z.object({ ledgerId, kind: writeKind.default("paste"), rows: entries }),
    output: z.object({
      /** Canonical values, row by row, without those of sensitive columns. */
      rows: z.array(rowCells).readonly(),
      findings: z.array(cellFinding).readonly(),
      /** Rows with an error. */
      badCount: z.number().int(),
    }),
    refusals: ["ledger-not-found", "ledger-row-not-found"],
  }),
  /**
   * Writes all rows or none, as one act. Where another window changed other cells of a row, both changes stand; where the same,
   * ledger-row-changed names the columns. `reason` is kept in the history (why); a row that stands in a frozen item needs one.
   */
  "ledger.write-rows": write({
    roles: keepers,
    input: z.object({ ledgerId, kind: writeKind, rows: entries, reason: reason.default("") }),
    output: written.extend({ findings: z.array(cellFinding).readonly() }),
    refusals: [
      "ledger-not-found",
      "ledger-not-open",
      "ledger-row-not-found",
      "ledger-row-changed",
      "ledger-row-removed",
      "ledger-row-restricted",
      "ledger-frozen-reason",
      "ledger-cell-refused",
      ...linkRefusals,
    ],
  }),
  /** Takes rows out, with their history, until they are put back. */
  "ledger.remove-rows": write({
    roles: keepers,
    input: z.object({ ledgerId, rows: touched, reason: reason.min(1) }),
    output: written,
    refusals: [
      "ledger-not-found",
      "ledger-not-open",
      "ledger-row-not-found",
      "ledger-row-changed",
      "ledger-row-removed",
      "ledger-row-restricted",
    ],
  }),
  "ledger.restore-rows": write({
    roles: keepers,
    input: z.object({ ledgerId, rows: touched, reason: reason.min(1) }),
    output: written,
    refusals: [
      "ledger-not-found",
      "ledger-not-open",
      "ledger-row-not-found",
      "ledger-row-changed",
      "ledger-row-not-removed",
      "ledger-row-restricted",
      ...linkRefusals,
    ],
  }),
};
