// Which items lie in a volume and in which order; before filing the order is their rank, 1, 2, 3 …
import type { FondsId } from "#contract/fonds";
import type { ItemId } from "#contract/item";
import type { VolumeId } from "#contract/place-of-item";
import { Refusal } from "#contract/refusal";
import { getItemRow } from "#db/item";
import type { ReadDb, WriteDb } from "#db/open";
import { listRecordsIn, placeInVolume } from "#db/volume";

/** Refuses item-not-found, item-filed, volume-item-taken (in another volume, judged 不归档, named twice), volume-class-differs. */
export function refuseTakenItems(
  db: ReadDb,
  of: { id: VolumeId; fondsId: FondsId; category: string },
  itemIds: readonly ItemId[],
): void {
  if (new Set(itemIds).size !== itemIds.length) throw new Refusal("volume-item-taken");
  for (const id of itemIds) {
    const item = getItemRow(db, id);
    if (!item) throw new Refusal("item-not-found");
    if (item.state === "filed") throw new Refusal("item-filed");
    if (item.state === "excluded" || (item.volumeId !== null && item.volumeId !== of.id))
      throw new Refusal("volume-item-taken");
    if (item.fondsId !== of.fondsId || item.category !== of.category) throw new Refusal("volume-class-differs");
  }
}

/** Items of a volume with their rank, in order; for the way back. */
export const listRanks = (db: ReadDb, id: VolumeId): { id: ItemId; rank: number | null }[] =>
  (listRecordsIn(db, [id]).get(id) ?? []).map((item) => ({ id: item.id, rank: item.rank }));

/** Lays these items into the volume in this order; those it held before and are not named leave it. */
export function placeItems(db: WriteDb, id: VolumeId, itemIds: readonly ItemId[]): void {
  const stays = new Set(itemIds);
  for (const item of listRanks(db, id)) if (!stays.has(item.id)) placeInVolume(db, item.id, null, null);
  itemIds.forEach((itemId, at) => placeInVolume(db, itemId, id, at + 1));
}
