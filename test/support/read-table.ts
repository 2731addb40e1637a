// A table put on disk and read by a real archive.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Asked, Output } from "#contract/contract";
import type { TestArchive } from "./archive.ts";

let written = 0;

/** Writes a table beside the archive; `end` is its ending. */
export async function tableFile(archive: TestArchive, bytes: Buffer | string, end = "xlsx"): Promise<string> {
  const path = join(archive.around, `旧目录${++written}.${end}`);
  await writeFile(path, bytes);
  return path;
}

/** Reads a table without taking it in. */
export async function dryRun(
  archive: TestArchive,
  bytes: Buffer | string,
  more: Partial<Asked<"import.dry-run">> & { end?: string } = {},
): Promise<Output<"import.dry-run"> & { path: string }> {
  const { end, ...input } = more;
  const path = await tableFile(archive, bytes, end);
  return { ...(await archive.engine.ask("import.dry-run", { path, as: "catalogue", ...input })), path };
}
