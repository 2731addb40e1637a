// Two filled-in forms look alike on a small grid and are two papers all the same: once both are read, their text tells.
import type { PageReading } from "#contract/reading";

/** Share of the longer text's pairs of characters that the same sheet has in common, read twice. */
const leastShared = 0.85;
const leastCharacters = 40;

function pairsOf(reading: PageReading): Map<string, number> {
  const text = [
    ...reading.lines
      .map((line) => line.text)
      .join("")
      .normalize("NFKC")
      .replaceAll(/[^\p{L}\p{N}]/gu, ""),
  ];
  const pairs = new Map<string, number>();
  for (let at = 1; at < text.length; at++) {
    const pair = `${text[at - 1]}${text[at]}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/** True when both pages were read and say something else; false while nothing is known. */
export function isOtherText(one: PageReading | undefined, other: PageReading | undefined): boolean {
  if (!one || !other) return false;
  const [pairs, otherPairs] = [pairsOf(one), pairsOf(other)];
  const sum = (counts: Map<string, number>): number => [...counts.values()].reduce((all, count) => all + count, 0);
  const longer = Math.max(sum(pairs), sum(otherPairs));
  if (longer < leastCharacters) return false;
  let shared = 0;
  for (const [pair, count] of pairs) shared += Math.min(count, otherPairs.get(pair) ?? 0);
  return shared / longer < leastShared;
}
