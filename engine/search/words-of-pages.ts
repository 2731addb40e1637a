// What was read on pages, for looking into it.
import type { PageId } from "#contract/scan";
import { foldText } from "#db/fold-text";
import { unwrapKey } from "#db/keys";
import type { ReadDb } from "#db/open";
import { getPageTexts } from "#db/page-text";
import type { OpenArchive } from "#engine/vault/open-archive";
import { openReading } from "#engine/vault/seal-reading";
import { openWords, wordsOf } from "#engine/vault/seal-words";
import { foldedOf, forgetFolded } from "./folded-pages.ts";

type Page = { readonly seq: number; readonly pageId: PageId };
type WordsOfPages = {
  /** As they were read: lines with line ends between them. */
  readonly words: (page: Page) => string | undefined;
  /** The same as it is compared, without line ends. */
  readonly folded: (page: Page) => string | undefined;
};

/**
 * Fetches what is sealed of these pages in one question and opens each when it is asked for; undefined when a page was not
 * read, is gone with its key, or can no longer be opened: one bad page hides no other.
 */
export function wordsOfPages(db: ReadDb, archive: OpenArchive, pages: readonly Page[]): WordsOfPages {
  const texts = getPageTexts(
    db,
    pages.map((page) => page.seq),
  );
  const opened = new Map<number, string | undefined>();
  const open = ({ seq, pageId }: Page): string | undefined => {
    const found = texts.get(seq);
    if (!found) return undefined;
    try {
      if (found.sealed) return openWords(unwrapKey(archive.keys, found.fileId, found.wrapped), pageId, found.sealed);
      const reading = openReading(db, archive, pageId);
      return reading && wordsOf(reading);
    } catch {
      return undefined;
    }
  };
  const words = (page: Page): string | undefined => {
    if (!opened.has(page.seq)) opened.set(page.seq, open(page));
    return opened.get(page.seq);
  };
  const folded = (page: Page): string | undefined => {
    const found = texts.get(page.seq);
    if (!found) forgetFolded(archive, page.seq);
    return (
      found &&
      foldedOf(archive, found, () => {
        const text = words(page);
        return text === undefined ? undefined : foldText(text);
      })
    );
  };
  return { words, folded };
}
