// Values that are sealed inside the database under the key of the one thing they belong to: a resident, a row of a ledger, a
// request. Dropping the key drops them (personal-data P7, P9, P14).
import { createCipheriv, createDecipheriv, createHmac, createSecretKey, randomBytes } from "node:crypto";
import { getContentKey, keyObjectOf, putContentKey, type KeyKind, type SecretKey } from "#db/keys";
import type { ReadDb, WriteDb } from "#db/open";
import { randomNonce } from "#db/random-nonce";
import type { OpenArchive } from "./open-archive.ts";

/** Makes and keeps the key of a new thing; the key is the caller's to seal with. */
export function makeRecordKey(db: WriteDb, archive: OpenArchive, id: string, kind: KeyKind): Buffer {
  const key = randomBytes(32);
  putContentKey(db, archive.keys, id, kind, key);
  return key;
}

/** The key of a thing that has one; a fault when it was dropped, because nobody may ask then any more. */
export function recordKeyOf(db: ReadDb, archive: OpenArchive, id: string): Buffer {
  const key = getContentKey(db, archive.keys, id);
  if (!key) throw new Error("what is sealed has its key");
  return key;
}

/**
 * nonce(12) ‖ ciphertext ‖ tag(16) of the value as JSON. `use` says what it is of ("resident secrets", "row values") and is
 * authenticated: what was sealed for one use opens for no other.
 */
export function sealRecord(key: SecretKey, use: string, value: unknown): Buffer {
  const nonce = randomNonce();
  const cipher = createCipheriv("aes-256-gcm", keyObjectOf(key), nonce);
  cipher.setAAD(Buffer.from(`lindang ${use}`));
  return Buffer.concat([nonce, cipher.update(JSON.stringify(value), "utf8"), cipher.final(), cipher.getAuthTag()]);
}

/** What was sealed; the caller checks its shape. Throws when the bytes are not what was sealed for this use under this key. */
export function openRecord(key: Buffer, use: string, sealed: Buffer): unknown {
  const decipher = createDecipheriv("aes-256-gcm", createSecretKey(key), sealed.subarray(0, 12));
  decipher.setAAD(Buffer.from(`lindang ${use}`));
  decipher.setAuthTag(sealed.subarray(sealed.length - 16));
  const plain = Buffer.concat([decipher.update(sealed.subarray(12, sealed.length - 16)), decipher.final()]);
  return JSON.parse(plain.toString("utf8"));
}

/** Keyed digest of a personal value, under the archive's own key: finds an equal one without showing it (P7). */
export const personalDigest = (archive: OpenArchive, use: string, value: string): string =>
  createHmac("sha256", archive.keys.hmac).update(`${use}\u0001${value}`).digest("hex");
