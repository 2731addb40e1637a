// A 档号 as it stands in names of files and folders, where · and blanks are often written otherwise.
import type { MatchableItem } from "#db/image-match";

/** Items by the plain form of their 档号. */
export type CodeIndex = ReadonlyMap<string, readonly MatchableItem[]>;

/** One spelling for comparing: capitals, and one hyphen for every separator. */
export const plainCode = (code: string): string =>
  code
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s·•‧・.．_—–－]+/g, "-")
    .replace(/-+/g, "-")
    .replace(/^-|-$/g, "");

/** The index of all 档号. */
export function codesAsNames(items: readonly MatchableItem[]): CodeIndex {
  const index = new Map<string, MatchableItem[]>();
  for (const item of items) {
    const plain = plainCode(item.code);
    const known = index.get(plain) ?? [];
    // An item under its present and its former code is still one item.
    if (!known.some(({ id }) => id === item.id)) index.set(plain, [...known, item]);
  }
  return index;
}

type Found = { readonly item: MatchableItem; readonly number: number | null } | { readonly reason: "several-items" };

/** <档号>, <档号>-0001 or <档号>(1); the whole name counts before a shorter one, because a 档号 ends in a number too. */
export function findCode(index: CodeIndex, stem: string): Found | undefined {
  const plain = plainCode(stem.normalize("NFKC").replace(/\((\d{1,4})\)$/, "-$1"));
  const whole = index.get(plain);
  const split = /^(.+)-P?(\d{1,4})$/.exec(plain);
  const items = whole ?? index.get(split?.[1] ?? "");
  if (!items) return undefined;
  const [item] = items;
  if (!item || items.length > 1) return { reason: "several-items" };
  return { item, number: whole ? null : Number(split?.[2]) };
}
