// 题名: centred lines under the red head and the 文号, joined (GB/T 9704-2012, 7.3.1; 待核对).
import { readDocumentNumber } from "./find-document-number.ts";
import { findRedHead } from "./find-red-head.ts";
import type { FoundField, PaperPage } from "./found-field.ts";
import { rowsOf, type UprightLine, type UprightPage } from "./upright-lines.ts";

/** Words a title ends with. */
export const genre =
  /(?:通知|通告|公告|公示|通报|意见|决定|决议|命令|报告|请示|批复|复函|函|纪要|记录|方案|计划|规划|总结|要点|办法|规定|细则|制度|规则|章程|规程|条例|标准|准则|公约|预案|汇报|情况|说明|清单|名单|名册|目录|台账|登记[表簿册]|统计表|汇总表|申请[书表]?|协议书?|合同|倡议书|承诺书|责任书|简报|公报|议案|提案|证明|介绍信|须知|安排|讲话|材料|表|书)(?:[(（][^()（）]*[)）])?$/u;
const addressee = /[:：]$/u;
const bodyBegin =
  /^(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十百]+[章条]|[(（][一二三四五六七八九十]{1,3}[)）]|\d+[.、])/u;
const sentence = /[。；;！？]/u;
/** (2024年3月5日居民会议通过): tells of the paper, is not its title. */
const adopted = /^[(（].*(?:\d{4}年|通过|印发|公布|修订)/u;
const label = /^(?:特急|加急|平急|急件|签发人.*|\d{1,8}|内部.*|第.{1,6}期)$/u;
const mostSkipped = 3;
const mostRows = 6;

type Row = { readonly lines: readonly UprightLine[]; readonly text: string; readonly height: number } & Pick<
  UprightLine,
  "left" | "right" | "top" | "bottom"
>;

const rowOf = (lines: readonly UprightLine[]): Row => ({
  lines,
  text: lines.map((line) => line.text).join(""),
  height: Math.max(...lines.map((line) => line.height)),
  left: Math.min(...lines.map((line) => line.left)),
  right: Math.max(...lines.map((line) => line.right)),
  top: Math.min(...lines.map((line) => line.top)),
  bottom: Math.max(...lines.map((line) => line.bottom)),
});

function looksLikeTitle(row: Row, page: UprightPage): boolean {
  const { text } = row;
  if (addressee.test(text) || bodyBegin.test(text) || sentence.test(text) || adopted.test(text)) return false;
  const [inLeft, inRight] = [row.left - page.left, page.right - row.right];
  const body = page.bodyHeight;
  const isLarge = row.height >= body * 1.13;
  const isOnAxis = Math.abs((row.left + row.right) / 2 - page.width / 2) < body * 0.7;
  const isCentred = Math.abs(inLeft - inRight) < body || (isLarge && isOnAxis);
  if (isLarge) return isCentred || Math.min(inLeft, inRight) < body;
  return isCentred && inLeft > body * 0.7 && inRight > body * 0.35 && !/[，,]/u.test(text);
}

/** Full-width brackets where Chinese stands, as a title is written. */
const asWritten = (read: string): string => {
  // 二〇〇八 is read with a circle of any kind.
  const text = read.replaceAll(/(?<=[一二三四五六七八九〇○◯])[○◯]/gu, "〇");
  return /\p{Script=Han}/u.test(text) ? text.replaceAll("(", "（").replaceAll(")", "）").replaceAll(",", "，") : text;
};

const textOf = (rows: readonly Row[]): string => rows.map((row) => row.text).join("");

const found = <Id>(pageId: Id, rows: readonly Row[]): Omit<FoundField<Id>, "fit"> => ({
  value: asWritten(textOf(rows)),
  asRead: textOf(rows),
  lines: rows.flatMap((row) => row.lines.map((line) => ({ pageId, line }))),
});

/** Between 文号 and 主送机关 stands the title and nothing else, whatever its size; blank where there is no 主送机关. */
function betweenNumberAndAddressee(rows: readonly Row[]): Row[] {
  const end = rows.slice(0, mostRows).findIndex((row) => addressee.test(row.text));
  const between = rows.slice(0, Math.max(0, end)).filter((row) => !label.test(row.text));
  const isTitle = between.length > 0 && genre.test(textOf(between)) && !between.some((row) => sentence.test(row.text));
  return isTitle ? between : [];
}

/** The title as it stands on the first page; undefined when nothing there looks like one. */
export function findTitle<Id>([first]: readonly PaperPage<Id>[]): FoundField<Id> | undefined {
  if (!first) return undefined;
  const { page, pageId } = first;
  const head = findRedHead(page);
  const headBottom = Math.max(0, ...(head?.lines ?? []).map((line) => line.bottom));
  const rows = rowsOf(page.lines)
    .map(rowOf)
    .filter((row) => (row.top + row.bottom) / 2 > headBottom);
  const numberAt = rows.findIndex((row) => row.lines.some((line) => readDocumentNumber(line.text) !== undefined));
  const from = numberAt >= 0 && numberAt < 5 ? numberAt + 1 : 0;
  const taken: Row[] = from > 0 ? betweenNumberAndAddressee(rows.slice(from)) : [];
  if (taken.length > 0) return { ...found(pageId, taken), fit: 1 };
  let skipped = 0;
  for (const row of rows.slice(from, from + mostRows + mostSkipped)) {
    const last = taken.at(-1);
    const isFar = last && row.top - last.bottom > last.height * 1.6;
    if (!isFar && taken.length < mostRows && looksLikeTitle(row, page) && !label.test(row.text)) taken.push(row);
    else if (taken.length > 0 || ++skipped > mostSkipped) break;
    const isWhole = genre.test(textOf(taken));
    const next = rows[rows.indexOf(row) + 1];
    if (isWhole && !(next && /^[的(（]/u.test(next.text))) {
      // A whole title in large print may still go on in print of the same size.
      if (!next || next.height < row.height * 0.93 || !looksLikeTitle(next, page)) break;
    }
  }
  if (taken.length === 0 || textOf(taken).length < 4) return undefined;
  const hasPlace = head !== undefined || numberAt >= 0 || (taken[0]?.height ?? 0) >= page.bodyHeight * 1.13;
  return { ...found(pageId, taken), fit: (genre.test(textOf(taken)) ? 1 : 0.75) * (hasPlace ? 1 : 0.85) };
}
