// A page's reading as it is kept: deflated, sealed under a key derived from the key of the page's first version, so that
// dropping that key drops the text too (personal-data P6, P14).
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { pageReading, type PageReading } from "#contract/reading";
import type { PageId } from "#contract/scan";
import { getContentKey, unwrapKey } from "#db/keys";
import type { ReadDb } from "#db/open";
import { getReadingText } from "#db/reading";
import { getFirstFile } from "#db/scan";
import { getSealedText } from "#db/sealed-text";
import type { OpenArchive } from "./open-archive.ts";

function keyOf(db: ReadDb, archive: OpenArchive, pageId: PageId): Buffer | undefined {
  const fileId = getFirstFile(db, pageId);
  const key = fileId === undefined ? undefined : getContentKey(db, archive.keys, fileId);
  return key && textKeyOf(key, pageId);
}

/**
 * HKDF of RFC 5869 with SHA-256, the page's id as salt, one block long. Spelled as its two HMACs: Node's own function makes
 * key objects on the way, which costs a search over hundreds of pages a third of its time.
 */
function textKeyOf(key: Buffer, pageId: PageId): Buffer {
  const extracted = createHmac("sha256", pageId).update(key).digest();
  return createHmac("sha256", extracted).update("lindang reading 1\u0001").digest();
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
  return pageReading.parse(openSealed(key, sealed));
}

function openSealed(key: Buffer, sealed: Buffer): unknown {
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(sealed.length - 16));
  const plain = Buffer.concat([decipher.update(sealed.subarray(12, sealed.length - 16)), decipher.final()]);
  return JSON.parse(inflateRawSync(plain).toString("utf8"));
}

/**
 * The lines alone, for a search that opens hundreds of pages in a row: what the seal proves to be ours was checked when it was
 * written, and is not checked again (a third of the time).
 */
export function openReadLines(db: ReadDb, archive: OpenArchive, pageId: PageId): PageReading["lines"] | undefined {
  const found = getSealedText(db, pageId);
  if (!found) return undefined;
  const key = textKeyOf(unwrapKey(archive.keys, found.fileId, found.wrapped), pageId);
  return (openSealed(key, found.sealed) as PageReading).lines;
}
