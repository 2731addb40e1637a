// The heading of a sheet: below merged titles, in one to three rows, found by its words.
import type { TableField, TableUse } from "#contract/table-import";
import type { TableCell } from "#engine/helper/recognised";
import type { TableSheet } from "#engine/input/read-table";
import { isRefusedHeading } from "#engine/input/refused-heading";
import { cellText, plainText } from "./cell-text.ts";
import { matchHeading } from "./match-heading.ts";

export type Heading = {
  readonly text: string;
  readonly field: TableField | undefined;
  /** One of its rows asks for what is refused (P2). */
  readonly isRefused: boolean;
};
export type SheetHead = {
  /** Places of the first and last heading row among the sheet's rows. */
  readonly from: number;
  readonly to: number;
  /** One per column; blank text where no heading stands. */
  readonly headings: readonly Heading[];
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
export function combine(rows: readonly (readonly string[])[], as: TableUse): Heading[] {
  const width = Math.max(...rows.map((row) => row.length));
  const titles = rows.flatMap((row) => [...spanning(row, width)]);
  return Array.from({ length: width }, (_, column) => {
    const words = rows.map((row) => (row[column] ?? "").trim()).filter((text) => text !== "" && !titles.includes(text));
    const layers = words.filter((text, at) => plainText(text) !== plainText(words[at - 1] ?? ""));
    const last = layers.at(-1) ?? "";
    const field = matchHeading(last, as) ?? matchHeading(layers.join(""), as) ?? matchHeading(layers[0] ?? "", as);
    return {
      text: layers.length > 1 && !matchHeading(last, as) ? layers.join("") : last,
      field,
      isRefused: layers.some(isRefusedHeading),
    };
  });
}

function score(headings: readonly Heading[]): number {
  const fields = new Set(headings.map(({ field }) => field).filter((field) => field !== undefined));
  if (!fields.has("title") && !fields.has("archivalCode")) return 0;
  // One known heading among others will do when it can be nothing else.
  const isPlain = headings.some(({ text }) => /(题名|标题|档号)$/.test(plainText(text)));
  if (fields.size < 2 && (!isPlain || headings.filter(({ text }) => text !== "").length < 2)) return 0;
  return fields.size + headings.filter(({ isRefused }) => isRefused).length;
}

/** The head of a sheet, or undefined when no row has headings we know, 题名 or 档号 among them. */
export function findHead(sheet: TableSheet, as: TableUse): SheetHead | undefined {
  const top = fillMerged(sheet);
  let best: (SheetHead & { readonly score: number }) | undefined;
  for (let depth = 1; depth <= deepest; depth++)
    for (let from = 0; from + depth <= Math.min(top.length, searched); from++) {
      const headings = combine(top.slice(from, from + depth), as);
      const found = score(headings);
      if (found > (best?.score ?? 0)) best = { from, to: from + depth - 1, headings, score: found };
    }
  return best;
}
