// The sealed text of a page with the wrapped key it hangs on, in one question: a search opens hundreds in a row.
import { and, eq, sql } from "drizzle-orm";
import type { PageId } from "#contract/scan";
import { contentKeyTable } from "./keys.ts";
import type { ReadDb } from "./open.ts";
import { readingTextTable } from "./reading.ts";
import { pageVersionTable } from "./scan.ts";

export type SealedText = { readonly fileId: string; readonly wrapped: Buffer; readonly sealed: Buffer };

const prepare = (db: ReadDb) =>
  db
    .select({
      fileId: pageVersionTable.fileId,
      wrapped: contentKeyTable.wrapped,
      sealed: readingTextTable.sealed,
    })
    .from(readingTextTable)
    .innerJoin(
      pageVersionTable,
      and(eq(pageVersionTable.pageId, readingTextTable.pageId), eq(pageVersionTable.number, 1)),
    )
    .innerJoin(contentKeyTable, eq(contentKeyTable.id, pageVersionTable.fileId))
    .where(eq(readingTextTable.pageId, sql.placeholder("pageId")))
    .prepare();
const prepared = new WeakMap<ReadDb, ReturnType<typeof prepare>>();

/** Undefined when the page was not read, or its key was dropped. */
export function getSealedText(db: ReadDb, pageId: PageId): SealedText | undefined {
  const statement = prepared.get(db) ?? prepare(db);
  prepared.set(db, statement);
  return statement.get({ pageId });
}
