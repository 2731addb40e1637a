// The ways a name is typed in letters: every reading of each character, whole or by its first letter. 王小明: wangxiaoming, wxm,
// wangxm, and without the surname xiaoming, xm. An index of words would do the same for more room: names are short.
import type { Readings } from "#db/sound-words";

/** Beyond this many characters a name is kept whole and by initials only, so that ways do not multiply. */
const longestMixed = 4;
const mostReadings = 3;
const mostWays = 64;

const eachWay = (parts: readonly (readonly string[])[]): string[] =>
  parts.reduce<string[]>(
    (all, part) => all.flatMap((begun) => part.map((each) => begun + each)).slice(0, mostWays),
    [""],
  );

const initialOf = (reading: string): string => reading[0] ?? "";

function waysOf(characters: readonly Readings[]): string[] {
  const readings = characters.map((each) => each.slice(0, mostReadings));
  const initials = readings.map((each) => [...new Set(each.map(initialOf))]);
  if (characters.length > longestMixed) return [...eachWay(readings), ...eachWay(initials)];
  return eachWay(readings.map((each, at) => [...each, ...(initials[at] ?? [])]));
}

/** Ways of a name with a blank before and after each; "" for a name without a letter or a character. */
export function soundsOfName(name: string, sayReadings: (character: string) => Readings): string {
  const characters = [...name.normalize("NFKC").toLowerCase()].filter((each) => /[\p{Script=Han}a-z0-9]/u.test(each));
  if (characters.length === 0) return "";
  const readings = characters.map((each) => sayReadings(each));
  const isHan = characters.every((each) => /\p{Script=Han}/u.test(each));
  const ways = [...waysOf(readings), ...(isHan && readings.length > 2 ? waysOf(readings.slice(1)) : [])];
  return ` ${[...new Set(ways)].join(" ")} `;
}
