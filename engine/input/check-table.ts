import { z } from "zod";
import { Refusal } from "#contract/refusal";
import { askOnce, type HelperPool } from "#engine/helper/helper-pool";
import type { RecognisedTable, TableFormat, TableQuestion } from "#engine/helper/recognised";

const recognisedTable = z.object({
  kind: z.literal("table"),
  sheets: z.array(z.object({ name: z.string(), rowCount: z.int(), columnCount: z.int() })),
  warnings: z.array(z.enum(["table-ragged", "table-formulas", "table-macro", "table-merged", "table-date-system"])),
  raggedRow: z.int().nullable(),
}) satisfies z.ZodType<RecognisedTable>;

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
    const known = recognisedTable.safeParse(await askOnce(pool, question, signal));
    if (known.success) return known.data;
  } catch (error) {
    // A reader that crashes on a table says no more than that it is damaged.
    if (error instanceof Refusal && error.code === "image-damaged")
      throw new Refusal("table-damaged", { where: "整个文件" });
    throw error;
  }
  throw new Refusal("table-damaged", { where: "整个文件" });
}
