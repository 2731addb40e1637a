import { Refusal } from "#contract/refusal";
import { askOnce, type HelperPool } from "#engine/helper/helper-pool";
import type { RecognisedTable, TableFormat, TableQuestion } from "#engine/helper/recognised";

/**
 * Opens a table in a table helper and describes it: sheets, rows, columns, what to know before an import.
 * Refuses: table-damaged, table-password, table-empty, table-limit, table-doctype, text-encoding (with the row), what
 * check-zip.ts refuses of an XLSX, helper-limit, task-cancelled.
 */
export async function checkTable(
  pool: HelperPool,
  bytes: Buffer,
  format: TableFormat,
  signal?: AbortSignal,
): Promise<RecognisedTable> {
  const question: TableQuestion = { task: "table", format, bytes };
  try {
    return (await askOnce(pool, question, signal)) as RecognisedTable;
  } catch (error) {
    // A reader that crashes on a table says no more than that it is damaged.
    if (error instanceof Refusal && error.code === "image-damaged") throw new Refusal("table-damaged");
    throw error;
  }
}
