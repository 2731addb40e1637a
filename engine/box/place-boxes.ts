// 上架: boxes put at places; never two at one.
import type { Input, Output } from "#contract/contract";
import type { BoxId } from "#contract/place-of-item";
import { Refusal } from "#contract/refusal";
import { shelfLabel, type ShelfPlaceId } from "#contract/shelf-place";
import { getBox, setBox } from "#db/box";
import type { WriteDb } from "#db/open";
import { boxAt, getShelfPlace, listPlacesFrom } from "#db/shelf-place";
import type { Desk } from "#engine/desk";
import type { Written } from "#engine/written";

type Move = { readonly boxId: BoxId; readonly placeId: ShelfPlaceId | null };

/** Carries moves out at once, so that two boxes may change places; returns where each stood. */
function carryOut(db: WriteDb, moves: readonly Move[]): Move[] {
  const before = moves.map(({ boxId }) => {
    const box = getBox(db, boxId);
    if (!box) throw new Refusal("box-not-found");
    return { boxId, placeId: box.placeId };
  });
  for (const { boxId } of moves) setBox(db, boxId, { placeId: null });
  for (const { boxId, placeId } of moves) {
    if (placeId === null) continue;
    const place = getShelfPlace(db, placeId);
    if (!place) throw new Refusal("shelf-place-missing");
    if (boxAt(db, placeId)) throw new Refusal("shelf-place-taken", { place: shelfLabel(place) });
    setBox(db, boxId, { placeId });
  }
  return before;
}

/** Each box at exactly this place, or off its shelf. Refuses box-not-found, shelf-place-missing, shelf-place-taken. */
export function putBoxes(
  db: WriteDb,
  { moves }: Input<"shelf-place.put">,
  desk: Desk,
): Written<Output<"shelf-place.put">> {
  const before = carryOut(db, moves);
  return {
    output: { boxCount: moves.length },
    objectId: desk.archive.id,
    before,
    after: moves,
    undo: { name: "shelf-place.put", input: { moves: before } },
    nouns: ["shelf-place", "box", "item"],
  };
}

/** Boxes side by side from a place on, taken places left out. Refuses box-not-found, shelf-place-missing, shelf-full. */
export function fillShelf(
  db: WriteDb,
  { boxIds, from }: Input<"shelf-place.fill">,
  desk: Desk,
): Written<Output<"shelf-place.fill">> {
  const start = getShelfPlace(db, from);
  if (!start) throw new Refusal("shelf-place-missing");
  const wanted = [...new Set(boxIds)];
  const moving = new Set<BoxId>(wanted);
  const free = listPlacesFrom(db, start).filter((place) => {
    const standing = boxAt(db, place.id);
    return standing === undefined || moving.has(standing);
  });
  if (free.length < wanted.length) throw new Refusal("shelf-full", { free: free.length, count: wanted.length });
  const places = free.slice(0, wanted.length);
  const moves = wanted.map((boxId, at) => ({ boxId, placeId: places[at]?.id ?? null }));
  const { output: _, ...written } = putBoxes(db, { moves }, desk);
  return { ...written, output: { places } };
}
