// Which rows stand on which page. Heights come from the fonts that will be embedded, so what is counted here is what is drawn.
import { layRow } from "./lay-row.ts";
import type { FontShelf } from "./font-shelf.ts";
import { takeTurn } from "./take-turn.ts";
import type { Turn } from "./take-turn.ts";
import type { LaidRow, TablePlan } from "./table-plan.ts";

export type TablePage = { readonly firstRow: number; readonly rows: readonly LaidRow[] };

/** Fills pages of `roomMm` (without the table's head) with whole rows. Every row stands on exactly one page, in order. */
export async function paginateTable(
  shelf: FontShelf,
  plan: TablePlan,
  rows: readonly (readonly string[])[],
  roomMm: number,
  turn: Turn,
): Promise<TablePage[]> {
  const pages: TablePage[] = [];
  let page: LaidRow[] = [];
  let used = 0;
  for (const [index, texts] of rows.entries()) {
    const row = layRow(shelf, plan, texts, roomMm, index + 1);
    if (page.length > 0 && used + row.heightMm > roomMm + 1e-6) {
      pages.push({ firstRow: index - page.length, rows: page });
      page = [];
      used = 0;
    }
    page.push(row);
    used += row.heightMm;
    await takeTurn(turn);
  }
  if (page.length > 0) pages.push({ firstRow: rows.length - page.length, rows: page });
  return pages;
}
