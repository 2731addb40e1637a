// 文号 (GB/T 9704-2012, 7.2.5; 待核对): 机关代字, year in 〔〕 and number in a line of its own at the head of the first page.
import type { FoundField, PaperPage } from "./found-field.ts";

// Any bracket, also one that was misread or doubled: 〔2025】17号.
const bracket = "[〔〕\\[\\]【】()（）〈〉<>「」{}]";
const shape = new RegExp(
  `^(?:文号|发文字号|编号)?[:：]?(\\p{Script=Han}{1,16})${bracket}{1,2}((?:19|20)\\d{2})${bracket}{0,2}第?(\\d{1,5})号(.*)$`,
  "u",
);
const headPart = 0.5;

/** The 文号 of a line with 〔〕 as they should be; undefined when the line is none. */
export function readDocumentNumber(text: string): string | undefined {
  const [, word = "", year = "", number = "", rest = ""] = shape.exec(text) ?? [];
  // Behind it only 签发人 may stand; a sentence that begins like this is no 文号.
  if (word === "" || (rest !== "" && !/^签发人?/u.test(rest))) return undefined;
  return `${word}〔${year}〕${Number(number)}号`;
}

/** The first 文号 that stands by itself in the upper half of the first page. */
export function findDocumentNumber<Id>([first]: readonly PaperPage<Id>[]): FoundField<Id> | undefined {
  if (!first) return undefined;
  for (const line of first.page.lines) {
    if (line.middle > first.page.height * headPart) break;
    const value = readDocumentNumber(line.text);
    if (value !== undefined)
      return { value, asRead: line.text.replace(/签发人.*$/u, ""), lines: [{ pageId: first.pageId, line }], fit: 1 };
  }
  return undefined;
}
