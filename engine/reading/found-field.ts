// What a proposer found for one field, and the marks of what must be looked at letter by letter.
import { doubtfulBelow } from "#contract/reading-queue";
import type { UprightLine, UprightPage } from "./upright-lines.ts";

/** One page of a paper, upright, with its own id kept beside it. */
export type PaperPage<Id> = { readonly pageId: Id; readonly page: UprightPage };

export type FoundField<Id> = {
  readonly value: string;
  readonly asRead: string;
  /** Lines it was read from, with their page. */
  readonly lines: readonly { readonly pageId: Id; readonly line: UprightLine }[];
  /** 0 to 1: how well place and shape fit the field, apart from the characters. */
  readonly fit: number;
};

/** Words of a body that signs: what a red head and a signature end with. */
export const bodyEnd =
  /(?:委员会|居委会|村委会|业委会|监委会|办公室|办事处|人民政府|政府|党委|党组|工委|支部|总支|工会|团委|妇联|联合会|协会|法院|检察院|学校|大学|中学|小学|幼儿园|医院|公司|集团|银行|中心|领导小组|指挥部|工作组|服务站|管理站|工作站|派出所|服务队|合作社|社区|街道|[局厅部处科院所站委队])$/u;

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

// Brackets are most of what is misread and are put right by shape, so they say nothing of the words (tech: 1.5).
const isBracket = (character: string): boolean => /[〔〕[\]【】()（）〈〉「」{}《》]/u.test(character);

/** Characters with their confidences as they were read, white space left out. */
function readCharacters(line: UprightLine): { character: string; confidence: number }[] {
  return [...line.line.text]
    .map((character, at) => ({ character, confidence: line.line.confidences[at] ?? 0 }))
    .filter(({ character }) => !/\s/u.test(character));
}

/** How sure a find is: its characters, brackets left out, and how well it fits. */
export function sureness<Id>({ lines, fit }: FoundField<Id>): number {
  const read = lines.flatMap(({ line }) => readCharacters(line)).filter(({ character }) => !isBracket(character));
  return Math.round(meanOf(read.map(({ confidence }) => confidence)) * fit * 100) / 100;
}

// Names are never taken over unread: of a name the reader may have dropped a rare character with full confidence (tech: 1.4).
const named = /(\p{Script=Han}{1,3})(?:同志|先生|女士|烈士)/gu;

/** Places in `asRead` (code points) to be looked at: read with less than 0.90, or part of a person's name. */
export function doubtsIn<Id>({ asRead, lines }: FoundField<Id>): number[] {
  const low = new Set<number>();
  const characters = [...asRead];
  let from = 0;
  for (const { line } of lines) {
    for (const { character, confidence } of readCharacters(line)) {
      const at = characters.indexOf(character, from);
      // What was left out of the find (文件 of a red head) has no place in it.
      if (at < 0 || at > from + 6) continue;
      if (confidence < doubtfulBelow && !isBracket(character)) low.add(at);
      from = at + 1;
    }
  }
  for (const match of asRead.matchAll(named)) {
    const begin = [...asRead.slice(0, match.index)].length;
    for (let at = begin; at < begin + [...(match[1] ?? "")].length; at++) low.add(at);
  }
  return [...low].toSorted((a, b) => a - b);
}
