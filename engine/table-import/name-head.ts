// A head no words tell: named by the clerk, or read before under the same headings.
import type { TableField } from "#contract/table-import";
import type { TableSheet } from "#engine/input/read-table";
import { isRefusedHeading } from "#engine/input/refused-heading";
import { plainText } from "./cell-text.ts";
import { combine, fillMerged, findHead, type HeadWords, type Heading, type SheetHead } from "./find-head.ts";
import type { ChosenField } from "./map-columns.ts";

const searched = 30;
/** A longer text is a sentence or a value, no heading. */
const longestHeading = 12;

/** Columns over or in which a refused word stands as a heading: naming another row as the head does not free them (P2). */
function refusedColumns(rows: readonly (readonly string[])[]): Set<number> {
  const found = new Set<number>();
  for (const row of rows) {
    // A row that says one thing alone is a title over the table.
    if (new Set(row.map(plainText).filter((text) => text !== "")).size < 2) continue;
    row.forEach((text, column) => {
      if (plainText(text).length <= longestHeading && isRefusedHeading(text)) found.add(column);
    });
  }
  return found;
}

/**
 * The head at a row of the clerk's choosing; row 0 is a table without one. Undefined where the sheet has no such row.
 * `found` is the head its own words tell, whose refusals stay.
 */
export function nameHead<F extends string>(
  sheet: TableSheet,
  words: Pick<HeadWords<F>, "match">,
  row: number,
  found: SheetHead<F> | undefined,
): SheetHead<F> | undefined {
  const at = row === 0 ? -1 : sheet.rows.findIndex((each) => each.row === row);
  if (row !== 0 && at < 0) return undefined;
  const top = fillMerged(sheet, Math.max(at + 1, searched));
  const refused = refusedColumns(top.slice(0, Math.max(at + 1, searched)));
  found?.headings.forEach(({ isRefused }, column) => isRefused && refused.add(column));
  const width = Math.max(0, ...sheet.rows.map(({ cells }) => cells.length));
  const own = at < 0 ? [] : combine([top[at] ?? []], words);
  const blank: Heading<F> = { text: "", field: undefined, isRefused: false };
  const headings = Array.from({ length: Math.min(256, Math.max(own.length, at < 0 ? width : 0)) }, (_, column) => {
    const heading = own[column] ?? blank;
    if (!refused.has(column)) return heading;
    // What stands in the row of the clerk's choosing may be a value of the refused column: it is not repeated.
    return { ...heading, text: isRefusedHeading(heading.text) ? heading.text : "", isRefused: true };
  });
  return { from: Math.max(0, at), to: at, headings };
}

/**
 * The head of a sheet as the clerk named it, as its words tell it, as `recall` knows it again, or at the row the clerk named for
 * every sheet without one; undefined when there is none.
 */
export function settleHead<F extends string>(
  sheet: TableSheet,
  words: HeadWords<F>,
  headRowOf: (sheet: string | null) => number | undefined,
  recall: () => SheetHead<F> | undefined,
): SheetHead<F> | undefined {
  const found = findHead(sheet, words);
  const own = headRowOf(sheet.name);
  if (own !== undefined) return nameHead(sheet, words, own, found);
  const known = found ?? recall();
  const row = headRowOf(null);
  return known ?? (row === undefined ? undefined : nameHead(sheet, words, row, undefined));
}

/** A row under whose words the clerk once said which column is the 题名. */
export function recallHead(
  sheet: TableSheet,
  words: HeadWords<TableField>,
  rememberedOf: (headings: readonly string[]) => readonly ChosenField[],
): SheetHead<TableField> | undefined {
  for (const [at, row] of fillMerged(sheet, searched).entries()) {
    const headings = combine([row], words);
    if (headings.filter(({ text }) => text !== "").length < 2) continue;
    const known = rememberedOf(headings.map(({ text }) => text));
    if (known.some(({ field }) => field === "title"))
      return nameHead(sheet, words, sheet.rows[at]?.row ?? 0, undefined);
  }
  return undefined;
}
