// CSV that no spreadsheet program computes: UTF-8 with BOM, every cell quoted, formula-like text behind an apostrophe,
// and a last column that says where one was put (package-and-trust B4, Export).
import { apostropheHeading } from "./export-columns.ts";

const formulaLike = /^["'“”‘’\s]*[=+\-@\t\r\n＝＋－＠]/;

/** Whether a spreadsheet program could take a text for a formula. */
export const isFormulaLike = (text: string): boolean => formulaLike.test(text);

const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const neutral = (text: string): string => (isFormulaLike(text) ? `'${text}` : text);

/** The bytes of a table; headings and cells are text, and a heading may be a clerk's own words as well. */
export function renderCsv(headings: readonly string[], rows: Iterable<readonly string[]>): Buffer {
  const heads = headings.map(neutral);
  const lines = [[...heads, apostropheHeading].map(quote).join(",")];
  for (const row of rows) {
    const marked = heads.filter((_, at) => isFormulaLike(row[at] ?? ""));
    const cells = row.map(neutral);
    lines.push([...cells, marked.join("、")].map(quote).join(","));
  }
  return Buffer.from(`\uFEFF${lines.join("\r\n")}\r\n`, "utf8");
}

/** A row of such a CSV as it was before. */
export function readMarked(headings: readonly string[], cells: readonly string[]): string[] {
  const marked = new Set((cells[headings.length] ?? "").split("、"));
  return headings.map((heading, at) => {
    const text = cells[at] ?? "";
    return marked.has(neutral(heading)) ? text.slice(1) : text;
  });
}
