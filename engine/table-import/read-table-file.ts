// The file a clerk chose, opened as a table by a helper process of its own.
import { basename } from "node:path";
import { Refusal } from "#contract/refusal";
import { openHelperPool, type HelperPool } from "#engine/helper/helper-pool";
import type { House } from "#engine/house";
import { tableFormatOf } from "#engine/input/check-loose-file";
import { printableName } from "#engine/input/check-name";
import { refuseFormat } from "#engine/input/check-source";
import { identifyFormat } from "#engine/input/identify-format";
import { readSource } from "#engine/input/read-source";
import { readTableContent, type TableContent } from "#engine/input/read-table";
import type { Job } from "#engine/job";

export type TableFile = { readonly name: string; readonly sha256: string; readonly content: TableContent };
/** A file that is a table by its bytes; `read` opens these very bytes in the helper. */
export type OpenedTable = Omit<TableFile, "content"> & { readonly read: () => Promise<TableContent> };

const pools = new WeakMap<House, HelperPool>();

/** A table is read several times while its columns are set right: the helper waits a minute for the next time. */
function poolOf(house: House): HelperPool {
  const pool = pools.get(house) ?? openHelperPool({ name: "table-helper", size: 1 });
  pools.set(house, pool);
  return pool;
}

/** Takes a file in and looks what it is. Refuses what readSource refuses, and content that is no table. */
export async function openTableFile(house: House, path: string, { signal, progress }: Job): Promise<OpenedTable> {
  const { bytes, sha256 } = await readSource(path, signal);
  const format = identifyFormat(bytes);
  if (format === "office-encrypted") throw new Refusal("table-password");
  if (format === "empty") throw new Refusal("table-empty");
  const misnamed = refuseFormat(format, path);
  if (misnamed.code === "format-mismatch") throw misnamed;
  const table = tableFormatOf(format, path, bytes);
  if (table === undefined) throw new Refusal("format-unsupported");
  const told = (rows: number): void => progress("读取", rows, rows, "row");
  const read = (): Promise<TableContent> => readTableContent(poolOf(house), bytes, table, told, signal);
  return { name: printableName(basename(path)), sha256, read };
}

/** Reads a table file. Refuses what openTableFile and readTableContent refuse. */
export async function readTableFile(house: House, path: string, job: Job): Promise<TableFile> {
  const { name, sha256, read } = await openTableFile(house, path, job);
  return { name, sha256, content: await read() };
}
