// Acts on fonds: what was done, which fonds stood before and after, which classes and drafts went over.
import { asc, desc, eq, inArray, sql } from "drizzle-orm";
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { FondsId, MatterId } from "#contract/fonds";
import type { FondsActId, FondsActKind } from "#contract/fonds-act";
import type { ReadDb, WriteDb } from "./open.ts";

export const fondsActTable = sqliteTable("fonds_act", {
  id: text().$type<FondsActId>().primaryKey(),
  number: integer().notNull(),
  kind: text().$type<FondsActKind>().notNull(),
  effectiveOn: text("effective_on").notNull(),
  reason: text().notNull(),
  enteredAt: text("entered_at").notNull(),
});
export const fondsActSideTable = sqliteTable(
  "fonds_act_side",
  {
    actId: text("act_id").$type<FondsActId>().notNull(),
    side: text().$type<"before" | "after">().notNull(),
    fondsId: text("fonds_id").$type<FondsId>().notNull(),
    isFounded: integer("is_founded", { mode: "boolean" }).notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.actId, table.side, table.fondsId] })],
);
export const fondsActMoveTable = sqliteTable(
  "fonds_act_move",
  {
    actId: text("act_id").$type<FondsActId>().notNull(),
    // An item or a volume: their ids are drawn from the same 128 bits.
    movedId: text("moved_id").notNull(),
    kind: text().$type<"item" | "volume">().notNull(),
    fromFondsId: text("from_fonds_id").$type<FondsId>().notNull(),
    fromMatterId: text("from_matter_id").$type<MatterId>(),
    toFondsId: text("to_fonds_id").$type<FondsId>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.actId, table.movedId] })],
);
export type FondsActRecord = typeof fondsActTable.$inferSelect;
export type FondsActSide = typeof fondsActSideTable.$inferSelect;
export type FondsActMove = typeof fondsActMoveTable.$inferSelect;

/** The newest act of all. */
export function newestAct(db: ReadDb): FondsActRecord | undefined {
  return db.select().from(fondsActTable).orderBy(desc(fondsActTable.number)).limit(1).get();
}

/** Keeps an act with its sides. */
export function addAct(db: WriteDb, act: Omit<FondsActRecord, "number">, sides: Omit<FondsActSide, "actId">[]): void {
  db.insert(fondsActTable)
    .values({ ...act, number: (newestAct(db)?.number ?? 0) + 1 })
    .run();
  for (const side of sides)
    db.insert(fondsActSideTable)
      .values({ ...side, actId: act.id })
      .run();
}

/** Forgets an act with its sides and moves: it was taken back. */
export function removeAct(db: WriteDb, id: FondsActId): void {
  db.delete(fondsActTable).where(eq(fondsActTable.id, id)).run();
}

/** The sides of one act. */
export function listSides(db: ReadDb, actId: FondsActId): FondsActSide[] {
  return db.select().from(fondsActSideTable).where(eq(fondsActSideTable.actId, actId)).all();
}

/** Acts that touched a fonds on either side, by effective day, with all their sides. */
export function listActsOf(db: ReadDb, fondsId: FondsId): (FondsActRecord & { readonly sides: FondsActSide[] })[] {
  const touching = db
    .selectDistinct({ id: fondsActSideTable.actId })
    .from(fondsActSideTable)
    .where(eq(fondsActSideTable.fondsId, fondsId));
  return db
    .select()
    .from(fondsActTable)
    .where(inArray(fondsActTable.id, touching))
    .orderBy(asc(fondsActTable.effectiveOn), asc(fondsActTable.number))
    .all()
    .map((act) => ({ ...act, sides: listSides(db, act.id) }));
}

/** Drafts and volumes an act took over. */
export function listMoves(db: ReadDb, actId: FondsActId): FondsActMove[] {
  return db.select().from(fondsActMoveTable).where(eq(fondsActMoveTable.actId, actId)).all();
}

/** How many an act took over. */
export function countMoves(db: ReadDb, actId: FondsActId): number {
  return (
    db
      .select({ count: sql<number>`count(*)` })
      .from(fondsActMoveTable)
      .where(eq(fondsActMoveTable.actId, actId))
      .get()?.count ?? 0
  );
}
