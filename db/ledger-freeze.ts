// 固化: periods of a ledger that were made into items of the archive (personal-data P10), with what says whether rows are as they were.
import { and, asc, count, desc, eq, inArray, max, sql } from "drizzle-orm";
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ItemId } from "#contract/item";
import type { FreezeId, LedgerFreeze } from "#contract/ledger-freeze";
import type { LedgerId, LedgerPeriod, LedgerPeriodKind } from "#contract/ledger";
import { countRows } from "./count-rows.ts";
import { insertRow } from "./insert-row.ts";
import { itemTable } from "./item.ts";
import { ledgerRowTable } from "./ledger-row.ts";
import { ledgerTable } from "./ledger.ts";
import type { ReadDb, WriteDb } from "./open.ts";
import { personTable } from "./person.ts";

export const ledgerFreezeTable = sqliteTable("ledger_freeze", {
  id: text().$type<FreezeId>().primaryKey(),
  ledgerId: text("ledger_id").$type<LedgerId>().notNull(),
  period: text().$type<LedgerPeriod>().notNull(),
  number: integer().notNull(),
  form: text().$type<"plain" | "identified">().notNull(),
  itemId: text("item_id").$type<ItemId>(),
  rowCount: integer("row_count").notNull(),
  lateCount: integer("late_count").notNull(),
  digest: text().notNull(),
  frozenAt: text("frozen_at").notNull(),
  personId: text("person_id").notNull(),
});
export const ledgerFreezeRowTable = sqliteTable(
  "ledger_freeze_row",
  {
    freezeId: text("freeze_id").$type<FreezeId>().notNull(),
    rowSeq: integer("row_seq").notNull(),
    digest: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.freezeId, table.rowSeq] })],
);
export const ledgerFreezeFileTable = sqliteTable(
  "ledger_freeze_file",
  {
    freezeId: text("freeze_id").$type<FreezeId>().notNull(),
    name: text().notNull(),
    size: integer().notNull(),
    sha256: text().notNull(),
    sm3: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.freezeId, table.name] })],
);
export type FreezeRecord = typeof ledgerFreezeTable.$inferSelect;
export type FrozenFile = Omit<typeof ledgerFreezeFileTable.$inferSelect, "freezeId">;
/** Digests of rows by number. */
export type RowDigests = ReadonlyMap<number, string>;

/** Keeps one freezing with its rows and files. */
export function addFreeze(db: WriteDb, record: FreezeRecord, rows: RowDigests, files: readonly FrozenFile[]): void {
  insertRow(db, ledgerFreezeTable, record);
  for (const [rowSeq, digest] of rows) insertRow(db, ledgerFreezeRowTable, { freezeId: record.id, rowSeq, digest });
  for (const file of files) insertRow(db, ledgerFreezeFileTable, { freezeId: record.id, ...file });
}

/** One freezing, or undefined. */
export const getFreeze = (db: ReadDb, id: FreezeId): FreezeRecord | undefined =>
  db.select().from(ledgerFreezeTable).where(eq(ledgerFreezeTable.id, id)).get();

const ofPeriod = (ledgerId: LedgerId, period: LedgerPeriod | undefined) =>
  and(
    eq(ledgerFreezeTable.ledgerId, ledgerId),
    period === undefined ? undefined : eq(ledgerFreezeTable.period, period),
  );

/** The last plain freezing of a period whose item still stands, or undefined. */
export const lastFreeze = (db: ReadDb, ledgerId: LedgerId, period: LedgerPeriod): FreezeRecord | undefined =>
  db
    .select()
    .from(ledgerFreezeTable)
    .where(and(ofPeriod(ledgerId, period), eq(ledgerFreezeTable.form, "plain"), sql`item_id IS NOT NULL`))
    .orderBy(desc(ledgerFreezeTable.number))
    .limit(1)
    .get();

/** The number of the next freezing of a period, from 1. */
export const nextFreezeNumber = (db: ReadDb, ledgerId: LedgerId, period: LedgerPeriod): number =>
  (db
    .select({ last: max(ledgerFreezeTable.number) })
    .from(ledgerFreezeTable)
    .where(ofPeriod(ledgerId, period))
    .get()?.last ?? 0) + 1;

/** How many of these items were made by freezing a period. */
export const countFrozenItems = (db: ReadDb, itemIds: readonly ItemId[]): number =>
  countRows(db, ledgerFreezeTable, inArray(ledgerFreezeTable.itemId, [...itemIds]));

/** Digests of the rows a freezing held. */
export const frozenRows = (db: ReadDb, id: FreezeId): Map<number, string> =>
  new Map(
    db
      .select()
      .from(ledgerFreezeRowTable)
      .where(eq(ledgerFreezeRowTable.freezeId, id))
      .all()
      .map(({ rowSeq, digest }) => [rowSeq, digest]),
  );

/** Freezings of a ledger, newest first. An item hidden from this person (党务) stands without its words. */
export function listFreezes(db: ReadDb, ledgerId: LedgerId, period?: LedgerPeriod): LedgerFreeze[] {
  const rows = db
    .select({ freeze: ledgerFreezeTable, item: itemTable, ledgerName: ledgerTable.name, personName: personTable.name })
    .from(ledgerFreezeTable)
    .innerJoin(ledgerTable, eq(ledgerTable.id, ledgerFreezeTable.ledgerId))
    .leftJoin(itemTable, eq(itemTable.id, ledgerFreezeTable.itemId))
    .leftJoin(personTable, eq(personTable.id, ledgerFreezeTable.personId))
    .where(ofPeriod(ledgerId, period))
    .orderBy(desc(ledgerFreezeTable.frozenAt), desc(ledgerFreezeTable.number), desc(ledgerFreezeTable.form))
    .all();
  const ids = rows.map(({ freeze }) => freeze.id);
  const files = Map.groupBy(
    db
      .select()
      .from(ledgerFreezeFileTable)
      .where(inArray(ledgerFreezeFileTable.freezeId, ids))
      .orderBy(asc(ledgerFreezeFileTable.name))
      .all(),
    ({ freezeId }) => freezeId,
  );
  return rows.map(({ freeze: { personId: _, ...freeze }, item, ledgerName, personName }) => ({
    ...freeze,
    ledgerName,
    personName: personName ?? "",
    itemId: item?.id ?? null,
    itemTitle: item === null ? "" : item.access === "restricted" ? item.neutralTitle : item.title,
    itemState: item?.state ?? "",
    archivalCode: item?.archivalCode ?? "",
    files: (files.get(freeze.id) ?? []).map(({ freezeId: __, ...file }) => file),
  }));
}

const { occurredOn, removedAt } = ledgerRowTable;
/** The period a row lies in; NULL while its date is not known so well. */
const periodSql: Readonly<Record<LedgerPeriodKind, ReturnType<typeof sql<LedgerPeriod | null>>>> = {
  year: sql<LedgerPeriod | null>`CASE WHEN length(${occurredOn}) >= 4 THEN substr(${occurredOn}, 1, 4) END`,
  month: sql<LedgerPeriod | null>`CASE WHEN length(${occurredOn}) >= 7 THEN substr(${occurredOn}, 1, 7) END`,
  quarter: sql<LedgerPeriod | null>`CASE WHEN length(${occurredOn}) >= 7 THEN
    substr(${occurredOn}, 1, 4) || '-Q' || ((CAST(substr(${occurredOn}, 6, 2) AS INTEGER) + 2) / 3) END`,
};

export type CountedPeriod = {
  readonly period: LedgerPeriod | null;
  readonly rowCount: number;
  readonly lateCount: number;
};

/** Standing rows of a ledger by period, newest first; null gathers those in none. */
export function countPeriods(db: ReadDb, ledgerId: LedgerId, kind: LedgerPeriodKind): CountedPeriod[] {
  const period = periodSql[kind];
  return db
    .select({ period, rowCount: count(), lateCount: sql<number>`sum(${ledgerRowTable.isLate})` })
    .from(ledgerRowTable)
    .where(and(eq(ledgerRowTable.ledgerId, ledgerId), eq(removedAt, "")))
    .groupBy(period)
    .orderBy(desc(period))
    .all();
}

/** How often each period of a ledger was frozen. */
export const countFreezes = (db: ReadDb, ledgerId: LedgerId): Map<LedgerPeriod, number> =>
  new Map(
    db
      .select({ period: ledgerFreezeTable.period, number: count() })
      .from(ledgerFreezeTable)
      .where(and(eq(ledgerFreezeTable.ledgerId, ledgerId), eq(ledgerFreezeTable.form, "plain")))
      .groupBy(ledgerFreezeTable.period)
      .all()
      .map(({ period, number }) => [period, number]),
  );

/** Every name in the register of residents, joined records too: what a table without identifiers must not say (P10). */
export const listResidentNames = (db: ReadDb): string[] =>
  db
    .selectDistinct({ name: sql<string>`name` })
    .from(sql`resident`)
    .all()
    .map(({ name }) => name);
