// 清点: lists to find, and what was found.
import { and, asc, desc, eq, inArray, isNull, ne, sql, type SQL } from "drizzle-orm";
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { FondsId } from "#contract/fonds";
import type { ItemId } from "#contract/item";
import type { BoxId } from "#contract/place-of-item";
import type { StockTake, StockTakeLine } from "#contract/stock-take";
import { boxTable } from "./box.ts";
import { insertRow } from "./insert-row.ts";
import { itemTable } from "./item.ts";
import type { ReadDb, WriteDb } from "./open.ts";
import { shelfPlaceTable } from "./shelf-place.ts";

export const stockTakeTable = sqliteTable("stock_take", {
  id: text().primaryKey(),
  kind: text().$type<StockTake["kind"]>().notNull(),
  scope: text().notNull(),
  startedOn: text("started_on").notNull(),
  takenBy: text("taken_by").notNull(),
  state: text().$type<StockTake["state"]>().notNull(),
  frozenAt: text("frozen_at"),
  note: text().notNull(),
});
export const stockTakeLineTable = sqliteTable(
  "stock_take_line",
  {
    stockTakeId: text("stock_take_id").notNull(),
    itemId: text("item_id").$type<ItemId>().notNull(),
    position: integer().notNull(),
    archivalCode: text("archival_code").notNull(),
    expectedPlace: text("expected_place").notNull(),
    result: text().$type<StockTakeLine["result"]>().notNull(),
    foundPlace: text("found_place").notNull(),
  },
  (table) => [primaryKey({ columns: [table.stockTakeId, table.itemId] })],
);
export type StockTakeLineRecord = typeof stockTakeLineTable.$inferSelect;

const counted = (result: string): SQL<number> =>
  sql<number>`(SELECT count(*) FROM stock_take_line l WHERE l.stock_take_id = stock_take.id AND l.result = ${result})`;
const columns = {
  id: stockTakeTable.id,
  kind: stockTakeTable.kind,
  scope: stockTakeTable.scope,
  startedOn: stockTakeTable.startedOn,
  takenBy: stockTakeTable.takenBy,
  state: stockTakeTable.state,
  frozenAt: stockTakeTable.frozenAt,
  note: stockTakeTable.note,
  lineCount: sql<number>`(SELECT count(*) FROM stock_take_line l WHERE l.stock_take_id = stock_take.id)`,
  foundCount: counted("found"),
  missingCount: counted("missing"),
  misplacedCount: counted("misplaced"),
  openCount: counted(""),
};

/** All stock-takes, newest first. */
export function listStockTakes(db: ReadDb): StockTake[] {
  return db.select(columns).from(stockTakeTable).orderBy(desc(stockTakeTable.startedOn), desc(stockTakeTable.id)).all();
}

/** One stock-take with its counts. */
export function getStockTake(db: ReadDb, id: string): StockTake | undefined {
  return db.select(columns).from(stockTakeTable).where(eq(stockTakeTable.id, id)).get();
}

/** The lines of a stock-take in shelf order. */
export function listStockTakeLines(db: ReadDb, id: string): StockTakeLineRecord[] {
  return db
    .select()
    .from(stockTakeLineTable)
    .where(eq(stockTakeLineTable.stockTakeId, id))
    .orderBy(asc(stockTakeLineTable.position))
    .all();
}

/** Begins a stock-take with its lines. */
export function addStockTake(
  db: WriteDb,
  take: typeof stockTakeTable.$inferInsert,
  lines: readonly StockTakeLineRecord[],
): void {
  db.insert(stockTakeTable).values(take).run();
  for (const line of lines) insertRow(db, stockTakeLineTable, line);
}

/** Writes the result of one line; false when the list has no such item. */
export function tickLine(
  db: WriteDb,
  id: string,
  { itemId, result, foundPlace }: Pick<StockTakeLineRecord, "itemId" | "result" | "foundPlace">,
): boolean {
  const line = and(eq(stockTakeLineTable.stockTakeId, id), eq(stockTakeLineTable.itemId, itemId));
  return db.update(stockTakeLineTable).set({ result, foundPlace }).where(line).run().changes > 0;
}

/** Fixes the result. */
export function freezeTake(db: WriteDb, id: string, frozenAt: string, note: string): void {
  db.update(stockTakeTable).set({ state: "frozen", frozenAt, note }).where(eq(stockTakeTable.id, id)).run();
}

/** Takes an unfinished list away. */
export function dropTake(db: WriteDb, id: string): void {
  db.delete(stockTakeTable).where(eq(stockTakeTable.id, id)).run();
}

/** What should be found: filed, of paper or an object, in the room; along the shelves, then by 档号. */
export function listToFind(
  db: ReadDb,
  of: {
    fondsId: FondsId;
    category?: string | undefined;
    year?: number | undefined;
    boxIds?: readonly BoxId[] | undefined;
  },
): { id: ItemId; archivalCode: string; boxId: BoxId | null }[] {
  return db
    .select({ id: itemTable.id, archivalCode: itemTable.archivalCode, boxId: itemTable.boxId })
    .from(itemTable)
    .leftJoin(boxTable, eq(boxTable.id, itemTable.boxId))
    .leftJoin(shelfPlaceTable, eq(shelfPlaceTable.id, boxTable.placeId))
    .where(
      and(
        eq(itemTable.fondsId, of.fondsId),
        eq(itemTable.state, "filed"),
        eq(itemTable.holding, "here"),
        ne(itemTable.carrier, "digital"),
        of.category === undefined ? undefined : eq(itemTable.category, of.category),
        of.year === undefined ? undefined : eq(itemTable.year, of.year),
        of.boxIds === undefined ? undefined : inArray(itemTable.boxId, [...of.boxIds]),
      ),
    )
    .orderBy(
      isNull(shelfPlaceTable.id),
      asc(shelfPlaceTable.room),
      asc(shelfPlaceTable.cabinet),
      asc(shelfPlaceTable.tier),
      asc(shelfPlaceTable.slot),
      asc(itemTable.archivalCode),
    )
    .all();
}

/** 档号 of those of these items that the last finished stock-take to look for them did not find. */
export function listLastMissing(db: ReadDb, ids: readonly string[]): string[] {
  const missing: string[] = [];
  for (let at = 0; at < ids.length; at += 400) {
    const rows = db
      .select({ code: stockTakeLineTable.archivalCode })
      .from(stockTakeLineTable)
      .where(
        sql`${inArray(stockTakeLineTable.itemId, ids.slice(at, at + 400) as ItemId[])} AND ${stockTakeLineTable.result} = 'missing'
          AND ${stockTakeLineTable.stockTakeId} = (SELECT t.id FROM stock_take t
            JOIN stock_take_line l ON l.stock_take_id = t.id AND l.item_id = stock_take_line.item_id
            WHERE t.state = 'frozen' ORDER BY t.frozen_at DESC LIMIT 1)`,
      )
      .orderBy(asc(stockTakeLineTable.archivalCode))
      .all();
    missing.push(...rows.map((row) => row.code));
  }
  return missing;
}

/** The day the last finished stock-take began, blank when there was none. */
export function lastStockTake(db: ReadDb): string {
  return (
    db
      .select({ on: stockTakeTable.startedOn })
      .from(stockTakeTable)
      .where(eq(stockTakeTable.state, "frozen"))
      .orderBy(desc(stockTakeTable.startedOn))
      .limit(1)
      .get()?.on ?? ""
  );
}
