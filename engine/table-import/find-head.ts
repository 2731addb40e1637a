// The heading of a sheet: below merged titles, in one to three rows, found by its words.
import type { TableCell } from "#engine/helper/recognised";
import type { TableSheet } from "#engine/input/read-table";
import { isRefusedHeading } from "#engine/input/refused-heading";
import { cellText, plainText } from "./cell-text.ts";

/** The words by which headings of one kind of table are known; F names what a column holds. */
export type HeadWords<F extends string> = {
  readonly match: (heading: string) => F | undefined;
  /** How much these headings look like a head of such a table; 0 for not at all. */
  readonly score: (headings: readonly Heading<F>[]) => number;
};
export type Heading<F extends string> = {
  readonly text: string;
  readonly field: F | undefined;
  /** One of its rows asks for what is refused (P2). */
  readonly isRefused: boolean;
};
export type SheetHead<F extends string = string> = {
  /** Places of the first and last heading row among the sheet's rows. */
  readonly from: number;
  readonly to: number;
  /** One per column; blank text where no heading stands. */
  readonly headings: readonly Heading<F>[];
};

const searched = 60;
const deepest = 3;

/** The first rows with merged cells filled: a title over two columns stands over both. */
export function fillMerged({ rows, merges }: TableSheet, count = searched + deepest): string[][] {
  const top = rows.slice(0, count).map((row) => row.cells.map((cell: TableCell) => cellText(cell)));
  const placeOf = new Map(rows.slice(0, count).map((row, at) => [row.row, at]));
  for (const [firstRow, firstColumn, lastRow, lastColumn] of merges) {
    const origin = placeOf.get(firstRow);
    const text = origin === undefined ? undefined : top[origin]?.[firstColumn];
    if (text === undefined || lastRow - firstRow > deepest || lastColumn > 255) continue;
    for (let row = firstRow; row <= lastRow; row++) {
      const cells = top[placeOf.get(row) ?? -1];
      if (!cells) continue;
      for (let column = firstColumn; column <= lastColumn; column++) {
        while (cells.length <= column) cells.push("");
        cells[column] = text;
      }
    }
  }
  return top;
}

/** Words that stand over more than half of the columns: a title, which says nothing of any one of them. */
function spanning(row: readonly string[], width: number): Set<string> {
  const times = new Map<string, number>();
  for (const text of row) times.set(text.trim(), (times.get(text.trim()) ?? 0) + 1);
  return new Set(
    [...times].filter(([text, count]) => text !== "" && count > Math.max(2, width / 2)).map(([text]) => text),
  );
}

/** One heading per column out of the rows of a head. */
export function combine<F extends string>(
  rows: readonly (readonly string[])[],
  { match }: Pick<HeadWords<F>, "match">,
): Heading<F>[] {
  const width = Math.max(...rows.map((row) => row.length));
  const titles = rows.flatMap((row) => [...spanning(row, width)]);
  return Array.from({ length: width }, (_, column) => {
    const words = rows.map((row) => (row[column] ?? "").trim()).filter((text) => text !== "" && !titles.includes(text));
    const layers = words.filter((text, at) => plainText(text) !== plainText(words[at - 1] ?? ""));
    const last = layers.at(-1) ?? "";
    const field = match(last) ?? match(layers.join("")) ?? match(layers[0] ?? "");
    return {
      text: layers.length > 1 && !match(last) ? layers.join("") : last,
      field,
      // Asked for when it is: of all the rows that are looked at one alone is the head.
      get isRefused() {
        return layers.some(isRefusedHeading);
      },
    };
  });
}

/** The head of a sheet, or undefined when no row has headings these words know. */
export function findHead<F extends string>(sheet: TableSheet, words: HeadWords<F>): SheetHead<F> | undefined {
  const top = fillMerged(sheet);
  let best: (SheetHead<F> & { readonly score: number }) | undefined;
  for (let depth = 1; depth <= deepest; depth++)
    for (let from = 0; from + depth <= Math.min(top.length, searched); from++) {
      const headings = combine(top.slice(from, from + depth), words);
      const found = words.score(headings);
      if (found > (best?.score ?? 0)) best = { from, to: from + depth - 1, headings, score: found };
    }
  return best;
}
