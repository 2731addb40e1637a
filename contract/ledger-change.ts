// 台账改动: every act on rows with who, when, before, after and why; undone and redone by acts of their own.
import { z } from "zod";
import { columnKey } from "./ledger-column.ts";
import { ledgerRow, ledgerRowId } from "./ledger-row.ts";
import { linkRefusals } from "./ledger-write.ts";
import { ledgerId } from "./ledger.ts";
import { keepers, read, task, write } from "./procedure.ts";

export const ledgerChangeKind = z.enum([
  "enter",
  "edit",
  "paste",
  "fill",
  "import",
  "remove",
  "restore",
  "revert",
  "correct",
  "attach",
]);
export type LedgerChangeKind = z.infer<typeof ledgerChangeKind>;
export const ledgerChangeKindLabel: Record<LedgerChangeKind, string> = {
  enter: "录入",
  edit: "修改",
  paste: "粘贴",
  fill: "填充",
  import: "导入",
  remove: "移除",
  restore: "恢复",
  revert: "撤销或重做",
  correct: "更正",
  attach: "附件",
};

export const ledgerChange = z
  .object({
    id: z.string(),
    at: z.iso.datetime(),
    personName: z.string(),
    kind: ledgerChangeKind,
    rowCount: z.number().int(),
    /** The act this one reverts. */
    reverts: z.string().nullable(),
  })
  .readonly();
export type LedgerChange = z.infer<typeof ledgerChange>;

/** What one act did to one row. Values of sensitive columns are ●●●●, and "" where there was none. */
export const rowVersion = z
  .object({
    change: ledgerChange,
    /** The row's revision after the act. */
    revision: z.number().int(),
    reason: z.string(),
    /** What became of the row itself. */
    became: z.enum(["made", "changed", "removed", "restored"]),
    /** The heading as it is now; of a column that is gone its key. */
    cells: z
      .array(z.object({ column: columnKey, heading: z.string(), before: z.string(), after: z.string() }).readonly())
      .readonly(),
  })
  .readonly();
export type RowVersion = z.infer<typeof rowVersion>;

export const ledgerChangeProcedures = {
  /** Acts on a ledger, newest first; without any value. */
  "ledger.changes": read({
    roles: keepers,
    input: z.object({
      ledgerId,
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: z.object({ changes: z.array(ledgerChange).readonly(), total: z.number().int() }),
    refusals: ["ledger-not-found"],
  }),
  /** Everything that was done to one row, newest first. */
  "ledger.history": read({
    roles: keepers,
    input: z.object({ rowId: ledgerRowId }),
    output: z.object({ row: ledgerRow, versions: z.array(rowVersion).readonly() }),
    refusals: ["ledger-row-not-found"],
  }),
  /**
   * Undoes an act, or an undoing (redo): an act of its own that puts every cell back. Refuses ledger-change-stale, as a whole, when
   * one of the cells was changed since, and
   * ledger-frozen-reason for what was done before its rows were frozen, unless a reason is given. An act on many rows is reckoned in
   * turns first: stopping leaves everything as it was.
   */
  "ledger.revert": task({
    roles: keepers,
    input: z.object({ changeId: z.string().min(1).max(64), reason: z.string().trim().max(200).default("") }),
    output: z.object({ changeId: z.string(), ledgerId, rows: z.array(ledgerRow).readonly() }),
    refusals: [
      "ledger-change-not-found",
      "ledger-change-stale",
      "ledger-not-open",
      "ledger-row-restricted",
      "ledger-frozen-reason",
      "task-cancelled",
      ...linkRefusals,
    ],
  }),
  /** Puts the cells of a row back to what they were at a revision. */
  "ledger.restore-version": write({
    roles: keepers,
    input: z.object({
      rowId: ledgerRowId,
      revision: z.number().int(),
      /** The revision to go back to. */
      version: z.number().int().min(1),
      reason: z.string().trim().min(1).max(200),
    }),
    output: z.object({ changeId: z.string(), row: ledgerRow }),
    refusals: [
      "ledger-row-not-found",
      "ledger-row-changed",
      "ledger-row-removed",
      "ledger-row-restricted",
      "ledger-not-open",
      "ledger-version-not-found",
      ...linkRefusals,
    ],
  }),
};
