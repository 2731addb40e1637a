// 保管状态 of many items: 在室, 街道代管, 已移交, 借出. The record of an item does not change with where its paper is.
import type { Input, Output } from "#contract/contract";
import type { ItemId } from "#contract/item";
import type { Holding } from "#contract/place-of-item";
import { Refusal } from "#contract/refusal";
import { listHoldings, setHolding } from "#db/holding";
import type { WriteDb } from "#db/open";
import type { Desk } from "#engine/desk";
import type { Written } from "#engine/written";

/** Refuses item-not-found; item-not-filed where an unfiled item would leave the room. All or none are set. */
export function holdItems(db: WriteDb, input: Input<"item.hold">, desk: Desk): Written<Output<"item.hold">> {
  const wanted = new Map(input.changes.map(({ id, holding }) => [id, holding]));
  const now = listHoldings(db, [...wanted.keys()]);
  if (now.length !== wanted.size) throw new Refusal("item-not-found");
  if (now.some(({ id, state }) => state !== "filed" && wanted.get(id) !== "here")) throw new Refusal("item-not-filed");
  const changed = now.filter(({ id, holding }) => wanted.get(id) !== holding);
  for (const holding of new Set(changed.map(({ id }) => wanted.get(id) ?? "here")))
    setHolding(
      db,
      holding,
      idsOf(changed, (id) => wanted.get(id) === holding),
    );
  const before = changed.map(({ id, holding }): { id: ItemId; holding: Holding } => ({ id, holding }));
  return {
    output: { changedCount: changed.length },
    objectId: changed.length === 1 ? (changed[0]?.id ?? "") : desk.makeId(),
    before,
    after: changed.map(({ id }) => ({ id, holding: wanted.get(id) })),
    ...(before.length > 0 && { undo: { name: "item.hold", input: { changes: before } } }),
    nouns: ["item"],
  };
}

const idsOf = (of: readonly { readonly id: ItemId }[], isMeant: (id: ItemId) => boolean): ItemId[] =>
  of.map(({ id }) => id).filter(isMeant);
