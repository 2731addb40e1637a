// A key slot made for this house: its own id, at the cost this machine bears.
import type { House } from "#engine/house";
import { calibrateCost, type KeyCost } from "./derive-key.ts";
import { makeSlot, type KeySlot } from "./key-slot.ts";

/** The cost of a new slot: measured now, unless the house was told one. */
export const costOfHouse = async (house: House): Promise<KeyCost> => house.keyCost ?? (await calibrateCost());

/** Makes a slot that opens `archiveKey` with `secret`; slots made together share a cost, measured once. */
export async function newSlot(
  house: House,
  given: Pick<KeySlot, "label" | "kind"> & { readonly secret: string },
  archiveKey: Buffer,
  cost?: KeyCost,
): Promise<KeySlot> {
  return makeSlot({ ...given, id: house.makeId(), cost: cost ?? (await costOfHouse(house)) }, archiveKey);
}
