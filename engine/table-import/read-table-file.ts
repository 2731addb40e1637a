// The file a clerk chose, opened as a table by a helper process of its own.
import { basename } from "node:path";
import { Refusal } from "#contract/refusal";
import { openHelperPool } from "#engine/helper/helper-pool";
import { tableFormatOf } from "#engine/input/check-loose-file";
import { printableName } from "#engine/input/check-name";
import { refuseFormat } from "#engine/input/check-source";
import { identifyFormat } from "#engine/input/identify-format";
import { readSource } from "#engine/input/read-source";
import { readTableContent, type TableContent } from "#engine/input/read-table";
import type { Job } from "#engine/job";

export type TableFile = { readonly name: string; readonly sha256: string; readonly content: TableContent };

/** Reads a table file. Refuses what readSource and readTableContent refuse, and content that is no table. */
export async function readTableFile(path: string, { signal, progress }: Job): Promise<TableFile> {
  const { bytes, sha256 } = await readSource(path, signal);
  const format = identifyFormat(bytes);
  if (format === "office-encrypted") throw new Refusal("table-password");
  if (format === "empty") throw new Refusal("table-empty");
  const misnamed = refuseFormat(format, path);
  if (misnamed.code === "format-mismatch") throw misnamed;
  const table = tableFormatOf(format, path, bytes);
  if (table === undefined) throw new Refusal("format-unsupported");
  const pool = openHelperPool({ name: "table-helper", size: 1 });
  try {
    const content = await readTableContent(pool, bytes, table, (rows) => progress("读取", rows, rows, "row"), signal);
    return { name: printableName(basename(path)), sha256, content };
  } finally {
    pool.close();
  }
}
