// 台账打印 — a ledger's period, or the rows shown, as a sheet of paper or a spreadsheet in the office's own layout (personal-data P7).
import { z } from "zod";
import { formProof } from "./form-proof.ts";
import { columnKey } from "./ledger-column.ts";
import { ledgerId, ledgerPeriod } from "./ledger.ts";
import { keepers, task } from "./procedure.ts";

/** Which rows stand on it: those of a period by 发生日期, or the rows named in the order they are shown. */
export const ledgerSheetRows = z.discriminatedUnion("by", [
  z.object({ by: z.literal("period"), period: ledgerPeriod }).readonly(),
  z.object({ by: z.literal("rows"), seqs: z.array(z.number().int()).min(1).max(50_000).readonly() }).readonly(),
]);
export type LedgerSheetRows = z.infer<typeof ledgerSheetRows>;

const asked = z.object({
  ledgerId,
  rows: ledgerSheetRows,
  /** These columns in the ledger's order; null for those whoever asks has not hidden. */
  columns: z.array(columnKey).min(1).max(60).nullable().default(null),
  /** Names, addresses and phone numbers: for the office's own use only when asked for. */
  names: z.enum(["left-out", "shown"]).default("left-out"),
  /** Sensitive columns are never put out in clear: ●●●●, or without the column. */
  masked: z.enum(["masked", "left-out"]).default("masked"),
  /** The office's own heading; blank for the name of the ledger. */
  title: z.string().trim().max(60).default(""),
});

const about = {
  bytes: z.number().int(),
  pageCount: z.number().int(),
  proof: formProof,
  /** Rows under 限制处理, which are not on it. */
  restrictedCount: z.number().int(),
};
const refusals = [
  "ledger-not-found",
  "ledger-sheet-empty",
  "ledger-sheet-columns",
  "field-refused",
  "glyph-missing",
  "row-too-tall",
  "form-paper-small",
  "conservation-broken",
  "task-cancelled",
] as const;

export const ledgerSheetProcedures = {
  /** The true PDF, sealed in the archive's own temp folder; shown as app://document/<documentId>. */
  "ledger.preview-sheet": task({
    roles: keepers,
    input: asked,
    output: z.object({
      ...about,
      documentId: z.string(),
      pageSize: z.object({ widthMm: z.number(), heightMm: z.number() }),
    }),
    refusals,
  }),
  /** Writes PDF or XLSX to a path, read back and counted; nothing stays there when the count is wrong. */
  "ledger.write-sheet": task({
    roles: keepers,
    input: asked.extend({
      output: z.enum(["pdf", "xlsx"]),
      to: z.string().min(1),
      mayReplace: z.boolean().default(false),
    }),
    output: z.object({ ...about, path: z.string(), sha256: z.string() }),
    refusals: [...refusals, "target-exists", "target-not-writable", "disk-full"],
  }),
};
