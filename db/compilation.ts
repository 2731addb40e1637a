// 编研: compilations, their entries and where they are taken from.
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { integer, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ArchivalDate } from "#contract/archival-date";
import type {
  Citation,
  Compilation,
  CompilationEntry,
  CompilationEntryId,
  CompilationId,
  CompilationKind,
} from "#contract/compilation";
import type { FondsId } from "#contract/fonds";
import type { ItemId } from "#contract/item";
import { itemTable } from "./item.ts";
import type { ReadDb, WriteDb } from "./open.ts";

export const compilationTable = sqliteTable("compilation", {
  id: text().$type<CompilationId>().primaryKey(),
  fondsId: text("fonds_id").$type<FondsId>().notNull(),
  kind: text().$type<CompilationKind>().notNull(),
  title: text().notNull(),
  fromDate: text("from_date").$type<ArchivalDate>().notNull(),
  toDate: text("to_date").$type<ArchivalDate>().notNull(),
  compiledBy: text("compiled_by").notNull(),
  madeAt: text("made_at").notNull(),
  revision: integer().notNull().default(1),
});

export const compilationEntryTable = sqliteTable("compilation_entry", {
  id: text().$type<CompilationEntryId>().primaryKey(),
  compilationId: text("compilation_id").$type<CompilationId>().notNull(),
  position: real().notNull(),
  happenedOn: text("happened_on").$type<ArchivalDate>().notNull(),
  heading: text().notNull(),
  words: text().notNull(),
  enteredAt: text("entered_at").notNull(),
  revision: integer().notNull().default(1),
});
export type EntryRecord = typeof compilationEntryTable.$inferSelect;

export const citationTable = sqliteTable(
  "citation",
  {
    entryId: text("entry_id").$type<CompilationEntryId>().notNull(),
    itemId: text("item_id").$type<ItemId>().notNull(),
    pageNote: text("page_note").notNull(),
  },
  (table) => [primaryKey({ columns: [table.entryId, table.itemId] })],
);

const listed = {
  id: compilationTable.id,
  fondsId: compilationTable.fondsId,
  kind: compilationTable.kind,
  title: compilationTable.title,
  fromDate: compilationTable.fromDate,
  toDate: compilationTable.toDate,
  compiledBy: compilationTable.compiledBy,
  madeAt: compilationTable.madeAt,
  revision: compilationTable.revision,
  entryCount: sql<number>`(SELECT count(*) FROM compilation_entry e WHERE e.compilation_id = compilation.id)`.as(
    "entry_count",
  ),
  uncitedCount: sql<number>`(SELECT count(*) FROM compilation_entry e WHERE e.compilation_id = compilation.id
    AND NOT EXISTS (SELECT 1 FROM citation c WHERE c.entry_id = e.id))`.as("uncited_count"),
};

/** All compilations, newest first. */
export const listCompilations = (db: ReadDb): Compilation[] =>
  db
    .select(listed)
    .from(compilationTable)
    .orderBy(sql`made_at DESC`)
    .all();

/** One compilation. */
export const getCompilation = (db: ReadDb, id: CompilationId): Compilation | undefined =>
  db.select(listed).from(compilationTable).where(eq(compilationTable.id, id)).get();

/** Adds a compilation, or writes it anew under its id with a higher revision. */
export function putCompilation(db: WriteDb, row: Omit<typeof compilationTable.$inferInsert, "revision">): void {
  const { id: _, madeAt: __, ...rest } = row;
  db.insert(compilationTable)
    .values(row)
    .onConflictDoUpdate({
      target: compilationTable.id,
      set: { ...rest, revision: sql`${compilationTable.revision} + 1` },
    })
    .run();
}

/** Removes a compilation; its entries must have gone before. */
export const removeCompilation = (db: WriteDb, id: CompilationId): void =>
  void db.delete(compilationTable).where(eq(compilationTable.id, id)).run();

/** Rows of the entries in order. */
export const listEntryRecords = (db: ReadDb, id: CompilationId): EntryRecord[] =>
  db
    .select()
    .from(compilationEntryTable)
    .where(eq(compilationEntryTable.compilationId, id))
    .orderBy(asc(compilationEntryTable.position), asc(compilationEntryTable.id))
    .all();

/** The row of one entry. */
export const getEntryRecord = (db: ReadDb, id: CompilationEntryId): EntryRecord | undefined =>
  db.select().from(compilationEntryTable).where(eq(compilationEntryTable.id, id)).get();

/** Entries with their citations; a restricted item shows its neutral title (personal-data P6). */
export function withCitations(db: ReadDb, entries: readonly EntryRecord[]): CompilationEntry[] {
  const rows = db
    .select({
      entryId: citationTable.entryId,
      itemId: citationTable.itemId,
      pageNote: citationTable.pageNote,
      archivalCode: itemTable.archivalCode,
      title: sql<string>`CASE ${itemTable.access} WHEN 'restricted' THEN ${itemTable.neutralTitle} ELSE ${itemTable.title} END`,
    })
    .from(citationTable)
    .innerJoin(itemTable, eq(itemTable.id, citationTable.itemId))
    .where(
      inArray(
        citationTable.entryId,
        entries.map((entry) => entry.id),
      ),
    )
    .orderBy(itemTable.archivalCode)
    .all();
  const of = Map.groupBy(rows, (row) => row.entryId);
  return entries.map(({ compilationId: _, position: __, ...entry }) => ({
    ...entry,
    citations: (of.get(entry.id) ?? []).map(({ entryId: ___, ...citation }): Citation => citation),
  }));
}

/** Adds an entry. */
export function addEntryRecord(db: WriteDb, entry: Omit<EntryRecord, "revision">): void {
  db.insert(compilationEntryTable).values(entry).run();
}

/** Changes an entry and raises its revision. */
export function setEntryRecord(db: WriteDb, id: CompilationEntryId, change: Partial<EntryRecord>): void {
  db.update(compilationEntryTable)
    .set({ ...change, revision: sql`${compilationEntryTable.revision} + 1` })
    .where(eq(compilationEntryTable.id, id))
    .run();
}

/** Removes entries with their citations. */
export function removeEntryRecords(db: WriteDb, ids: readonly CompilationEntryId[]): void {
  db.delete(citationTable)
    .where(inArray(citationTable.entryId, [...ids]))
    .run();
  db.delete(compilationEntryTable)
    .where(inArray(compilationEntryTable.id, [...ids]))
    .run();
}

/** Writes the citations of an entry anew. */
export function setCitations(
  db: WriteDb,
  entryId: CompilationEntryId,
  citations: readonly { itemId: ItemId; pageNote: string }[],
): void {
  db.delete(citationTable).where(eq(citationTable.entryId, entryId)).run();
  for (const { itemId, pageNote } of new Map(citations.map((each) => [each.itemId, each])).values())
    db.insert(citationTable).values({ entryId, itemId, pageNote }).run();
}

/** Filed items of a fonds and period that no entry of this compilation cites, by date; restricted ones never. */
export function listUncitedItems(
  db: ReadDb,
  of: { id: CompilationId; fondsId: FondsId; from: string; to: string; most: number },
): { itemId: ItemId; archivalCode: string; documentDate: string; title: string; creator: string }[] {
  return db
    .select({
      itemId: itemTable.id,
      archivalCode: itemTable.archivalCode,
      documentDate: itemTable.documentDate,
      title: itemTable.title,
      creator: itemTable.creator,
    })
    .from(itemTable)
    .where(
      and(
        eq(itemTable.fondsId, of.fondsId),
        eq(itemTable.state, "filed"),
        sql`${itemTable.access} <> 'restricted'`,
        sql`${itemTable.documentDate} BETWEEN ${of.from} AND ${of.to}`,
        sql`NOT EXISTS (SELECT 1 FROM citation c JOIN compilation_entry e ON e.id = c.entry_id
          WHERE c.item_id = item.id AND e.compilation_id = ${of.id})`,
      ),
    )
    .orderBy(asc(itemTable.documentDate), asc(itemTable.seq))
    .limit(of.most)
    .all();
}
