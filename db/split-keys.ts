// In a backup the content keys lie in a file of their own, so that destruction rewrites only that small file (tech: 4.1; P14).
import { contentKeyTable } from "./keys.ts";
import { countRows } from "./count-rows.ts";
import { openDatabase } from "./open.ts";
import { leavePageTextsOut } from "./search-index.ts";

/** Moves content_key out of the copied database at `copyPath` into a new encrypted database at `keysPath`, both under `key`. */
export function splitContentKeys(copyPath: string, keysPath: string, key: Buffer): void {
  const copy = openDatabase(copyPath, key);
  const keys = openDatabase(keysPath, key, { mayCreate: true });
  try {
    keys.raw.exec(
      "CREATE TABLE content_key (id TEXT PRIMARY KEY, kind TEXT NOT NULL, wrapped BLOB NOT NULL) STRICT, WITHOUT ROWID",
    );
    keys.write((db) => {
      for (const row of copy.read.select().from(contentKeyTable).all()) db.insert(contentKeyTable).values(row).run();
    });
    if (countRows(keys.read, contentKeyTable) !== countRows(copy.read, contentKeyTable))
      throw new Error("every key is in the key file before the table goes");
    // What was read on a page stands in a backup only under the key of its page (P14): the index is made anew after a restore.
    copy.write(leavePageTextsOut);
    copy.raw.exec("DROP TABLE content_key");
    copy.raw.exec("VACUUM");
    for (const each of [copy, keys]) each.raw.pragma("journal_mode=DELETE");
  } finally {
    copy.close();
    keys.close();
  }
}

/** Brings the content keys of a backup back into a restored database. */
export function joinContentKeys(databasePath: string, keysPath: string, key: Buffer): void {
  const target = openDatabase(databasePath, key);
  const keys = openDatabase(keysPath, key, { isReadonly: true });
  try {
    target.raw.exec(
      "CREATE TABLE content_key (id TEXT PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('file', 'item', 'person', 'row', 'resident', 'request')), wrapped BLOB NOT NULL CHECK (length(wrapped) = 60)) STRICT, WITHOUT ROWID",
    );
    target.write((db) => {
      for (const row of keys.read.select().from(contentKeyTable).all()) db.insert(contentKeyTable).values(row).run();
    });
  } finally {
    target.close();
    keys.close();
  }
}
