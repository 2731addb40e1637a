// 件: its table, and the short functions that keep it.
import { and, type AnyColumn, asc, desc, eq, gte, isNull, lt, ne, type SQL, sql } from "drizzle-orm";
import { index, integer, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { AccessClass, SecurityLevel } from "#contract/access";
import type { FilingUnitId } from "#contract/filing-unit";
import type { FondsId, MatterId } from "#contract/fonds";
import type { ItemFilter, ItemId, ItemRow, PartKind } from "#contract/item";
import type { BoxId, Carrier, Holding, ScheduleRowId, VolumeId } from "#contract/place-of-item";
import type { Retention } from "#contract/retention";
import { indexItemWords, unindexItemWords } from "./item-words.ts";
import { countRows } from "./count-rows.ts";
import type { ReadDb, WriteDb } from "./open.ts";
import { readSearchWords } from "./search-words.ts";
import { whereItemHas } from "./word-check.ts";

export const itemTable = sqliteTable(
  "item",
  {
    seq: integer().primaryKey(),
    id: text().$type<ItemId>().notNull(),
    fondsId: text("fonds_id").$type<FondsId>().notNull(),
    category: text().notNull(),
    title: text().notNull(),
    creator: text().notNull(),
    documentNumber: text("document_number").notNull(),
    documentDate: text("document_date").notNull(),
    year: integer(),
    retention: text().$type<Retention>(),
    matterId: text("matter_id").$type<MatterId>(),
    access: text().$type<AccessClass>().notNull(),
    securityLevel: text("security_level").$type<SecurityLevel>().notNull(),
    neutralTitle: text("neutral_title").notNull(),
    paperPageCount: integer("paper_page_count").notNull(),
    imageCount: integer("image_count").notNull().default(0),
    pageCount: integer("page_count")
      .generatedAlwaysAs(sql`0`, { mode: "stored" })
      .notNull(),
    remark: text().notNull(),
    state: text().$type<ItemRow["state"]>().notNull(),
    filingUnitId: text("filing_unit_id").$type<FilingUnitId>(),
    itemNumber: integer("item_number"),
    archivalCode: text("archival_code").notNull().default(""),
    recordHash: text("record_hash").notNull().default(""),
    revision: integer().notNull().default(1),
    enteredAt: text("entered_at").notNull(),
    filedAt: text("filed_at"),
    carrier: text().$type<Carrier>().notNull().default("paper"),
    affair: text().notNull().default(""),
    rank: real(),
    volumeId: text("volume_id").$type<VolumeId>(),
    boxId: text("box_id").$type<BoxId>(),
    holding: text().$type<Holding>().notNull().default("here"),
    scheduleRowId: text("schedule_row_id").$type<ScheduleRowId>(),
    excludedReason: text("excluded_reason").notNull().default(""),
    thicknessMm: real("thickness_mm"),
    fileCount: integer("file_count").notNull().default(0),
  },
  (table) => [index("item_state").on(table.state, table.seq)],
);
export const itemPartTable = sqliteTable(
  "item_part",
  {
    itemId: text("item_id").$type<ItemId>().notNull(),
    number: integer().notNull(),
    kind: text().$type<PartKind>().notNull(),
    title: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.itemId, table.number] })],
);
export type ItemRecord = typeof itemTable.$inferSelect;
export type NewItem = Omit<typeof itemTable.$inferInsert, "seq" | "revision">;

// Inside a subquery the outer column is written out: drizzle leaves the table off where only one is selected from.
const firstPage = sql<string | null>`(SELECT p.id FROM page p WHERE p.item_id = item.id
  ORDER BY p.part_number, p.position LIMIT 1)`;

/** The columns of a row of a list, in the words of the contract. */
export const itemRowColumns = {
  id: itemTable.id,
  fondsId: itemTable.fondsId,
  category: itemTable.category,
  title: itemTable.title,
  creator: itemTable.creator,
  documentNumber: itemTable.documentNumber,
  documentDate: itemTable.documentDate,
  year: itemTable.year,
  retention: itemTable.retention,
  matterId: itemTable.matterId,
  access: itemTable.access,
  neutralTitle: itemTable.neutralTitle,
  paperPageCount: itemTable.paperPageCount,
  remark: itemTable.remark,
  securityLevel: itemTable.securityLevel,
  pageCount: itemTable.pageCount,
  imageCount: itemTable.imageCount,
  state: itemTable.state,
  itemNumber: itemTable.itemNumber,
  archivalCode: itemTable.archivalCode,
  revision: itemTable.revision,
  enteredAt: itemTable.enteredAt,
  filedAt: itemTable.filedAt,
  carrier: itemTable.carrier,
  affair: itemTable.affair,
  volumeId: itemTable.volumeId,
  boxId: itemTable.boxId,
  holding: itemTable.holding,
  scheduleRowId: itemTable.scheduleRowId,
  excludedReason: itemTable.excludedReason,
  thicknessMm: itemTable.thicknessMm,
  fileCount: itemTable.fileCount,
  firstPageId: firstPage.as("first_page_id"),
};

/** Rows as the contract has them: drizzle knows the branded page id only as text. */
export const asItemRow = (row: Record<string, unknown>): ItemRow => row as unknown as ItemRow;

/** null asks for what is not settled yet, undefined for everything. */
const isOrUnsettled = (column: AnyColumn, value: string | number | null | undefined): SQL | undefined =>
  value === undefined ? undefined : value === null ? isNull(column) : eq(column, value);

/** The condition a filter means; undefined when it asks for everything. */
export function whereFilter(filter: ItemFilter): SQL | undefined {
  return and(
    filter.state ? eq(itemTable.state, filter.state) : undefined,
    filter.fondsId ? eq(itemTable.fondsId, filter.fondsId) : undefined,
    filter.category ? eq(itemTable.category, filter.category) : undefined,
    isOrUnsettled(itemTable.year, filter.year),
    isOrUnsettled(itemTable.retention, filter.retention),
    isOrUnsettled(itemTable.matterId, filter.matterId),
    filter.carrier ? eq(itemTable.carrier, filter.carrier) : undefined,
    filter.access ? eq(itemTable.access, filter.access) : undefined,
    filter.holding ? eq(itemTable.holding, filter.holding) : undefined,
    filter.isBoxed === undefined ? undefined : sql`(${itemTable.boxId} IS NOT NULL) = ${Number(filter.isBoxed)}`,
    filter.hasImages === undefined ? undefined : sql`(${itemTable.imageCount} > 0) = ${Number(filter.hasImages)}`,
    filter.words ? whereItemHas(readSearchWords(filter.words)) : undefined,
  );
}

const orders = {
  entered: [itemTable.seq],
  code: [itemTable.archivalCode, itemTable.seq],
  date: [itemTable.documentDate, itemTable.seq],
  title: [itemTable.title, itemTable.seq],
} as const;

/** A window of a list: `limit` rows from `offset`, and how many there are in all. */
export function listItems(
  db: ReadDb,
  filter: ItemFilter,
  order: keyof typeof orders,
  isDescending: boolean,
  offset: number,
  limit: number,
): { rows: ItemRow[]; total: number } {
  const where = whereFilter(filter);
  const direction = isDescending ? desc : asc;
  const rows = db
    .select(itemRowColumns)
    .from(itemTable)
    .where(where)
    .orderBy(...orders[order].map((column) => direction(column)))
    .limit(limit)
    .offset(offset)
    .all();
  return { rows: rows.map(asItemRow), total: countRows(db, itemTable, where) };
}

/** One item as a row of the contract. */
export function getItemRow(db: ReadDb, id: ItemId): ItemRow | undefined {
  const row = db.select(itemRowColumns).from(itemTable).where(eq(itemTable.id, id)).get();
  return row && asItemRow(row);
}

/** Adds an item and indexes it. */
export function addItem(db: WriteDb, item: NewItem): void {
  const row = db.insert(itemTable).values(item).returning().get();
  indexItemWords(db, row);
}

/** Changes columns of an item, raises its revision and indexes it anew. */
export function setItem(db: WriteDb, id: ItemId, change: Partial<NewItem>): void {
  const row = db
    .update(itemTable)
    .set({ ...change, revision: sql`${itemTable.revision} + 1` })
    .where(eq(itemTable.id, id))
    .returning()
    .get();
  if (row) indexItemWords(db, row);
}

/** Removes an item's record and its words; its pages must have gone before. */
export function removeItem(db: WriteDb, id: ItemId): void {
  db.delete(itemPartTable).where(eq(itemPartTable.itemId, id)).run();
  const row = db.delete(itemTable).where(eq(itemTable.id, id)).returning({ seq: itemTable.seq }).get();
  if (row) unindexItemWords(db, row.seq);
}

/** The parts of an item in order. */
export function listParts(db: ReadDb, itemId: ItemId): { number: number; kind: PartKind; title: string }[] {
  return db
    .select({ number: itemPartTable.number, kind: itemPartTable.kind, title: itemPartTable.title })
    .from(itemPartTable)
    .where(eq(itemPartTable.itemId, itemId))
    .orderBy(itemPartTable.number)
    .all();
}

/** Writes an item's parts anew. */
export function setParts(db: WriteDb, itemId: ItemId, parts: readonly { kind: PartKind; title: string }[]): void {
  db.delete(itemPartTable).where(eq(itemPartTable.itemId, itemId)).run();
  parts.forEach(({ kind, title }, at) =>
    db
      .insert(itemPartTable)
      .values({ itemId, number: at + 1, kind, title })
      .run(),
  );
}

/** Other items with the same 文号 and 责任者. */
export function findSameNumber(db: ReadDb, documentNumber: string, creator: string, except?: ItemId): ItemRow[] {
  const same = and(
    eq(itemTable.documentNumber, documentNumber),
    eq(itemTable.creator, creator),
    ne(itemTable.documentNumber, ""),
  );
  const where = except ? and(same, ne(itemTable.id, except)) : same;
  return db.select(itemRowColumns).from(itemTable).where(where).limit(5).all().map(asItemRow);
}

/** As many of the newest items as are looked at where nothing was typed yet. */
const recentItems = 500;
const afterAll = "\u{10ffff}";

/** Values entered in one column before, newest first, at most 20. Restricted items lend nothing (personal-data P6). */
export function suggestValues(db: ReadDb, field: "creator" | "documentNumber" | "title", beginning: string): string[] {
  const column = itemTable[field];
  // A range the index knows; a beginning cut out of every value would read the whole table.
  const where =
    beginning === ""
      ? sql`${itemTable.seq} > (SELECT coalesce(max(seq), 0) FROM item) - ${recentItems}`
      : and(gte(column, beginning), lt(column, beginning + afterAll));
  return db
    .select({ value: column })
    .from(itemTable)
    .where(and(where, ne(column, ""), ne(itemTable.access, "restricted")))
    .groupBy(column)
    .orderBy(sql`max(${itemTable.seq}) DESC`)
    .limit(20)
    .all()
    .map((row) => row.value);
}

/** The item entered last: what repeats is carried forward from it. A photo of a group says nothing of the next paper. */
export function lastEntered(db: ReadDb): ItemRecord | undefined {
  return db
    .select()
    .from(itemTable)
    .where(sql`${itemTable.category} NOT IN (SELECT code FROM category WHERE unit = 'group')`)
    .orderBy(desc(itemTable.seq))
    .limit(1)
    .get();
}

/** Whether a 档号 is borne in this fonds already. */
export function isCodeTaken(db: ReadDb, fondsId: FondsId, archivalCode: string): boolean {
  return countRows(db, itemTable, and(eq(itemTable.fondsId, fondsId), eq(itemTable.archivalCode, archivalCode))) > 0;
}

/** Ids and revisions of what a filter shows, in the order of entry, at most so many. */
export function listMarks(db: ReadDb, filter: ItemFilter, most: number): { id: ItemId; revision: number }[] {
  return db
    .select({ id: itemTable.id, revision: itemTable.revision })
    .from(itemTable)
    .where(whereFilter(filter))
    .orderBy(asc(itemTable.seq))
    .limit(most)
    .all();
}
