// What stands where: the shelf map, and boxes found by place.
import type { Input, Output } from "#contract/contract";
import { parseShelfWords, type ShelvedBox } from "#contract/shelf-place";
import { listShelvedBoxes } from "#db/box-fill";
import type { ReadDb } from "#db/open";
import { findShelvedBoxes, listShelfPlaces } from "#db/shelf-place";

/** Every place and every box; boxes without a place stand nowhere yet. */
export function showShelfMap(db: ReadDb): Output<"shelf-place.map"> {
  return { places: listShelfPlaces(db), boxes: listShelvedBoxes(db) };
}

/** Boxes at a place as typed; words that name no place find none. */
export function findAtPlace(db: ReadDb, { words }: Input<"shelf-place.find">): ShelvedBox[] {
  const place = parseShelfWords(words);
  return place ? listShelvedBoxes(db, findShelvedBoxes(db, place)) : [];
}
