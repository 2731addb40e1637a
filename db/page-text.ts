// What stands on a page, words alone and sealed apart from their places: a search opens hundreds of pages in a row. Told with
// the wrapped key it hangs on, in one question.
import { eq, sql } from "drizzle-orm";
import { blob, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { PageId } from "#contract/scan";
import { contentKeyTable } from "./keys.ts";
import type { ReadDb, WriteDb } from "./open.ts";

export const pageTextTable = sqliteTable("page_text", {
  seq: integer().primaryKey(),
  fileId: text("file_id").notNull(),
  /** Null while the words stand in the reading only. */
  sealed: blob({ mode: "buffer" }),
});

export type PageText = {
  readonly seq: number;
  readonly pageId: PageId;
  readonly fileId: string;
  readonly wrapped: Buffer;
  readonly sealed: Buffer | null;
};

const prepare = (db: ReadDb) =>
  db
    .select({
      seq: pageTextTable.seq,
      pageId: sql<PageId>`page.id`,
      fileId: pageTextTable.fileId,
      wrapped: contentKeyTable.wrapped,
      sealed: pageTextTable.sealed,
    })
    .from(pageTextTable)
    .innerJoin(sql`page`, sql`page.seq = ${pageTextTable.seq}`)
    .innerJoin(contentKeyTable, eq(contentKeyTable.id, pageTextTable.fileId))
    .where(sql`${pageTextTable.seq} IN (SELECT value FROM json_each(${sql.placeholder("seqs")}))`)
    .prepare();
const prepared = new WeakMap<ReadDb, ReturnType<typeof prepare>>();

/** By page.seq; those are missing that were not read, or whose key was dropped. */
export function getPageTexts(db: ReadDb, seqs: readonly number[]): Map<number, PageText> {
  const statement = prepared.get(db) ?? prepare(db);
  prepared.set(db, statement);
  return new Map(statement.all({ seqs: JSON.stringify(seqs) }).map((text) => [text.seq, text]));
}

/** Keeps the sealed words of a page in place of others. */
export function putPageText(db: WriteDb, pageId: PageId, fileId: string, sealed: Buffer): void {
  db.run(sql`INSERT INTO page_text (seq, file_id, sealed) SELECT seq, ${fileId}, ${sealed} FROM page WHERE id = ${pageId}
    ON CONFLICT (seq) DO UPDATE SET file_id = excluded.file_id, sealed = excluded.sealed`);
}

/** Takes the words of a page away for good. */
export const dropPageText = (db: WriteDb, pageId: PageId): void =>
  void db.run(sql`DELETE FROM page_text WHERE seq = (SELECT seq FROM page WHERE id = ${pageId})`);

/** Pages read before words were sealed apart (0017). */
export const listUnsealedTexts = (db: ReadDb, limit: number): { id: PageId }[] =>
  db
    .select({ id: sql<PageId>`page.id` })
    .from(sql`page_text JOIN page ON page.seq = page_text.seq`)
    .where(sql`page_text.sealed IS NULL`)
    .limit(limit)
    .all();
