// An item lies in an open fonds, in a class of that fonds and of its own 门类 which still takes items.
import type { FondsId } from "#contract/fonds";
import type { ItemFields } from "#contract/item";
import { Refusal } from "#contract/refusal";
import { findClosedFonds, getMatter } from "#db/fonds";
import type { ReadDb } from "#db/open";

type Class = Pick<ItemFields, "fondsId" | "category" | "matterId">;

/** Refuses fonds-closed: an act closed it, nothing new comes into it. */
export function refuseClosedFonds(db: ReadDb, fondsId: FondsId): void {
  const closed = findClosedFonds(db, fondsId);
  if (closed) throw new Refusal("fonds-closed", { name: closed.name, date: closed.closedOn });
}

/** Refuses fonds-closed, matter-not-found, matter-closed; what an item had before it may keep. */
export function refuseWrongClass(db: ReadDb, { fondsId, category, matterId }: Class, before?: Class): void {
  if (before?.fondsId !== fondsId) refuseClosedFonds(db, fondsId);
  if (matterId === null || (before?.matterId === matterId && before.category === category)) return;
  const matter = getMatter(db, matterId);
  if (matter?.fondsId !== fondsId || matter.category !== category) throw new Refusal("matter-not-found");
  if (matter.closedOn !== "" && before?.matterId !== matterId)
    throw new Refusal("matter-closed", { name: matter.name });
}
