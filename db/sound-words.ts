// Pinyin in the index. Tokens are initials (one to three of neighbouring characters: "jdb") and syllables with a dot before each
// (one or two: "·jie·dao"). Every reading of a character counts; what is not Han is its own initial.
import { sql } from "drizzle-orm";
import { itemGrams } from "./item-grams.ts";
import type { WriteDb } from "./open.ts";
import type { SearchWord } from "./search-words.ts";

/** Readings of one character, most usual first; for what is not Han the folded character. */
export type Readings = readonly string[];

const mostReadings = 4;
const mostWays = 8;
const longestTyped = 24;
const syllable =
  /^(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|an|en|in|un|ai|ei|ui|ao|ou|iu|ie|ue|ve|er|ia|ua|uo|a|e|i|o|u|v)|ang|eng|ai|ei|ao|ou|an|en|er|a|e|o)$/;
const longestSyllable = 6;

const eachWay = (parts: readonly (readonly string[])[], between: string): string[] =>
  parts.reduce<string[]>((all, part) => all.flatMap((begun) => part.map((each) => begun + between + each)), [""]);

/** Tokens of some texts, each given as the readings of its characters. */
export function soundTokens(texts: readonly (readonly Readings[])[]): string {
  const tokens = new Set<string>();
  for (const text of texts) {
    const initials = text.map((readings) => [...new Set(readings.map((each) => each[0] ?? ""))].slice(0, mostReadings));
    const syllables = text.map((readings) => readings.filter((each) => syllable.test(each)).slice(0, mostReadings));
    text.forEach((_, at) => {
      for (let length = 1; length <= 3 && at + length <= text.length; length++)
        for (const each of eachWay(initials.slice(at, at + length), "")) tokens.add(each);
      for (let length = 1; length <= 2 && at + length <= text.length; length++)
        for (const each of eachWay(syllables.slice(at, at + length), "·")) tokens.add(each);
    });
  }
  return [...tokens].join(" ");
}

/** Ways to part letters into syllables; the last one may be only begun. */
function waysOf(letters: string): { syllables: string[]; isBegun: boolean }[] {
  const ways: { syllables: string[]; isBegun: boolean }[] = [];
  const walk = (rest: string, syllables: string[]): void => {
    if (ways.length >= mostWays) return;
    if (rest === "") return void ways.push({ syllables, isBegun: false });
    for (let length = Math.min(longestSyllable, rest.length); length > 0; length--) {
      const part = rest.slice(0, length);
      if (syllable.test(part)) walk(rest.slice(length), [...syllables, part]);
    }
    if (syllables.length > 0 && rest.length < longestSyllable && !syllable.test(rest))
      ways.push({ syllables: [...syllables, rest], isBegun: true });
  };
  walk(letters, []);
  return ways.slice(0, mostWays);
}

function askForWay({ syllables, isBegun }: ReturnType<typeof waysOf>[number]): string {
  if (syllables.length === 1) return `"·${syllables[0]}"`;
  const pairs = syllables.slice(1).map((each, at) => `"·${syllables[at]}·${each}"`);
  return `(${pairs.map((pair, at) => pair + (isBegun && at === pairs.length - 1 ? "*" : "")).join(" AND ")})`;
}

/** An FTS5 query for words typed in letters; null when one of them is not, or is too short or long to mean pinyin. */
export function soundQueryOf(words: readonly SearchWord[]): string | null {
  const typed = words.map(([word]) => word);
  if (typed.length === 0 || !typed.every((word) => /^[a-z0-9]+$/.test(word) && /[a-z]/.test(word))) return null;
  if (typed.some((word) => word.length < 2 || word.length > longestTyped)) return null;
  return typed
    .map((word) =>
      [
        `(${itemGrams
          .piecesOf(word)
          .map((piece) => `"${piece}"`)
          .join(" AND ")})`,
        ...waysOf(word).map(askForWay),
      ].join(" OR "),
    )
    .map((each) => `(${each})`)
    .join(" AND ");
}

/** Indexes the pinyin of an item anew. */
export function indexItemSounds(db: WriteDb, seq: number, tokens: string): void {
  db.run(sql`INSERT OR REPLACE INTO item_pinyin_ft (rowid, sounds) VALUES (${seq}, ${tokens})`);
}
