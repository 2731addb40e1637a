// What a row below the heading is: a record, or one of the rows a printed list has besides.
import { cellText, plainText } from "./cell-text.ts";
import type { TableCell, TableRow } from "#engine/helper/recognised";
import type { TableSheet } from "#engine/input/read-table";
import type { SheetHead } from "./find-head.ts";

export type RowKind = "record" | "blank" | "heading" | "subtotal" | "signature";

const subtotal = /^(本[页卷盒年月]|全[年部]|以上)?(小计|合计|总计|累计|共计)[:：]?[\d,，.]*(件|页|卷|份|条)?$/;
const signature =
  /^(制表|填表|造册|审核|复核|整理|检查|立卷|编制|经办|负责|录入|移交|接收|监交|主管|单位负责|校对|登记)(人|者|单位|日期|时间|人签[字名章])?(签[字名章])?[:：(（].*$|^(制表|填表|填报)(人|日期|时间)$|^[(（]?(盖章|公章|签字|签章)[)）]?$/;
const pageFoot = /^第\d*页|^共\d+页/;
const pageTitle = /(目录|登记表|登记簿|一览表|清单)$|^全宗号/;

/** A longer gap is no run of blank rows but a stray cell far below. */
export const longestGap = 1_000;

/** Judges one row by its plain words. `head` are the heading's own words by column, `titles` the words above it. */
function kindOfRow(
  words: readonly string[],
  head: readonly string[],
  titles: ReadonlySet<string>,
  titleColumn: number | undefined,
): RowKind {
  const filled = words.filter((text) => text !== "");
  const [first = ""] = filled;
  // A printed form numbers its empty lines beforehand.
  if (filled.length === 0 || (filled.length === 1 && /^(以下空白|[-—]*\d{1,6}[-—]*)$/.test(first))) return "blank";
  const same = words.filter((text, at) => text !== "" && text === head[at]).length;
  if (same >= 2 && same * 2 >= filled.length) return "heading";
  if (filled.length === 1 && (titles.has(first) || pageTitle.test(first) || pageFoot.test(first))) return "heading";
  const title = titleColumn === undefined ? "" : (words[titleColumn] ?? "");
  if (subtotal.test(first) || subtotal.test(title)) return "subtotal";
  const maySign = filled.length <= 8 && (title === "" || signature.test(title));
  if (maySign && filled.some((text) => signature.test(text))) return "signature";
  return "record";
}

const plainWords = (cells: readonly TableCell[]): string[] => cells.map((cell) => plainText(cellText(cell)));

/** Judges the rows of one sheet by their place; titles above the head are heading rows, as the head itself is. */
export function kindsOf(
  sheet: TableSheet,
  head: SheetHead,
  titleColumn: number | undefined,
): (row: TableRow, at: number) => RowKind {
  const above = sheet.rows.slice(0, head.from).flatMap(({ cells }) => plainWords(cells));
  const titles = new Set(above.filter((text) => text !== ""));
  const heads = sheet.rows.slice(head.from, head.to + 1).map(({ cells }) => plainWords(cells));
  return ({ cells }, at) => {
    if (at <= head.to) return "heading";
    const words = plainWords(cells);
    let kind: RowKind = "record";
    for (const each of heads) {
      kind = kindOfRow(words, each, titles, titleColumn);
      if (kind === "heading") return kind;
    }
    return kind;
  };
}
