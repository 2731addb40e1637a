// 手工调整次序: a draft is put before another of its lowest class. All of the class keep the order seen, as ranks.
import type { Input, Output } from "#contract/contract";
import type { ItemId } from "#contract/item";
import { Refusal } from "#contract/refusal";
import { getItem, setRank } from "#db/filing-number";
import { listDraftsOf } from "#db/filing-unit";
import type { ItemRecord } from "#db/item";
import type { ReadDb, WriteDb } from "#db/open";
import type { Written } from "#engine/written";
import { arrangeDrafts } from "./arrange-drafts.ts";

function draft(db: ReadDb, id: ItemId): ItemRecord {
  const item = getItem(db, id);
  if (!item) throw new Refusal("item-not-found");
  if (item.state !== "draft") throw new Refusal("item-filed");
  return item;
}

/** Refuses item-not-found, item-filed, item-not-classed. */
export function reorderDrafts(
  db: WriteDb,
  { itemId, beforeId }: Input<"filing.reorder">,
): Written<Output<"filing.reorder">> {
  const item = draft(db, itemId);
  if (item.year === null || item.retention === null || item.volumeId !== null) throw new Refusal("item-not-classed");
  const together = listDraftsOf(db, item.fondsId, item.category, item.year).filter(
    (each) => each.retention === item.retention && each.matterId === item.matterId && each.volumeId === null,
  );
  const others = arrangeDrafts(together).filter((each) => each.id !== itemId);
  const at = beforeId === null ? others.length : others.findIndex((each) => each.id === beforeId);
  if (at < 0) throw new Refusal("item-not-found");
  const order = others.toSpliced(at, 0, item);
  order.forEach((each, place) => setRank(db, each.id, place + 1));
  return {
    output: { itemIds: order.map((each) => each.id) },
    objectId: itemId,
    after: order.map((each) => each.id),
    undo: {
      name: "filing.set-ranks",
      input: { ranks: together.map((each) => ({ itemId: each.id, rank: each.rank })) },
    },
    nouns: ["filing"],
  };
}

/** Refuses item-not-found, item-filed. */
export function setRanks(db: WriteDb, { ranks }: Input<"filing.set-ranks">): Written<Output<"filing.set-ranks">> {
  const before = ranks.map(({ itemId }) => ({ itemId, rank: draft(db, itemId).rank }));
  for (const { itemId, rank } of ranks) setRank(db, itemId, rank);
  return {
    output: { setCount: ranks.length },
    objectId: ranks[0]?.itemId ?? "",
    before,
    after: ranks,
    undo: { name: "filing.set-ranks", input: { ranks: before } },
    nouns: ["filing"],
  };
}
