// A written export read again from the disk: every list counted and compared, every file digested.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { Refusal } from "#contract/refusal";
import { readSpreadsheet } from "#engine/catalogue/read-spreadsheet";
import { parseCsv } from "#engine/helper/parse-csv";
import type { ExportTable } from "./gather-sheets.ts";
import { readMarked } from "./neutral-csv.ts";
import { cellOf } from "./render-workbook.ts";

const unlike = (what: string): Refusal => new Refusal("open-export-unlike", { what });
const equal = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((text, at) => text === other[at]);

/** SHA-256 of a file on disk. */
export async function digestFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest("hex");
}

/** Refuses open-export-unlike when a workbook does not say, cell by cell, what the tables say. */
export async function checkWorkbook(folder: string, file: string, tables: readonly ExportTable[]): Promise<void> {
  const sheets = await readSpreadsheet(await readFile(join(folder, file)));
  if (sheets.size !== tables.length) throw unlike(`${file} 表数`);
  for (const { name, headings, rows } of tables) {
    const sheet = sheets.get(name);
    if (!sheet || sheet.size !== rows.length + 1) throw unlike(`${file} ${name} 行数`);
    for (const [at, row] of [headings, ...rows].entries()) {
      const cells = headings.map((_, column) => sheet.get(at + 1)?.[column] ?? "");
      if (!equal(cells, row.map(cellOf))) throw unlike(`${file} ${name} 第 ${at + 1} 行`);
    }
    await setImmediate();
  }
}

/** Refuses open-export-unlike when a CSV does not say what its table says. */
export async function checkCsv(folder: string, file: string, { headings, rows }: ExportTable): Promise<void> {
  const csv = (await readFile(join(folder, ...file.split("/")), "utf8")).replace(/^\uFEFF/, "");
  const lines = [...parseCsv(csv, ",")].slice(1);
  if (lines.length !== rows.length) throw unlike(`${file} 行数`);
  for (const [at, { cells }] of lines.entries())
    if (!equal(readMarked(headings, cells), rows[at] ?? [])) throw unlike(`${file} 第 ${at + 2} 行`);
}

/** Refuses open-export-unlike when a list of the JSON has not its number of rows. */
export async function checkJson(folder: string, file: string, counts: ReadonlyMap<string, number>): Promise<void> {
  const json: unknown = JSON.parse(await readFile(join(folder, file), "utf8"));
  const lists = new Map(typeof json === "object" && json !== null ? Object.entries(json) : []);
  for (const [name, count] of counts) {
    const rows: unknown = lists.get(name);
    if (!Array.isArray(rows) || rows.length !== count) throw unlike(`${file} ${name}`);
  }
}

/** Refuses open-export-unlike when a file is missing, too many or not what was written. */
export async function checkFiles(
  folder: string,
  digests: ReadonlyMap<string, string>,
  told: (path: string) => void,
): Promise<void> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((entry) => entry.isFile());
  if (files.length !== digests.size) throw unlike("文件数");
  for (const [path, digest] of digests) {
    if ((await digestFile(join(folder, ...path.split("/"))).catch(() => "")) !== digest) throw unlike(path);
    told(path);
  }
}
