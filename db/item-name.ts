// An item named for a register: 档号, and its title or, where it is restricted, the neutral one (personal-data P6).
import { inArray, sql } from "drizzle-orm";
import type { ItemId } from "#contract/item";
import { itemTable } from "./item.ts";
import type { ReadDb } from "./open.ts";

const columns = {
  id: itemTable.id,
  archivalCode: itemTable.archivalCode,
  title: sql<string>`CASE ${itemTable.access} WHEN 'restricted' THEN ${itemTable.neutralTitle} ELSE ${itemTable.title} END`,
  boxId: itemTable.boxId,
  carrier: itemTable.carrier,
  retention: itemTable.retention,
  state: itemTable.state,
  imageCount: itemTable.imageCount,
};

/** These items by id; what is not there, or hidden, is missing. */
export function nameItems(db: ReadDb, ids: readonly ItemId[]) {
  const select = (some: readonly ItemId[]) =>
    db
      .select(columns)
      .from(itemTable)
      .where(inArray(itemTable.id, [...some]))
      .all();
  const named = new Map<ItemId, ReturnType<typeof select>[number]>();
  const wanted = [...new Set(ids)];
  for (let at = 0; at < wanted.length; at += 500)
    for (const row of select(wanted.slice(at, at + 500))) named.set(row.id, row);
  return named;
}
