// Tokens of the index of pages: every character, every pair, and a sign for every four. Of the pages that have all threes of a long
// common phrase most do not have the phrase, of those that have its fours nearly all do: a tenth of the pages is looked into in vain.
import { cutPieces, type Grams } from "./grams.ts";

const long = 4;
/** Signs stand apart from all words: folding leaves no combining mark in a text. */
const firstMark = 0x300;
const marks = 112;
/** So many signs that hardly two fours share one, and so few that the index is no larger than with threes. */
const signs = marks ** 3;
const markOf = Array.from({ length: marks }, (_, at) => String.fromCharCode(firstMark + at));

/** The number of the sign of four characters; a change of it makes an index of another making (indexVersion). */
function signOf(one: number, two: number, three: number, four: number): number {
  let mixed = Math.imul(one, 0x9e3779b1) ^ Math.imul(two, 0x85ebca6b) ^ Math.imul(three, 0xc2b2ae35);
  mixed = Math.imul(mixed ^ (mixed >>> 16) ^ Math.imul(four, 0x27d4eb2f), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x297a2d39);
  return ((mixed ^ (mixed >>> 15)) >>> 0) % signs;
}

const written = (sign: number): string =>
  `${markOf[sign % marks]}${markOf[Math.floor(sign / marks) % marks]}${markOf[Math.floor(sign / marks ** 2)]}`;

function tokensOf(folded: string): string {
  const tokens = new Set<string>();
  const fours = new Set<number>();
  let before = "";
  let [one, two, three] = [0, 0, 0];
  for (const character of folded) {
    tokens.add(character);
    if (before) tokens.add(before + character);
    const four = character.codePointAt(0) ?? 0;
    if (one > 0) fours.add(signOf(one, two, three, four));
    before = character;
    one = two;
    two = three;
    three = four;
  }
  let all = [...tokens].join(" ");
  for (const sign of fours) all += ` ${written(sign)}`;
  return all;
}

function tokenOf(piece: string): string {
  const [one, two, three, four] = [...piece].map((character) => character.codePointAt(0) ?? 0);
  if (one === undefined || two === undefined || three === undefined || four === undefined) return piece;
  return written(signOf(one, two, three, four));
}

function piecesOf(word: string): string[] {
  const { length } = [...word];
  if (length <= 2) return [word];
  return cutPieces(word, length < long ? 2 : long);
}

export const pageGrams: Grams = { tokensOf, piecesOf, tokenOf, isToken: (word) => [...word].length <= 2 };
