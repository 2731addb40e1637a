// Inserting the same kind of row again and again: drizzle builds a statement each time and looks at every value of every row, so
// the statement is made once per connection and each column's own encoder is asked straight away.
import type Database from "better-sqlite3";
import { Column, getTableColumns, getTableName } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { WriteDb } from "./open.ts";

type Prepared = {
  readonly one: Database.Statement;
  /** Compiled when the first many come. */
  readonly some: () => Database.Statement;
  /** `encode` is missing where a value goes to the driver as it is. */
  readonly fields: readonly { readonly name: string; readonly encode?: (value: unknown) => unknown }[];
};
/** Rows of one statement where many are inserted: from here on a longer one is no faster. */
const together = 16;
const prepared = new WeakMap<WriteDb, Map<SQLiteTable, Prepared>>();

/** What a column of plain text or numbers does to its values: nothing. */
const asItIs = Column.prototype.mapToDriverValue;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

function prepareInsert(db: WriteDb, table: SQLiteTable): Prepared {
  // What the store reckons itself (页数 of an item) takes no value.
  const columns = Object.entries(getTableColumns(table)).filter(([, { generated }]) => generated === undefined);
  const names = columns.map(([, column]) => quoted(column.name)).join(", ");
  const places = `(${columns.map(() => "?").join(", ")})`;
  const into = `INSERT INTO ${quoted(getTableName(table))} (${names}) VALUES `;
  const { $client } = db as WriteDb & { readonly $client: Database.Database };
  let some: Database.Statement | undefined;
  return {
    one: $client.prepare(into + places),
    some: () => (some ??= $client.prepare(into + Array.from({ length: together }, () => places).join(", "))),
    fields: columns.map(([name, column]) =>
      column.mapToDriverValue === asItIs ? { name } : { name, encode: (value) => column.mapToDriverValue(value) },
    ),
  };
}

function preparedOf(db: WriteDb, table: SQLiteTable): Prepared {
  let known = prepared.get(db);
  if (!known) prepared.set(db, (known = new Map()));
  let insert = known.get(table);
  if (!insert) known.set(table, (insert = prepareInsert(db, table)));
  return insert;
}

function addValues({ fields }: Prepared, row: object, values: unknown[]): void {
  const given = row as Record<string, unknown>;
  for (const { name, encode } of fields) {
    const value = given[name] ?? null;
    values.push(encode ? encode(value) : value);
  }
}

/**
 * Inserts one row. Columns left out are NULL: a column with a default of its own must be given, or the table asked
 * through drizzle itself.
 */
export function insertRow<T extends SQLiteTable>(db: WriteDb, table: T, row: T["$inferInsert"]): void {
  const insert = preparedOf(db, table);
  const values: unknown[] = [];
  addValues(insert, row, values);
  insert.one.run(values);
}

/** Inserts many rows in the order given, several with one statement; each as insertRow takes it. */
export function insertRows<T extends SQLiteTable>(db: WriteDb, table: T, rows: Iterable<T["$inferInsert"]>): void {
  const insert = preparedOf(db, table);
  const { length } = insert.fields;
  let values: unknown[] = [];
  for (const row of rows) {
    addValues(insert, row, values);
    if (values.length < together * length) continue;
    insert.some().run(values);
    values = [];
  }
  for (let at = 0; at < values.length; at += length) insert.one.run(values.slice(at, at + length));
}
