// A page's reading as it is kept: deflated, sealed under a key derived from the key of the page's first version, so that
// dropping that key drops the text too (personal-data P6, P14).
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { pageReading, type PageReading } from "#contract/reading";
import type { PageId } from "#contract/scan";
import { getContentKey } from "#db/keys";
import type { ReadDb } from "#db/open";
import { getReadingText } from "#db/reading";
import { getFirstFile } from "#db/scan";
import type { OpenArchive } from "./open-archive.ts";

function keyOf(db: ReadDb, archive: OpenArchive, pageId: PageId): Buffer | undefined {
  const fileId = getFirstFile(db, pageId);
  const key = fileId === undefined ? undefined : getContentKey(db, archive.keys, fileId);
  return key && Buffer.from(hkdfSync("sha256", key, Buffer.from(pageId), "lindang reading 1", 32));
}

/** nonce(12) ‖ ciphertext ‖ tag(16); undefined when the page or its key is gone. */
export function sealReading(
  db: ReadDb,
  archive: OpenArchive,
  pageId: PageId,
  reading: PageReading,
): Buffer | undefined {
  const key = keyOf(db, archive, pageId);
  if (!key) return undefined;
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  const plain = deflateRawSync(JSON.stringify(reading));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** The lines of a page with their places; undefined while it was not read, or when it is gone. */
export function openReading(db: ReadDb, archive: OpenArchive, pageId: PageId): PageReading | undefined {
  const sealed = getReadingText(db, pageId);
  const key = sealed && keyOf(db, archive, pageId);
  if (!sealed || !key) return undefined;
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(sealed.length - 16));
  const plain = Buffer.concat([decipher.update(sealed.subarray(12, sealed.length - 16)), decipher.final()]);
  return pageReading.parse(JSON.parse(inflateRawSync(plain).toString("utf8")));
}
