// 密级标志 at the head of a page (GB/T 9704-2012, 7.2.2; 待核对): its shape and its place make it a mark, not the word alone
// (personal-data P15). 「商业秘密」 in a title or 「保守秘密」 in running text is none.
import { rowsOf, type UprightLine, type UprightPage } from "./upright-lines.ts";

// The traditional forms, and what a reader makes of 密 in print that has run.
const level = "(?:[绝絕]|[机機]|[秘祕])[密蜜宻]";
const star = "[★☆✩✭*※·•●◆]";
const term = "(?:\\d{1,3}|[一二三四五六七八九十]{1,3})(?:年|个月|月|天)|长期|启用前|公布前";
const urgency = "(?:特急|特提|加急|平急|急件|紧急)?";
const number = "[\\d.:：№份号第]{0,10}";
/** Alone in its line: with star and term, with either, or the bare word; beside it only 份号 and 紧急程度. */
const alone = new RegExp(
  `^${number}${urgency}(?:密级[:：]?)?[\\[【(（〔]?(?:${level})级?(?:[^\\p{L}\\p{N}]?\\p{L}?(?:${term})|${star}+(?:${term})?)?[\\])】）〕]?${urgency}${number}$`,
  "u",
);
/** Star or term beside the word say what it is even where the line has more words; never inside quotation marks. */
const starred = new RegExp(`(?<![商业工作“"「『《])(?:${level})级?${star}`, "u");
const labelled = new RegExp(`密级[:：]?(?:${level})`, "u");
const anyLevel = new RegExp(level, "gu");
/** The last words of a sentence that began on the page before. */
const sentenceEnd = /[。，、；！？,;!?」』”"’》]$/u;
/** Beside the mark in its row there may be a number; a row of a list has more. */
const mostBeside = 12;
const longestStarred = 24;
/** Rows of print and part of the page's height that are its head. */
const headRows = 3;
const headPart = 0.25;

const isMark = (text: string): boolean => alone.test(text) && !sentenceEnd.test(text);

function isMarkedRow(row: readonly UprightLine[]): boolean {
  const whole = row.map((line) => line.text).join("");
  // 密级 printed as a choice of all levels, none of them ticked.
  if ((whole.match(anyLevel) ?? []).length > 1) return false;
  if (isMark(whole) || labelled.test(whole)) return true;
  return row.some(({ text }, at) => {
    if (starred.test(text) && text.length <= longestStarred) return true;
    const beside = row.filter((_, other) => other !== at).reduce((sum, other) => sum + other.text.length, 0);
    return isMark(text) && beside <= mostBeside;
  });
}

/** One character below another, as a mark set upright is read: joined from the top, one more at a time. */
function uprightWords(lines: readonly UprightLine[]): string[][] {
  const short = lines.filter((line) => line.text.length <= 2);
  return short.map((first) => {
    let last = first;
    const words = [first.text];
    for (const next of short) {
      const gap = next.top - last.bottom;
      const isBelow = next !== last && gap > -last.height * 0.4 && gap < last.height * 1.5 && next.middle > last.middle;
      if (!isBelow || Math.abs(next.left - last.left) > Math.max(last.height, next.height) * 0.6) continue;
      words.push(`${words.at(-1)}${next.text}`);
      last = next;
    }
    // A box by itself is judged with its row.
    return words.slice(1);
  });
}

/** Whether a mark of state secrecy stands at the head of the page, in any width, spacing, direction or slant. */
export function hasSecretMark(page: UprightPage): boolean {
  const rows = rowsOf(page.lines);
  const head = rows.filter((row, at) => at < headRows || (row[0]?.middle ?? 0) < page.height * headPart);
  if (head.some(isMarkedRow)) return true;
  const lines = head.flat();
  const last = Math.max(0, ...lines.map((line) => line.bottom));
  const near = page.lines.filter((line) => line.middle <= Math.max(last, page.height * headPart));
  return (
    uprightWords(near)
      .flat()
      .some((word) => isMark(word)) || near.some((line) => isTall(line))
  );
}

/** A box taller than wide that was read as the mark at once. */
const isTall = (line: UprightLine): boolean =>
  line.bottom - line.top > (line.right - line.left) * 1.5 && isMark(line.text);
