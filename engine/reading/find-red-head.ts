// 发文机关标志, the red head: the largest print at the top of the first page, above the 文号 (GB/T 9704-2012, 7.2.4; 待核对).
import { readDocumentNumber } from "./find-document-number.ts";
import { bodyEnd } from "./found-field.ts";
import { rowsOf, type UprightLine, type UprightPage } from "./upright-lines.ts";

export type RedHead = { readonly creator: string; readonly asRead: string; readonly lines: readonly UprightLine[] };

/** How much larger than running text a head is, measured with boxes of the reader. */
const largerThanBody = 1.4;
const mostRows = 6;

/** The rows of the head; undefined where a page has none. Several bodies that sign together are joined with 、. */
export function findRedHead(page: UprightPage): RedHead | undefined {
  const rows = rowsOf(page.lines).slice(0, mostRows);
  const numberAt = rows.findIndex((row) => row.some((line) => readDocumentNumber(line.text) !== undefined));
  const above = numberAt < 0 ? rows : rows.slice(0, numberAt);
  const lines = above.flat().filter((line) => line.height >= page.bodyHeight * largerThanBody);
  let creator = "";
  const used: UprightLine[] = [];
  for (const line of lines) {
    const text = line.text.replace(/^中共中共/u, "中共");
    const words = text.replace(/文件$/u, "");
    // A body ends here and the next begins; a row that only goes on is the same body.
    const isNext = creator !== "" && bodyEnd.test(creator) && words !== "" && bodyEnd.test(words) && words.length > 3;
    creator += isNext ? `、${words}` : words;
    used.push(line);
    if (text.endsWith("文件")) break;
  }
  if (!bodyEnd.test(creator)) return undefined;
  return { creator, asRead: used.map((line) => line.text).join(""), lines: used };
}
