// A question gone through row by row, for whoever cannot say beforehand how many rows are enough.
import type Database from "better-sqlite3";
import type { Query } from "drizzle-orm";
import type { ReadDb } from "./open.ts";

/**
 * The rows of a question as bare values in the order of its columns. Leaving the loop ends the question; nothing may be written to
 * the archive while it is gone through.
 */
export function walkRows(db: ReadDb, question: { toSQL(): Query }): IterableIterator<unknown[]> {
  const { $client } = db as ReadDb & { readonly $client: Database.Database };
  const { sql, params } = question.toSQL();
  return $client
    .prepare(sql)
    .raw()
    .iterate(...params) as IterableIterator<unknown[]>;
}
