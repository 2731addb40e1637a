// The tables drizzle is told of are the tables the migrations make: same columns, types, order and blanks.
import Database from "better-sqlite3";
import { getTableName, is, type Table } from "drizzle-orm";
import { getTableConfig, SQLiteTable } from "drizzle-orm/sqlite-core";
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrate } from "#db/migrate";
import { listFiles, projectFolder } from "./tree.ts";

type Column = { name: string; type: string; notnull: number; pk: number };

const tables: SQLiteTable[] = [];
for (const file of listFiles(projectFolder, ["db"], [".ts"])) {
  // oxlint-disable-next-line import/no-dynamic-require -- every file of db/ is looked at, whatever it is called
  const exported = (await import(pathToFileURL(join(projectFolder, file)).href)) as Record<string, unknown>;
  for (const each of Object.values(exported)) if (is(each, SQLiteTable)) tables.push(each);
}
const nameOf = (table: SQLiteTable): string => getTableName(table as unknown as Table);

let database: Database.Database;
beforeAll(() => {
  database = new Database(":memory:");
  migrate(database);
});
afterAll(() => database.close());

const columnsOf = (name: string): Column[] =>
  (database.pragma(`table_xinfo(${name})`) as (Column & { hidden: number })[])
    // 1 is a hidden column of a virtual table; 2 and 3 are generated columns, which we read like others.
    .filter((column) => column.hidden !== 1)
    .map(({ name: column, type, notnull, pk }) => ({ name: column, type, notnull, pk }));

describe("the tables drizzle is told of", () => {
  it("are all tables that the migrations make", () => {
    const made = database
      .prepare(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'",
      )
      .pluck()
      .all();
    // Made with the first journal, so that a reason given later needs no migration; nothing writes one yet.
    const waiting = ["journal_reason"];
    expect([...tables.map(nameOf), ...waiting].sort()).toEqual(made.sort());
  });

  it.each(tables.map((table) => ({ name: nameOf(table), table })))("$name has the same columns", ({ name, table }) => {
    const { columns, primaryKeys } = getTableConfig(table);
    const inKey = primaryKeys.flatMap((key) => key.columns.map((column) => column.name));
    const told = columns.map((column) => ({
      name: column.name,
      type: column.getSQLType().toUpperCase(),
      isRequired: column.notNull || column.primary || inKey.includes(column.name),
      isInKey: column.primary || inKey.includes(column.name),
    }));
    const made = columnsOf(name).map((column) => ({
      name: column.name,
      type: column.type,
      isRequired: column.notnull === 1 || column.pk > 0,
      isInKey: column.pk > 0,
    }));
    expect(told).toEqual(made);
  });
});
