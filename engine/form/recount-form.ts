// What was written is read again: every page, every row, every field, and where it stands (product W01, T05, T06).
import { Refusal } from "#contract/refusal";
import { toPoints } from "#engine/paper/millimetre";
import { PdfFile } from "#engine/paper/pdf-file";
import { readRows } from "#engine/paper/read-rows";
import type { ReadRow } from "#engine/paper/read-rows";
import type { Turn } from "#engine/paper/take-turn";
import type { LaidPage, LaidTable } from "./laid-form.ts";

const broken = (expected: string, actual: string): Refusal => new Refusal("conservation-broken", { expected, actual });

function refuseMisplaced(page: LaidPage, row: ReadRow, before: ReadRow | undefined): void {
  if (!Number.isFinite(row.top)) return;
  const isOutside = row.top < toPoints(page.frame.topMm) || row.bottom > toPoints(page.frame.bottomMm);
  const isSamePage = before?.pageNumber === row.pageNumber && Number.isFinite(before.bottom);
  const isCovered = !page.isSideBySide && isSamePage && row.top <= before.bottom;
  if (isOutside || isCovered) throw broken(`第 ${row.rowNumber} 行在框内`, `第 ${row.pageNumber} 页位置不对`);
}

function countPages(written: Buffer): number {
  let count = 0;
  for (const _ of new PdfFile(written).pages()) count += 1;
  return count;
}

/** Counts a written PDF against what was to be drawn. Refuses `conservation-broken`. */
export async function recountForm(written: Buffer, pages: readonly LaidPage[], turn: Turn): Promise<void> {
  const pageCount = countPages(written);
  if (pageCount !== pages.length) throw broken(`${pages.length} 页`, `${pageCount} 页`);
  const rowCount = pages.reduce((sum, page) => sum + page.rows.length, 0);
  const found = pages.map(() => 0);
  let seen = 0;
  let before: ReadRow | undefined;
  for await (const row of readRows(written, turn)) {
    const at = row.pageNumber - 1;
    const page = pages[at];
    const expected = page?.rows[found[at] ?? 0];
    seen += 1;
    if (!page || !expected) throw broken(`${rowCount} 行`, `第 ${row.pageNumber} 页多出一行`);
    if (JSON.stringify(expected) !== JSON.stringify(row.cells)) throw broken(`${rowCount} 行`, `第 ${seen} 行不同`);
    refuseMisplaced(page, row, before);
    found[at] = (found[at] ?? 0) + 1;
    before = row;
  }
  if (seen !== rowCount) throw broken(`${rowCount} 行`, `${seen} 行`);
}

/** Counts the rows read back from a spreadsheet against a table. Refuses `conservation-broken`. */
export function recountTable(table: LaidTable, rows: readonly (readonly string[])[]): void {
  if (rows.length !== table.cells.length) throw broken(`${table.cells.length} 行`, `${rows.length} 行`);
  for (const [at, cells] of table.cells.entries()) {
    if (JSON.stringify(cells) !== JSON.stringify(rows[at])) throw broken(`${rows.length} 行`, `第 ${at + 1} 行不同`);
  }
}
