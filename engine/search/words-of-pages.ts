// What was read on pages, for looking into it.
import type { PageId } from "#contract/scan";
import { unwrapKey } from "#db/keys";
import type { ReadDb } from "#db/open";
import { getPageTexts } from "#db/page-text";
import type { OpenArchive } from "#engine/vault/open-archive";
import { openReading } from "#engine/vault/seal-reading";
import { openWords, wordsOf } from "#engine/vault/seal-words";

type Page = { readonly seq: number; readonly pageId: PageId };

/**
 * Fetches what is sealed of these pages in one question and opens each when it is asked for: lines with line ends between them;
 * undefined when a page was not read, is gone with its key, or can no longer be opened: one bad page hides no other.
 */
export function wordsOfPages(
  db: ReadDb,
  archive: OpenArchive,
  pages: readonly Page[],
): (page: Page) => string | undefined {
  const texts = getPageTexts(
    db,
    pages.map((page) => page.seq),
  );
  return ({ seq, pageId }) => {
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
}
