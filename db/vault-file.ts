// Sealed files: what is known of each, and which are still referred to.
import { and, gte, inArray, lt, sql } from "drizzle-orm";
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { insertRow } from "./insert-row.ts";
import { dropContentKeys } from "./keys.ts";
import type { ReadDb, WriteDb } from "./open.ts";

export const vaultFileTable = sqliteTable("vault_file", {
  id: text().primaryKey(),
  cipherSha256: text("cipher_sha256").notNull(),
  cipherSize: integer("cipher_size").notNull(),
  plainSize: integer("plain_size").notNull(),
  plainSha256: text("plain_sha256").notNull(),
  plainSm3: text("plain_sm3").notNull(),
});
export type VaultFile = typeof vaultFileTable.$inferSelect;

/** Notes a file that is already durable on disk. */
export function addVaultFile(db: WriteDb, file: VaultFile): void {
  insertRow(db, vaultFileTable, file);
}

/** Facts of several files, by id. */
export function getVaultFiles(db: ReadDb, ids: readonly string[]): Map<string, VaultFile> {
  const found = new Map<string, VaultFile>();
  for (let at = 0; at < ids.length; at += 500) {
    const some = inArray(vaultFileTable.id, ids.slice(at, at + 500));
    for (const file of db.select().from(vaultFileTable).where(some).all()) found.set(file.id, file);
  }
  return found;
}

/**
 * Names of the files the archive refers to, all of them or those with this beginning, a piece of a million at a time; anything else
 * in the folder is an orphan of a crash.
 */
export function listVaultFileIds(db: ReadDb, beginning = ""): string[] {
  const { id } = vaultFileTable;
  return db
    .select({ id })
    .from(vaultFileTable)
    .where(beginning === "" ? undefined : and(gte(id, beginning), lt(id, `${beginning}\uffff`)))
    .all()
    .map((row) => row.id);
}

/** Whether the archive has any sealed file. */
export const hasVaultFiles = (db: ReadDb): boolean =>
  db.select({ id: vaultFileTable.id }).from(vaultFileTable).limit(1).get() !== undefined;

/** Forgets files nothing refers to any more, keys first; returns their names so that the caller removes them on disk. */
export function dropUnusedFiles(db: WriteDb, ids: readonly string[]): string[] {
  const unused: string[] = [];
  for (let at = 0; at < ids.length; at += 500) {
    const rows = db
      .select({ id: vaultFileTable.id })
      .from(vaultFileTable)
      .where(
        sql`${inArray(vaultFileTable.id, ids.slice(at, at + 500))}
          AND NOT EXISTS (SELECT 1 FROM page_version v WHERE v.file_id = vault_file.id)
          AND NOT EXISTS (SELECT 1 FROM scan s WHERE s.file_id = vault_file.id)
          AND NOT EXISTS (SELECT 1 FROM reading_copy c WHERE c.file_id = vault_file.id)`,
      )
      .all();
    unused.push(...rows.map((row) => row.id));
  }
  dropContentKeys(db, unused);
  for (let at = 0; at < unused.length; at += 500) {
    db.delete(vaultFileTable)
      .where(inArray(vaultFileTable.id, unused.slice(at, at + 500)))
      .run();
  }
  return unused;
}
