// 柜架: cabinets set up and taken away.
import type { Input, Output } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import { shelfPlaceId } from "#contract/shelf-place";
import type { WriteDb } from "#db/open";
import { addShelfPlace, countShelved, listCabinetPlaces, removeCabinets } from "#db/shelf-place";
import type { Desk } from "#engine/desk";
import type { Written } from "#engine/written";

/** Sets up `count` cabinets of `tiers` × `slots` places each. Refuses shelf-cabinet-exists. */
export function defineCabinets(
  db: WriteDb,
  input: Input<"shelf-place.define">,
  desk: Desk,
): Written<Output<"shelf-place.define">> {
  const { room, from, count, tiers, slots } = input;
  const [taken] = listCabinetPlaces(db, room, from, count);
  if (taken) throw new Refusal("shelf-cabinet-exists", { room, cabinet: taken.cabinet });
  for (let cabinet = from; cabinet < from + count; cabinet++)
    for (let tier = 1; tier <= tiers; tier++)
      for (let slot = 1; slot <= slots; slot++)
        addShelfPlace(db, { id: shelfPlaceId.parse(desk.makeId()), room, cabinet, tier, slot });
  return {
    output: { placeCount: count * tiers * slots },
    objectId: desk.archive.id,
    after: input,
    undo: { name: "shelf-place.remove", input: { room, from, count } },
    nouns: ["shelf-place"],
  };
}

/** Takes empty cabinets away. Refuses shelf-cabinet-missing, shelf-not-empty. */
export function removeShelves(
  db: WriteDb,
  input: Input<"shelf-place.remove">,
  desk: Desk,
): Written<Output<"shelf-place.remove">> {
  const { room, from, count } = input;
  const places = listCabinetPlaces(db, room, from, count);
  const cabinets = [...new Set(places.map((place) => place.cabinet))];
  if (cabinets.length !== count) {
    const missing = Array.from({ length: count }, (_, at) => from + at).find((each) => !cabinets.includes(each));
    throw new Refusal("shelf-cabinet-missing", { room, cabinet: missing ?? from });
  }
  for (const cabinet of cabinets) {
    const standing = countShelved(db, room, cabinet, 1);
    if (standing > 0) throw new Refusal("shelf-not-empty", { cabinet, count: standing });
  }
  const placeCount = removeCabinets(db, room, from, count);
  // Cabinets of one size come back as they were; of several sizes only one by one.
  const sizes = new Set(cabinets.map((cabinet) => sizeOf(places.filter((place) => place.cabinet === cabinet))));
  const [size] = sizes;
  const [tiers, slots] = (size ?? "").split("×").map(Number);
  return {
    output: { placeCount },
    objectId: desk.archive.id,
    before: input,
    ...(sizes.size === 1
      ? { undo: { name: "shelf-place.define" as const, input: { room, from, count, tiers, slots } } }
      : { keepsUndo: true as const }),
    nouns: ["shelf-place"],
  };
}

const sizeOf = (places: readonly { tier: number; slot: number }[]): string =>
  `${Math.max(...places.map((place) => place.tier))}×${Math.max(...places.map((place) => place.slot))}`;
