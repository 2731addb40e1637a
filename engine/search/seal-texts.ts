// Pages read before words were sealed apart from their places (0017) get that in the background.
import { dropPageText, listUnsealedTexts, putPageText } from "#db/page-text";
import type { OpenArchive } from "#engine/vault/open-archive";
import { pageKeyOf } from "#engine/vault/page-key";
import { openReading } from "#engine/vault/seal-reading";
import { sealWords } from "#engine/vault/seal-words";

/** Pages of one piece: some hundredths of a second. */
const pagesAtOnce = 40;

/** Seals the words of a few of them; says how many pages there were. */
export function sealTexts(archive: OpenArchive): number {
  if (listUnsealedTexts(archive.connection.read, 1).length === 0) return 0;
  return archive.connection.write((db) => {
    const due = listUnsealedTexts(db, pagesAtOnce);
    for (const { id } of due) {
      const of = pageKeyOf(db, archive, id);
      const sealed = of && sealWordsOf(of.key, id);
      if (of && sealed) putPageText(db, id, of.fileId, sealed);
      // Gone with its key, or damaged: there is nothing to be found. What is left of the reading stays.
      else dropPageText(db, id);
    }
    return due.length;

    function sealWordsOf(key: Buffer, id: (typeof due)[number]["id"]): Buffer | undefined {
      try {
        const reading = openReading(db, archive, id);
        return reading && sealWords(key, id, reading);
      } catch {
        return undefined;
      }
    }
  });
}
