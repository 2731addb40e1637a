// What was read on pages, for looking into it.
import { foldText } from "#db/fold-text";
import { unwrapKey } from "#db/keys";
import type { ReadDb } from "#db/open";
import { getPageTexts } from "#db/page-text";
import type { OpenArchive } from "#engine/vault/open-archive";
import { openReading } from "#engine/vault/seal-reading";
import { openWords, wordsOf } from "#engine/vault/seal-words";
import { foldedOf, forgetFolded } from "./folded-pages.ts";

/** Each asked by page.seq. */
type WordsOfPages = {
  /** As they were read: lines with line ends between them. */
  readonly words: (seq: number) => string | undefined;
  /** The same as it is compared, without line ends. */
  readonly folded: (seq: number) => string | undefined;
};

/**
 * Fetches what is sealed of these pages in one question and opens each when it is asked for; undefined when a page was not
 * read, is gone with its key, or can no longer be opened: one bad page hides no other.
 */
export function wordsOfPages(db: ReadDb, archive: OpenArchive, seqs: readonly number[]): WordsOfPages {
  const texts = getPageTexts(db, seqs);
  const opened = new Map<number, string | undefined>();
  const open = (seq: number): string | undefined => {
    const found = texts.get(seq);
    if (!found) return undefined;
    const { pageId, fileId, wrapped, sealed } = found;
    try {
      if (sealed) return openWords(unwrapKey(archive.keys, fileId, wrapped), pageId, sealed);
      const reading = openReading(db, archive, pageId);
      return reading && wordsOf(reading);
    } catch {
      return undefined;
    }
  };
  const words = (seq: number): string | undefined => {
    if (!opened.has(seq)) opened.set(seq, open(seq));
    return opened.get(seq);
  };
  const folded = (seq: number): string | undefined => {
    const found = texts.get(seq);
    if (!found) forgetFolded(archive, seq);
    return (
      found &&
      foldedOf(archive, found, () => {
        const text = words(seq);
        return text === undefined ? undefined : foldText(text);
      })
    );
  };
  return { words, folded };
}
