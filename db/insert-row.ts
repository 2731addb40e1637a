// Inserting the same kind of row again and again: drizzle builds a statement each time, so it is built once per connection.
import { getTableColumns, sql } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { WriteDb } from "./open.ts";

type Prepared = { run(values: Record<string, unknown>): unknown };
const prepared = new WeakMap<WriteDb, Map<SQLiteTable, Prepared>>();

/**
 * Inserts one row. Columns left out are NULL: a column with a default of its own must be given, or the table asked
 * through drizzle itself.
 */
export function insertRow<T extends SQLiteTable>(db: WriteDb, table: T, row: T["$inferInsert"]): void {
  const known = prepared.get(db) ?? new Map<SQLiteTable, Prepared>();
  prepared.set(db, known);
  let statement = known.get(table);
  const columns = Object.keys(getTableColumns(table));
  if (!statement) {
    const places = Object.fromEntries(columns.map((name) => [name, sql.placeholder(name)]));
    // The names are the table's own, so the places fit its row; the compiler cannot see that through fromEntries.
    statement = db
      .insert(table)
      .values(places as never)
      .prepare() as Prepared;
    known.set(table, statement);
  }
  const given = row as Record<string, unknown>;
  statement.run(Object.fromEntries(columns.map((name) => [name, given[name] ?? null])));
}
