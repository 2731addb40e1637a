// The key everything read on a page hangs on: that of the file its first version is kept in, so that dropping it drops the text
// too (personal-data P6, P14).
import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from "node:crypto";
import type { PageId } from "#contract/scan";
import { getContentKey } from "#db/keys";
import type { ReadDb } from "#db/open";
import { getFirstFile } from "#db/scan";
import type { OpenArchive } from "./open-archive.ts";

export type PageKey = { readonly fileId: string; readonly key: Buffer };

/** Undefined when the page or its key is gone. */
export function pageKeyOf(db: ReadDb, archive: OpenArchive, pageId: PageId): PageKey | undefined {
  const fileId = getFirstFile(db, pageId);
  const key = fileId === undefined ? undefined : getContentKey(db, archive.keys, fileId);
  return fileId !== undefined && key ? { fileId, key } : undefined;
}

/** nonce(12) ‖ ciphertext ‖ tag(16). */
export function sealBytes(key: Buffer, plain: Buffer): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", createSecretKey(key), nonce);
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Throws when the bytes are not what was sealed. */
export function openBytes(key: Buffer, sealed: Buffer): Buffer {
  // As a key object: handed over as bytes, a key costs Node three times as much as opening a page with it.
  const decipher = createDecipheriv("aes-256-gcm", createSecretKey(key), sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(sealed.length - 16));
  const plain = decipher.update(sealed.subarray(12, sealed.length - 16));
  decipher.final();
  return plain;
}
