// An item that proves rows of a ledger as a whole is not taken apart under them, and a frozen period never: its pages would lie in
// the tray, those with names too.
import type { ItemId } from "#contract/item";
import { Refusal } from "#contract/refusal";
import { countAttached } from "#db/ledger-attachment";
import { countFrozenItems } from "#db/ledger-freeze";
import type { ReadDb } from "#db/open";

/** Refuses item-frozen; and item-attached: the clerk takes it off those rows first. Pages keep their rows wherever they go. */
export function refuseAttached(db: ReadDb, itemIds: readonly ItemId[]): void {
  refuseFrozen(db, itemIds);
  const count = countAttached(db, { itemIds });
  if (count > 0) throw new Refusal("item-attached", { count });
}

/** Refuses item-frozen. */
export function refuseFrozen(db: ReadDb, itemIds: readonly ItemId[]): void {
  if (countFrozenItems(db, itemIds) > 0) throw new Refusal("item-frozen");
}
