// Where items are now, of many at once.
import { inArray, sql } from "drizzle-orm";
import type { ItemId, ItemRow } from "#contract/item";
import type { Holding } from "#contract/place-of-item";
import { itemTable } from "./item.ts";
import type { ReadDb, WriteDb } from "./open.ts";

const sliceSize = 500;

/** Present state of these items; one that is not there is left out. */
export function listHoldings(
  db: ReadDb,
  ids: readonly ItemId[],
): { id: ItemId; state: ItemRow["state"]; holding: Holding }[] {
  const found: { id: ItemId; state: ItemRow["state"]; holding: Holding }[] = [];
  for (let at = 0; at < ids.length; at += sliceSize) {
    const part = ids.slice(at, at + sliceSize);
    const columns = { id: itemTable.id, state: itemTable.state, holding: itemTable.holding };
    found.push(...db.select(columns).from(itemTable).where(inArray(itemTable.id, part)).all());
  }
  return found;
}

/** Sets the state of these items; no word of theirs is indexed anew. */
export function setHolding(db: WriteDb, holding: Holding, ids: readonly ItemId[]): void {
  for (let at = 0; at < ids.length; at += sliceSize)
    db.update(itemTable)
      .set({ holding, revision: sql`${itemTable.revision} + 1` })
      .where(inArray(itemTable.id, ids.slice(at, at + sliceSize)))
      .run();
}
