// What was read on pages, for looking into it.
import { unwrapKey } from "#db/keys";
import type { ReadDb } from "#db/open";
import { getPageTexts } from "#db/page-text";
import type { OpenArchive } from "#engine/vault/open-archive";
import { openReading } from "#engine/vault/seal-reading";
import { openWords, wordsOf } from "#engine/vault/seal-words";

/**
 * Fetches what is sealed of these pages in one question; asked by page.seq it opens the words of one as they were read, lines with
 * line ends between them. Undefined when a page was not read, is gone with its key, or can no longer be opened: one bad page hides
 * no other.
 */
export function wordsOfPages(
  db: ReadDb,
  archive: OpenArchive,
  seqs: readonly number[],
): (seq: number) => string | undefined {
  const texts = getPageTexts(db, seqs);
  return (seq) => {
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
}
