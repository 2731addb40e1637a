// A written export read again from the disk: every list counted and compared, every file digested.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Refusal } from "#contract/refusal";
import { readSpreadsheet } from "#engine/catalogue/read-spreadsheet";
import { parseCsv } from "#engine/helper/parse-csv";
import { exportHeadings } from "./export-columns.ts";
import { readMarked } from "./neutral-csv.ts";
import { sheetName } from "./render-workbook.ts";

const unlike = (what: string): Refusal => new Refusal("open-export-unlike", { what });
const equal = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((text, at) => text === other[at]);

/** SHA-256 of a file on disk. */
export async function digestFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest("hex");
}

/** Refuses open-export-unlike when a list does not say what the archive says. */
export async function checkLists(folder: string, rows: readonly (readonly string[])[]): Promise<void> {
  const wanted = [[...exportHeadings], ...rows];
  const sheet = (await readSpreadsheet(await readFile(join(folder, "目录.xlsx")))).get(sheetName);
  if (!sheet || sheet.size !== wanted.length) throw unlike("目录.xlsx 行数");
  for (const [at, row] of wanted.entries()) {
    const cells = exportHeadings.map((_, column) => sheet.get(at + 1)?.[column] ?? "");
    if (!equal(cells, row)) throw unlike(`目录.xlsx 第 ${at + 1} 行`);
  }
  const csv = (await readFile(join(folder, "目录.csv"), "utf8")).replace(/^\uFEFF/, "");
  const lines = [...parseCsv(csv, ",")].slice(1);
  if (lines.length !== rows.length) throw unlike("目录.csv 行数");
  for (const [at, { cells }] of lines.entries())
    if (!equal(readMarked(exportHeadings, cells), rows[at] ?? [])) throw unlike(`目录.csv 第 ${at + 2} 行`);
  const json: unknown = JSON.parse(await readFile(join(folder, "目录.json"), "utf8"));
  const items = typeof json === "object" && json !== null && "件" in json ? json["件"] : undefined;
  if (!Array.isArray(items) || items.length !== rows.length) throw unlike("目录.json 件数");
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
