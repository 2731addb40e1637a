// 归档移交清单: who hands in, and what of it has come.
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type {
  CollectionLineId,
  CollectionSource,
  CollectionSourceId,
  CollectionSourceKind,
  CollectionState,
} from "#contract/collection-list";
import type { FondsId } from "#contract/fonds";
import type { ReadDb, WriteDb } from "./open.ts";

export const collectionSourceTable = sqliteTable("collection_source", {
  id: text().$type<CollectionSourceId>().primaryKey(),
  fondsId: text("fonds_id").$type<FondsId>().notNull(),
  kind: text().$type<CollectionSourceKind>().notNull(),
  name: text().notNull(),
  position: integer().notNull(),
  isUsed: integer("is_used", { mode: "boolean" }).notNull(),
});
export const collectionLineTable = sqliteTable("collection_line", {
  id: text().$type<CollectionLineId>().primaryKey(),
  sourceId: text("source_id").$type<CollectionSourceId>().notNull(),
  category: text().notNull(),
  year: integer().notNull(),
  position: integer().notNull(),
  title: text().notNull(),
  kind: text().notNull(),
  copies: integer().notNull(),
  pages: integer().notNull(),
  dueOn: text("due_on").notNull(),
  state: text().$type<CollectionState>().notNull(),
  handedInOn: text("handed_in_on").notNull(),
  remindedOn: text("reminded_on").notNull(),
  reminderCount: integer("reminder_count").notNull(),
  reason: text().notNull(),
  revision: integer().notNull().default(1),
});
export type LineRecord = typeof collectionLineTable.$inferSelect;
export type LineWithSource = { line: LineRecord; sourceName: string; sourceKind: CollectionSourceKind };

/** Sources of a fonds in their order. */
export function listSources(db: ReadDb, fondsId: FondsId): CollectionSource[] {
  return db
    .select()
    .from(collectionSourceTable)
    .where(eq(collectionSourceTable.fondsId, fondsId))
    .orderBy(asc(collectionSourceTable.position), asc(collectionSourceTable.name))
    .all();
}

/** One source. */
export function getSource(db: ReadDb, id: CollectionSourceId): CollectionSource | undefined {
  return db.select().from(collectionSourceTable).where(eq(collectionSourceTable.id, id)).get();
}

/** The source of a fonds that bears this name. */
export function findSource(db: ReadDb, fondsId: FondsId, name: string): CollectionSource | undefined {
  return db
    .select()
    .from(collectionSourceTable)
    .where(and(eq(collectionSourceTable.fondsId, fondsId), eq(collectionSourceTable.name, name)))
    .get();
}

/** Adds a source. */
export function addSource(db: WriteDb, source: CollectionSource): void {
  db.insert(collectionSourceTable).values(source).run();
}

/** Changes a source. */
export function setSource(db: WriteDb, id: CollectionSourceId, change: Partial<CollectionSource>): void {
  db.update(collectionSourceTable).set(change).where(eq(collectionSourceTable.id, id)).run();
}

const withSource = {
  line: collectionLineTable,
  sourceName: collectionSourceTable.name,
  sourceKind: collectionSourceTable.kind,
};
const sameSource = eq(collectionSourceTable.id, collectionLineTable.sourceId);

/** Lines of a year, source by source. */
export function listLines(
  db: ReadDb,
  of: {
    fondsId: FondsId;
    year: number;
    category?: string | undefined;
    sourceId?: CollectionSourceId | undefined;
    state?: CollectionState | undefined;
  },
): LineWithSource[] {
  return db
    .select(withSource)
    .from(collectionLineTable)
    .innerJoin(collectionSourceTable, sameSource)
    .where(
      and(
        eq(collectionSourceTable.fondsId, of.fondsId),
        eq(collectionLineTable.year, of.year),
        of.category ? eq(collectionLineTable.category, of.category) : undefined,
        of.sourceId ? eq(collectionLineTable.sourceId, of.sourceId) : undefined,
        of.state ? eq(collectionLineTable.state, of.state) : undefined,
      ),
    )
    .orderBy(asc(collectionSourceTable.position), asc(collectionSourceTable.name), asc(collectionLineTable.position))
    .all();
}

/** Some lines by id, source by source. */
export function getLines(db: ReadDb, ids: readonly CollectionLineId[]): LineWithSource[] {
  return db
    .select(withSource)
    .from(collectionLineTable)
    .innerJoin(collectionSourceTable, sameSource)
    .where(inArray(collectionLineTable.id, [...ids]))
    .orderBy(asc(collectionSourceTable.position), asc(collectionLineTable.position))
    .all();
}

/** The place after the last line of a source in a year. */
export function nextPosition(db: ReadDb, sourceId: CollectionSourceId, year: number): number {
  const row = db
    .select({ last: sql<number | null>`max(${collectionLineTable.position})` })
    .from(collectionLineTable)
    .where(and(eq(collectionLineTable.sourceId, sourceId), eq(collectionLineTable.year, year)))
    .get();
  return (row?.last ?? 0) + 1;
}

/** Adds a line. */
export function addLine(db: WriteDb, line: LineRecord): void {
  db.insert(collectionLineTable).values(line).run();
}

/** Changes a line and raises its revision. */
export function setLine(db: WriteDb, id: CollectionLineId, change: Partial<LineRecord>): void {
  db.update(collectionLineTable)
    .set({ ...change, revision: sql`${collectionLineTable.revision} + 1` })
    .where(eq(collectionLineTable.id, id))
    .run();
}

/** Takes a line out. */
export function removeLine(db: WriteDb, id: CollectionLineId): void {
  db.delete(collectionLineTable).where(eq(collectionLineTable.id, id)).run();
}
