// 挂接: which items bear which 档号, now or before, and whether they may take images.
import { and, eq, ne } from "drizzle-orm";
import type { FondsId } from "#contract/fonds";
import type { ItemId } from "#contract/item";
import type { Carrier } from "#contract/place-of-item";
import { formerCodeTable } from "./former-code.ts";
import { itemTable, type ItemRecord } from "./item.ts";
import type { ReadDb } from "./open.ts";

export type MatchableItem = {
  readonly id: ItemId;
  readonly code: string;
  readonly fondsId: FondsId;
  readonly category: string;
  readonly year: number | null;
  readonly carrier: Carrier;
  readonly imageCount: number;
  readonly paperPageCount: number;
};

const columns = {
  id: itemTable.id,
  fondsId: itemTable.fondsId,
  category: itemTable.category,
  year: itemTable.year,
  carrier: itemTable.carrier,
  imageCount: itemTable.imageCount,
  paperPageCount: itemTable.paperPageCount,
};

/** Every item under each 档号 it bears or bore; an item of two codes comes twice. */
export function listMatchableItems(db: ReadDb): MatchableItem[] {
  const now = db
    .select({ ...columns, code: itemTable.archivalCode })
    .from(itemTable)
    .where(ne(itemTable.archivalCode, ""))
    .all();
  const before = db
    .select({ ...columns, code: formerCodeTable.archivalCode })
    .from(formerCodeTable)
    .innerJoin(itemTable, eq(itemTable.id, formerCodeTable.itemId))
    .where(and(ne(itemTable.state, "excluded"), ne(formerCodeTable.archivalCode, "")))
    .all();
  return [...now, ...before];
}

/** The record of one item, as the digest of a record wants it. */
export const getItemRecord = (db: ReadDb, id: ItemId): ItemRecord | undefined =>
  db.select().from(itemTable).where(eq(itemTable.id, id)).get();
