// Content keys: one 32-byte key per sealed file, item and person, wrapped by the archive's `wrap` key (tech: 4.1, Keys).
import { createCipheriv, createDecipheriv, createHmac, createSecretKey, KeyObject, randomBytes } from "node:crypto";
import { eq, inArray, sql } from "drizzle-orm";
import { blob, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { insertRow, insertRows } from "./insert-row.ts";
import type { ReadDb, WriteDb } from "./open.ts";
import { randomNonce } from "./random-nonce.ts";

export const archiveKeyTable = sqliteTable("archive_key", {
  name: text().$type<"wrap" | "hmac">().primaryKey(),
  key: blob({ mode: "buffer" }).notNull(),
});
/** What a key belongs to: a sealed file, an item, a person with a slot, a row of a ledger, a resident, a rights request. */
export type KeyKind = "file" | "item" | "person" | "row" | "resident" | "request";

export const contentKeyTable = sqliteTable("content_key", {
  id: text().primaryKey(),
  kind: text().$type<KeyKind>().notNull(),
  wrapped: blob({ mode: "buffer" }).notNull(),
});

/** The two sub-keys of an open archive, held in memory until it is locked. */
export type SubKeys = { readonly wrap: Buffer; readonly hmac: Buffer };

/** Makes the sub-keys of a new archive. */
export function makeSubKeys(db: WriteDb): SubKeys {
  const keys = { wrap: randomBytes(32), hmac: randomBytes(32) };
  db.insert(archiveKeyTable)
    .values([
      { name: "wrap", key: keys.wrap },
      { name: "hmac", key: keys.hmac },
    ])
    .run();
  return keys;
}

/** Reads the sub-keys; an archive without them was never finished and is damaged. */
export function readSubKeys(db: ReadDb): SubKeys | undefined {
  const rows = db.select().from(archiveKeyTable).all();
  const of = (name: "wrap" | "hmac"): Buffer | undefined => rows.find((row) => row.name === name)?.key;
  const [wrap, hmac] = [of("wrap"), of("hmac")];
  return wrap && hmac ? { wrap, hmac } : undefined;
}

/**
 * A key as its bytes, or as the object made of them: making the object costs as much as what is done with it, so whoever works
 * through ten thousand rows makes it once and lets it go with the work.
 */
export type SecretKey = Buffer | KeyObject;

/** Bytes for a key cost Node several times as much as an object does. */
export const keyObjectOf = (key: SecretKey): KeyObject => (key instanceof KeyObject ? key : createSecretKey(key));

/** nonce(12) ‖ ciphertext(32) ‖ tag(16); the id is authenticated, so a wrapped key cannot be moved to another thing. */
export function wrapKey({ wrap }: { readonly wrap: SecretKey }, id: string, key: Buffer): Buffer {
  const nonce = randomNonce();
  const cipher = createCipheriv("aes-256-gcm", keyObjectOf(wrap), nonce);
  cipher.setAAD(Buffer.from(id));
  return Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
}

/** The key out of its wrapping; throws when it was wrapped for another id or by another archive. */
export function unwrapKey(keys: SubKeys, id: string, wrapped: Buffer): Buffer {
  // As a key object: a search unwraps hundreds in a row, and bytes for a key cost Node three times as much.
  const decipher = createDecipheriv("aes-256-gcm", createSecretKey(keys.wrap), wrapped.subarray(0, 12));
  decipher.setAAD(Buffer.from(id));
  decipher.setAuthTag(wrapped.subarray(44));
  return Buffer.concat([decipher.update(wrapped.subarray(12, 44)), decipher.final()]);
}

/** Keeps the key of a new thing. */
export function putContentKey(db: WriteDb, keys: SubKeys, id: string, kind: KeyKind, key: Buffer): void {
  insertRow(db, contentKeyTable, { id, kind, wrapped: wrapKey(keys, id, key) });
}

/** The same for keys of one kind that were wrapped before the transaction began. */
export function putWrappedKeys(db: WriteDb, kind: KeyKind, given: readonly { id: string; wrapped: Buffer }[]): void {
  const rows = given.map(({ id, wrapped }) => ({ id, kind, wrapped }));
  insertRows(db, contentKeyTable, rows);
}

// Asked for row by row when ten thousand are taken back: to build the question anew costs more than the answer.
const prepareOne = (db: ReadDb) =>
  db
    .select({ wrapped: contentKeyTable.wrapped })
    .from(contentKeyTable)
    .where(eq(contentKeyTable.id, sql.placeholder("id")))
    .prepare();
const prepared = new WeakMap<ReadDb, ReturnType<typeof prepareOne>>();

/** The key of one thing, or undefined when it was dropped. */
export function getContentKey(db: ReadDb, keys: SubKeys, id: string): Buffer | undefined {
  const statement = prepared.get(db) ?? prepareOne(db);
  prepared.set(db, statement);
  const row = statement.get({ id });
  return row && unwrapKey(keys, id, row.wrapped);
}

/** Drops keys: what they sealed is unreadable from then on (personal-data P14). */
export function dropContentKeys(db: WriteDb, ids: readonly string[]): void {
  for (let at = 0; at < ids.length; at += 500) {
    db.delete(contentKeyTable)
      .where(inArray(contentKeyTable.id, ids.slice(at, at + 500)))
      .run();
  }
}

/** Keyed digest of a value for the journal: under the object's own key, so it dies with it; "" for nothing (P7). */
export const keyedDigest = (key: SecretKey, value: unknown): string =>
  value === undefined ? "" : createHmac("sha256", keyObjectOf(key)).update(JSON.stringify(value)).digest("hex");
