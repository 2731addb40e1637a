// A word index that is given up is set aside under another name in an instant and removed piece by piece: emptying it in one
// go would write over every page of it (secure_delete) and hold the archive for seconds.
import { sql } from "drizzle-orm";
import type { Connection, ReadDb, WriteDb } from "./open.ts";

/** The three word indexes: items, their pinyin, pages. */
const indexNames = ["item_ft", "item_pinyin_ft", "page_ft"] as const;
type IndexName = (typeof indexNames)[number];

/** Rows of a usual piece; a row is one page of the index, about 4 KB. */
const usualRows = 300;
// Parts of the index are joined as it is written, a little at a time; joining many at once would hold the archive (fts5, 6.9).
const partsAtMost = 1000;
/** A block of an index as large as a page of the encrypted file holds: a larger one is read in two. */
const bytesOfBlock = 3920;

type Made = { readonly name: string; readonly sql: string };

/** Tables set aside that are not all removed yet. */
function listOld(db: ReadDb): Made[] {
  return db
    .select({ name: sql<string>`name`, sql: sql<string>`sql` })
    .from(sql`sqlite_schema`)
    .where(sql`type = 'table' AND name IN ('old_item_ft', 'old_item_pinyin_ft', 'old_page_ft')`)
    .all();
}

/** Whether something that was set aside is still to be removed. */
export const hasOldIndex = (db: ReadDb): boolean => listOld(db).length > 0;

/**
 * Works with the guard off that the driver keeps before the tables an index has for itself: only what is set aside, nobody's
 * index any more, is touched by name.
 */
function unguarded<T>({ raw, write }: Connection, work: (db: WriteDb) => T): T {
  raw.unsafeMode(true);
  try {
    return write(work);
  } finally {
    raw.unsafeMode(false);
  }
}

/**
 * Puts empty indexes in the place of the three, which are set aside, and does `work` in the same transaction. Nothing else may
 * be set aside already.
 */
export function setIndexesAside(connection: Connection, work: (db: WriteDb) => void): void {
  unguarded(connection, (db) => {
    for (const name of indexNames) setAside(db, name);
    work(db);
  });
}

function setAside(db: WriteDb, name: IndexName): void {
  const made = db
    .select({ sql: sql<string>`sql` })
    .from(sql`sqlite_schema`)
    .where(sql`name = ${name}`)
    .get();
  if (!made) throw new Error(`the index ${name} is there`);
  // Triggers go on naming the new index; without this they would follow the old one (SQLite, ALTER TABLE RENAME).
  db.run(sql`PRAGMA legacy_alter_table = ON`);
  db.run(sql.raw(`ALTER TABLE ${name} RENAME TO old_${name}`));
  db.run(sql`PRAGMA legacy_alter_table = OFF`);
  db.run(sql.raw(made.sql));
  // The old one is told that it is empty: half removed it is then no damaged index, for a check of the whole database neither.
  db.run(sql.raw(`REPLACE INTO old_${name}_data (id, block) SELECT id, block FROM ${name}_data WHERE id IN (1, 10)`));
  db.run(sql.raw(`INSERT INTO ${name} (${name}, rank) VALUES ('crisismerge', ${partsAtMost})`));
  if (name === "page_ft") db.run(sql.raw(`INSERT INTO page_ft (page_ft, rank) VALUES ('hashsize', 16000000)`));
  db.run(sql.raw(`INSERT INTO ${name} (${name}, rank) VALUES ('pgsz', ${bytesOfBlock})`));
}

/** Removes a piece of what was set aside, in a transaction of its own; true when nothing is left of it. */
export function removeOldIndex(connection: Connection, rowsAtOnce = usualRows): boolean {
  return unguarded(connection, (db) => {
    const [old] = listOld(db);
    if (!old) return true;
    const data = sql.raw(`${old.name}_data`);
    const { changes } = db.run(
      sql`DELETE FROM ${data} WHERE id IN (SELECT id FROM ${data} WHERE id > 10 LIMIT ${rowsAtOnce})`,
    );
    if (changes > 0) return false;
    db.run(sql.raw(`DROP TABLE ${old.name}`));
    return !hasOldIndex(db);
  });
}

/** Removes all of what was set aside at once: for a copy of the database that nobody waits for. */
export function dropOldIndex(db: WriteDb): void {
  for (const { name } of listOld(db)) db.run(sql.raw(`DROP TABLE ${name}`));
}
