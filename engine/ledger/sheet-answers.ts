// 台账打印: the answers about sheets.
import type { Tasks } from "#engine/handler";
import { previewSheet, writeSheet } from "./write-sheet.ts";

export const ledgerSheetTasks = {
  "ledger.preview-sheet": previewSheet,
  "ledger.write-sheet": writeSheet,
} satisfies Partial<Tasks>;
