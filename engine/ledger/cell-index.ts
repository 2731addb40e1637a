// What of a cell goes into the index its column is sorted, filtered and looked up by (personal-data P3, P5, P7).
import type { LedgerColumn } from "#contract/ledger-column";
import { mayFilter, maySort } from "#contract/ledger-order";
import type { LedgerId } from "#contract/ledger";
import { foldText } from "#db/fold-text";
import { keyedDigest, type SecretKey } from "#db/keys";
import type { CellEntry, CellKey } from "#db/ledger-cell";
import { withoutIdNumbers } from "./id-in-text.ts";
import { sortKeyOf } from "./sort-key.ts";
import { askedWords } from "./unasked-words.ts";

/** Words of one column whose entries are kept while its cells are gone through. */
const mostKnown = 1_000;

const isNumber = (text: string): boolean => /^-?\d+(?:\.\d+)?$/.test(text);

/** Whether the column holds numbers that name a person: only whole ones are looked up, by digest. */
export const isLookedUpByNumber = ({ kind, rules }: LedgerColumn): boolean =>
  kind === "text" && (rules.format === "phone" || rules.format === "idNumber" || rules.format === "account");

/** Whether the column holds names a person is looked up by. */
export const isLookedUpByName = (column: LedgerColumn): boolean =>
  column.personal !== "sensitive" && (column.kind === "person" || (column.personal === "personal" && maySort(column)));

/** Digest of one whole number, of one ledger, 128 bits: equal numbers of two ledgers do not look equal (P5). */
export const numberDigest = (hmac: SecretKey, ledgerId: LedgerId, digits: string): string =>
  keyedDigest(hmac, ["ledger-number", ledgerId, digits]).slice(0, 32);

/** The numbers of a cell as they are compared: no signs between the digits, no +86 before them. */
export const numbersOf = (text: string): string[] =>
  text
    .toUpperCase()
    .split(/[,，、;；/]+|\s{1,}(?=\d{7,})/u)
    .map((part) => part.replaceAll(/[^\dA-Z]/g, "").replace(/^86(?=1\d{10}$)/, ""))
    .filter((part) => part.length >= 4);

/** A tag between two signs, so that one tag is never a piece of another. */
export const tagPiece = (tag: string): string => `、${foldText(tag)}、`;

/** A value as the index is asked for it, and kept: numbers by amount, dates as they are, words by pinyin. */
export function keyOf({ kind }: Pick<LedgerColumn, "kind">, value: string): CellKey {
  if ((kind === "number" || kind === "money" || kind === "formula") && isNumber(value)) return Number(value);
  return kind === "date" ? value : sortKeyOf(value);
}

function wordsOf({ kind }: LedgerColumn, value: string): string {
  if (kind === "date") return value;
  if (kind === "tags")
    return `、${value
      .split("、")
      .map((tag) => foldText(askedWords(tag)))
      .join("、")}、`;
  return foldText(askedWords(value));
}

/**
 * The entry of one cell; undefined of an empty one, and of a column that is neither ordered nor looked up. Digests have no order of
 * their own.
 */
export const indexCell = (
  column: LedgerColumn,
  ledgerId: LedgerId,
  value: string,
  hmac: SecretKey,
): CellEntry | undefined => indexerOf(column, ledgerId, hmac)(value);

/** The same for many cells of one column, which is looked at once. */
export function indexerOf(
  column: LedgerColumn,
  ledgerId: LedgerId,
  hmac: SecretKey,
): (value: string) => CellEntry | undefined {
  if (isLookedUpByNumber(column))
    return (value) => {
      const digests = numbersOf(value).map((digits) => numberDigest(hmac, ledgerId, digits));
      return digests.length === 0 ? undefined : { key: 0, words: [...new Set(digests)].join(" ") };
    };
  if (!maySort(column) && !mayFilter(column)) return () => undefined;
  // 就业, 是, 无: a table says the same few words again and again.
  const known = new Map<string, CellEntry>();
  return (value) => {
    if (value === "") return undefined;
    let entry = known.get(value);
    if (!entry) {
      // A number of a person in a column that is not for such: nobody is found or put in order by its beginning (P3).
      const asked = withoutIdNumbers(value);
      entry = { key: keyOf(column, asked), words: wordsOf(column, asked) };
      if (known.size < mostKnown) known.set(value, entry);
    }
    return entry;
  };
}
