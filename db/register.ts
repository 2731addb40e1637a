// 收文 and 发文 registers: entries and the steps of their handling.
import { and, desc, eq, getTableColumns, isNull, ne, or, sql, type SQL } from "drizzle-orm";
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { AccessClass, SecurityLevel } from "#contract/access";
import type { FondsId, MatterId } from "#contract/fonds";
import type { ItemId } from "#contract/item";
import type { ScheduleRowId } from "#contract/place-of-item";
import type { RegisterEntry, RegisterEntryId, RegisterKind, RegisterState, RegisterStep } from "#contract/register";
import type { Retention } from "#contract/retention";
import { countRows } from "./count-rows.ts";
import type { ReadDb, WriteDb } from "./open.ts";

export const registerEntryTable = sqliteTable("register_entry", {
  id: text().$type<RegisterEntryId>().primaryKey(),
  fondsId: text("fonds_id").$type<FondsId>().notNull(),
  kind: text().$type<RegisterKind>().notNull(),
  year: integer().notNull(),
  number: integer().notNull(),
  happenedOn: text("happened_on").notNull(),
  enteredAt: text("entered_at").notNull(),
  correspondent: text().notNull(),
  creator: text().notNull(),
  documentNumber: text("document_number").notNull(),
  documentDate: text("document_date").notNull(),
  title: text().notNull(),
  copies: integer().notNull(),
  pageCount: integer("page_count").notNull(),
  access: text().$type<AccessClass>().notNull(),
  securityLevel: text("security_level").$type<SecurityLevel>().notNull(),
  neutralTitle: text("neutral_title").notNull(),
  remark: text().notNull(),
  matterId: text("matter_id").$type<MatterId>(),
  retention: text().$type<Retention>(),
  scheduleRowId: text("schedule_row_id").$type<ScheduleRowId>(),
  state: text().$type<RegisterState>().notNull(),
  handler: text().notNull(),
  dueOn: text("due_on").notNull(),
  itemId: text("item_id").$type<ItemId>(),
  revision: integer().notNull().default(1),
});
export type NewRegisterEntry = Omit<typeof registerEntryTable.$inferInsert, "revision">;

export const registerStepTable = sqliteTable(
  "register_step",
  {
    entryId: text("entry_id").$type<RegisterEntryId>().notNull(),
    number: integer().notNull(),
    state: text().$type<RegisterState>().notNull(),
    happenedOn: text("happened_on").notNull(),
    enteredAt: text("entered_at").notNull(),
    handler: text().notNull(),
    note: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.entryId, table.number] })],
);

const columns = {
  ...getTableColumns(registerEntryTable),
  archivalCode: sql<string>`coalesce((SELECT i.archival_code FROM item i WHERE i.id = register_entry.item_id), '')`.as(
    "archival_code",
  ),
};

/** Drizzle knows branded dates only as text. */
const asEntry = (row: Record<string, unknown>): RegisterEntry => row as unknown as RegisterEntry;

export type RegisterFilter = {
  readonly kind: RegisterKind;
  readonly fondsId?: FondsId | undefined;
  readonly year?: number | undefined;
  readonly state?: RegisterState | undefined;
  readonly isLoose?: boolean | undefined;
  readonly words?: string | undefined;
};

/** What a person typed, as a LIKE pattern that takes it literally. */
const containing = (words: string): string => `%${words.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;

function whereEntries(filter: RegisterFilter): SQL | undefined {
  const pattern = filter.words ? containing(filter.words) : undefined;
  const table = registerEntryTable;
  const holds = (column: typeof table.title | typeof table.documentNumber | typeof table.correspondent): SQL =>
    sql`${column} LIKE ${pattern} ESCAPE '\\'`;
  return and(
    eq(table.kind, filter.kind),
    filter.fondsId ? eq(table.fondsId, filter.fondsId) : undefined,
    filter.year === undefined ? undefined : eq(table.year, filter.year),
    filter.state ? eq(table.state, filter.state) : undefined,
    filter.isLoose ? and(isNull(table.itemId), ne(table.state, "cancelled")) : undefined,
    pattern ? or(holds(table.title), holds(table.documentNumber), holds(table.correspondent)) : undefined,
  );
}

/** A window of one register, newest number first. */
export function listEntries(
  db: ReadDb,
  filter: RegisterFilter,
  offset: number,
  limit: number,
): { rows: RegisterEntry[]; total: number } {
  const where = whereEntries(filter);
  const rows = db
    .select(columns)
    .from(registerEntryTable)
    .where(where)
    .orderBy(desc(registerEntryTable.year), desc(registerEntryTable.number))
    .limit(limit)
    .offset(offset)
    .all();
  return { rows: rows.map(asEntry), total: countRows(db, registerEntryTable, where) };
}

/** All entries of one register and year in the order of their numbers, for print. */
export function listYear(db: ReadDb, fondsId: FondsId, kind: RegisterKind, year: number): RegisterEntry[] {
  return db
    .select(columns)
    .from(registerEntryTable)
    .where(whereEntries({ fondsId, kind, year }))
    .orderBy(registerEntryTable.number)
    .all()
    .map(asEntry);
}

/** One entry. */
export function getEntry(db: ReadDb, id: RegisterEntryId): RegisterEntry | undefined {
  const row = db.select(columns).from(registerEntryTable).where(eq(registerEntryTable.id, id)).get();
  return row && asEntry(row);
}

/** Years of a register with their number of entries, newest first; of one 全宗 or of all. */
export function countRegisterYears(
  db: ReadDb,
  kind: RegisterKind,
  fondsId?: FondsId,
): { year: number; count: number }[] {
  return db
    .select({ year: registerEntryTable.year, count: sql<number>`count(*)` })
    .from(registerEntryTable)
    .where(and(eq(registerEntryTable.kind, kind), fondsId ? eq(registerEntryTable.fondsId, fondsId) : undefined))
    .groupBy(registerEntryTable.year)
    .orderBy(desc(registerEntryTable.year))
    .all();
}

/** The highest number given in a register and year, 0 when none. */
export function lastEntryNumber(db: ReadDb, fondsId: FondsId, kind: RegisterKind, year: number): number {
  const row = db
    .select({ last: sql<number | null>`max(${registerEntryTable.number})` })
    .from(registerEntryTable)
    .where(whereEntries({ fondsId, kind, year }))
    .get();
  return row?.last ?? 0;
}

/** Entries of either register under one 文号; blank numbers are never the same. */
export function findSameEntries(
  db: ReadDb,
  documentNumber: string,
  correspondent: string,
  except?: RegisterEntryId,
): RegisterEntry[] {
  const table = registerEntryTable;
  return db
    .select(columns)
    .from(table)
    .where(
      and(
        ne(table.documentNumber, ""),
        eq(table.documentNumber, documentNumber),
        correspondent === "" ? undefined : eq(table.correspondent, correspondent),
        ne(table.state, "cancelled"),
        except ? ne(table.id, except) : undefined,
      ),
    )
    .limit(5)
    .all()
    .map(asEntry);
}

/** Names written before in one column, newest first; of restricted entries none (personal-data P6). */
export function listNames(db: ReadDb, field: "correspondent" | "handler"): string[] {
  const column = registerEntryTable[field];
  return db
    .select({ value: column })
    .from(registerEntryTable)
    .where(and(ne(column, ""), ne(registerEntryTable.access, "restricted")))
    .groupBy(column)
    .orderBy(sql`max(${registerEntryTable.enteredAt}) DESC`)
    .limit(5000)
    .all()
    .map((row) => row.value);
}

/** Adds an entry. */
export function addEntry(db: WriteDb, entry: NewRegisterEntry): void {
  db.insert(registerEntryTable).values(entry).run();
}

/** Changes columns of an entry and raises its revision. */
export function setEntry(db: WriteDb, id: RegisterEntryId, change: Partial<NewRegisterEntry>): void {
  db.update(registerEntryTable)
    .set({ ...change, revision: sql`${registerEntryTable.revision} + 1` })
    .where(eq(registerEntryTable.id, id))
    .run();
}

/** Removes an entry with its steps. */
export function removeEntry(db: WriteDb, id: RegisterEntryId): void {
  db.delete(registerStepTable).where(eq(registerStepTable.entryId, id)).run();
  db.delete(registerEntryTable).where(eq(registerEntryTable.id, id)).run();
}

/** The steps of an entry in order. */
export function listSteps(db: ReadDb, id: RegisterEntryId): RegisterStep[] {
  const { entryId, ...step } = getTableColumns(registerStepTable);
  return db.select(step).from(registerStepTable).where(eq(entryId, id)).orderBy(registerStepTable.number).all();
}

/** Adds a step. */
export function addStep(db: WriteDb, entryId: RegisterEntryId, step: RegisterStep): void {
  db.insert(registerStepTable)
    .values({ entryId, ...step })
    .run();
}

/** Takes the last step away. */
export function removeStep(db: WriteDb, entryId: RegisterEntryId, number: number): void {
  db.delete(registerStepTable)
    .where(and(eq(registerStepTable.entryId, entryId), eq(registerStepTable.number, number)))
    .run();
}

/** The entry an item was made of, if any. */
export function entryOfItem(db: ReadDb, itemId: ItemId): RegisterEntry | undefined {
  const row = db.select(columns).from(registerEntryTable).where(eq(registerEntryTable.itemId, itemId)).limit(1).get();
  return row && asEntry(row);
}
