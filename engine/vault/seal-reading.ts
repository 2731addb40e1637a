// A page's reading as it is kept: deflated, sealed under a key derived from the page's own (personal-data P6, P14).
import { createHmac } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { pageReading, type PageReading } from "#contract/reading";
import type { PageId } from "#contract/scan";
import type { ReadDb } from "#db/open";
import { getReadingText, type SealedReading } from "#db/reading";
import type { OpenArchive } from "./open-archive.ts";
import { openBytes, pageKeyOf, sealBytes } from "./page-key.ts";
import { sealWords } from "./seal-words.ts";

/** HKDF of RFC 5869 with SHA-256, the page's id as salt, one block long, spelled as its two HMACs. */
function readingKeyOf(key: Buffer, pageId: PageId): Buffer {
  const extracted = createHmac("sha256", pageId).update(key).digest();
  return createHmac("sha256", extracted).update("lindang reading 1\u0001").digest();
}

/** All of it, and its words apart; undefined when the page or its key is gone. */
export function sealReading(
  db: ReadDb,
  archive: OpenArchive,
  pageId: PageId,
  reading: PageReading,
): SealedReading | undefined {
  const of = pageKeyOf(db, archive, pageId);
  return (
    of && {
      fileId: of.fileId,
      reading: sealBytes(readingKeyOf(of.key, pageId), deflateRawSync(JSON.stringify(reading))),
      words: sealWords(of.key, pageId, reading),
    }
  );
}

/** The lines of a page with their places; undefined while it was not read, or when it is gone. */
export function openReading(db: ReadDb, archive: OpenArchive, pageId: PageId): PageReading | undefined {
  const sealed = getReadingText(db, pageId);
  const key = sealed && pageKeyOf(db, archive, pageId)?.key;
  if (!sealed || !key) return undefined;
  return pageReading.parse(JSON.parse(inflateRawSync(openBytes(readingKeyOf(key, pageId), sealed)).toString("utf8")));
}
