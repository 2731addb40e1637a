// Folded words of the pages that searches looked into lately, in memory while the archive is open: newest pages are looked into
// by every search, and opening and folding one again costs more than all else that is done with it.
import type { PageText } from "#db/page-text";
import type { OpenArchive } from "#engine/vault/open-archive";

type Folded = { readonly seal: string; readonly text: string };
type Kept = { readonly pages: Map<number, Folded>; characters: number };

/** 16 MB at two bytes: more than ten thousand pages. */
const mostCharacters = 8_000_000;
const keptOf = new WeakMap<OpenArchive, Kept>();

/** The seal of what is kept now: other words have another one, so that nothing outdated is ever taken for true. */
const sealOf = (sealed: Buffer): string => sealed.toString("latin1", sealed.length - 16);

/** The folded words of a page, made by `fold` unless they are kept; undefined when `fold` has none. */
export function foldedOf(
  archive: OpenArchive,
  { seq, sealed }: Pick<PageText, "seq" | "sealed">,
  fold: () => string | undefined,
): string | undefined {
  if (!sealed) return fold();
  const kept = keptOf.get(archive) ?? { pages: new Map<number, Folded>(), characters: 0 };
  keptOf.set(archive, kept);
  const seal = sealOf(sealed);
  const known = kept.pages.get(seq);
  forgetFolded(archive, seq);
  const text = known?.seal === seal ? known.text : fold();
  if (text === undefined) return undefined;
  // Put in anew, so that what was looked into longest ago stands first and goes first.
  kept.pages.set(seq, { seal, text });
  kept.characters += text.length;
  for (const oldest of kept.pages.keys()) {
    if (kept.characters <= mostCharacters) break;
    forgetFolded(archive, oldest);
  }
  return text;
}

/** Lets go of a page whose words are gone. */
export function forgetFolded(archive: OpenArchive, seq: number): void {
  const kept = keptOf.get(archive);
  const known = kept?.pages.get(seq);
  if (!kept || !known) return;
  kept.pages.delete(seq);
  kept.characters -= known.text.length;
}
