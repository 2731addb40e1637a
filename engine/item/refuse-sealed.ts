// A sealed packet is never scanned, and stays restricted; only the acts of sealing change what it is.
import type { Item, ItemFields, ItemId } from "#contract/item";
import { Refusal } from "#contract/refusal";
import { getItemRow } from "#db/item";
import type { ReadDb } from "#db/open";

/** Refuses item-sealed: nothing is placed into a sealed packet. */
export function refuseSealed(db: ReadDb, id: ItemId): void {
  if (getItemRow(db, id)?.carrier === "sealed") throw new Refusal("item-sealed");
}

/** Refuses item-sealed for another carrier or access of a packet, sealed-packet-needed for a packet by mere description. */
export function refuseSealedByWord(
  before: Pick<Item, "carrier">,
  fields: { readonly [K in "carrier" | "access"]?: ItemFields[K] | undefined },
): void {
  if (before.carrier !== "sealed") {
    if (fields.carrier === "sealed") throw new Refusal("sealed-packet-needed");
    return;
  }
  const isOther = (given: string | undefined, kept: string): boolean => given !== undefined && given !== kept;
  if (isOther(fields.carrier, "sealed") || isOther(fields.access, "restricted")) throw new Refusal("item-sealed");
}
