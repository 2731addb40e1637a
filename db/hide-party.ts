// 党务 hidden in one place: a second connection whose temporary views stand before the tables of the same name. Every
// read through it, whoever wrote it, sees no item of a 党务 matter and nothing that hangs on one. "main.item" is the way
// round it, for numbers that must run without a gap whoever looks.
import type Database from "better-sqlite3";
import { sql } from "drizzle-orm";
import type { ItemFilter } from "#contract/item";
import { openDatabase, type Connection, type ReadDb } from "./open.ts";
import { lastPlace } from "./index-place.ts";

/** What other tables hang on, in an order in which each hangs only on those before it. */
const carriers = ["matter", "volume", "item", "page", "digital_file", "register_entry"] as const;
type Pointer = { readonly column: string; readonly hidden: string };

/** Columns of a table that point at a thing some of whose rows are hidden, with the query that names those. */
function pointersOf(raw: Database.Database, table: string, hidden: ReadonlyMap<string, string>): Pointer[] {
  const columns = raw.pragma(`main.table_xinfo(${table})`) as { name: string }[];
  const keys = raw.pragma(`main.foreign_key_list(${table})`) as { table: string; from: string }[];
  return columns.flatMap(({ name }) => {
    const parent =
      keys.find((key) => key.from === name)?.table ??
      carriers.find((each) => name === `${each}_id` || name.endsWith(`_${each}_id`));
    const ids = parent === undefined || parent === table ? undefined : hidden.get(parent);
    return ids ? [{ column: name, hidden: ids }] : [];
  });
}

const hiddenRows = (table: string, key: string, pointers: readonly Pointer[]): string =>
  pointers.map((each) => `SELECT ${key} FROM main.${table} WHERE ${each.column} IN (${each.hidden})`).join(" UNION ");

/** Lays the views over a connection; returns the queries that name hidden ids, one for each carrier. */
function layViews(raw: Database.Database): readonly string[] {
  const tables = raw
    .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all() as string[];
  const hidden = new Map([["matter", "SELECT id FROM main.matter WHERE is_party = 1"]]);
  for (const carrier of carriers.slice(1)) {
    if (tables.includes(carrier)) hidden.set(carrier, hiddenRows(carrier, "id", pointersOf(raw, carrier, hidden)));
  }
  for (const table of tables) {
    const seen = pointersOf(raw, table, hidden).map(
      ({ column, hidden: ids }) => `(${column} IS NULL OR ${column} NOT IN (${ids}))`,
    );
    if (seen.length > 0)
      raw.exec(`CREATE TEMP VIEW "${table}" AS SELECT * FROM main."${table}" WHERE ${seen.join(" AND ")}`);
  }
  // An index names rows by number and carries no column that points: its rows are hidden by the numbers of the hidden things.
  for (const [index, of, number] of [
    ["item_ft", "item", "seq"],
    ["item_pinyin_ft", "item", "seq"],
    ["page_ft", "page", `${lastPlace} - seq`],
  ] as const) {
    const seqs = hiddenRows(of, number, pointersOf(raw, of, hidden));
    raw.exec(`CREATE TEMP VIEW ${index} AS SELECT f.rowid AS rowid, f.${index} AS ${index}
      FROM main.${index} f WHERE f.rowid NOT IN (${seqs})`);
  }
  return [...hidden.values()];
}

/**
 * The connection of somebody without the right to see 党务: writes as before, reads over the views. `isHidden` says
 * whether any of some ids names a hidden thing.
 */
export function withoutParty(connection: Connection, path: string, key: Buffer): Connection {
  const seeing = openDatabase(path, key, { isReadonly: true });
  const hidden = layViews(seeing.raw);
  const named = seeing.raw
    .prepare(`SELECT EXISTS (SELECT 1 FROM json_each(?) WHERE value IN (${hidden.join(" UNION ")}))`)
    .pluck();
  return {
    ...connection,
    read: seeing.read,
    isHidden: (ids) => ids.length > 0 && named.get(JSON.stringify(ids)) === 1,
    close: () => {
      seeing.close();
      connection.close();
    },
  };
}

type PartyScope = Pick<ItemFilter, "fondsId" | "category" | "year" | "state" | "retention">;

/** 党务 items of a scope, counted past the views: 「党务件 N 件未列出」. */
export function countPartyItems(db: ReadDb, of: PartyScope): number {
  const conditions = [
    sql`matter_id IN (SELECT id FROM main.matter WHERE is_party = 1)`,
    ...(of.fondsId ? [sql`fonds_id = ${of.fondsId}`] : []),
    ...(of.category ? [sql`category = ${of.category}`] : []),
    ...(of.year === undefined ? [] : [sql`year = ${of.year}`]),
    ...(of.state ? [sql`state = ${of.state}`] : []),
    ...(of.retention ? [sql`retention = ${of.retention}`] : []),
  ];
  const row = db
    .select({ count: sql<number>`coalesce(sum(items), 0)` })
    .from(sql`main.item_tally`)
    .where(sql.join(conditions, sql` AND `))
    .get();
  return row?.count ?? 0;
}
