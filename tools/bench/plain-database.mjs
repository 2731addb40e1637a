import Database from "better-sqlite3";
import { copyFile } from "node:fs/promises";
import { connectionOf, openDatabase } from "#db/open";
import { archivePaths } from "#engine/vault/archive-folder";

/**
 * The same database twice: the archive's own, and a copy of it that is not encrypted, page for page the same. Only the
 * benchmark has such a copy; the program refuses to open one.
 * @param {import("./big-archive.mjs").BigArchive} archive closed
 * @param {string} plainFile where the copy goes
 * @returns {Promise<{ encrypted: import("#db/open").Connection; plain: import("#db/open").Connection }>}
 */
export async function openTwice({ folder, archiveKey }, plainFile) {
  const { database } = archivePaths(folder);
  await copyFile(database, plainFile);
  const opening = openDatabase(plainFile, archiveKey);
  opening.raw.pragma("journal_mode=DELETE");
  opening.raw.pragma("rekey=''");
  opening.close();
  const encrypted = openDatabase(database, archiveKey);
  const raw = new Database(plainFile);
  // Everything but the cipher as db/open.ts has it.
  const settings = ["journal_mode", "synchronous", "temp_store", "foreign_keys", "trusted_schema", "secure_delete"];
  for (const name of [...settings, "mmap_size", "cache_size"])
    raw.pragma(`${name}=${String(encrypted.raw.pragma(name, { simple: true }))}`);
  return { encrypted, plain: connectionOf(raw) };
}
