// Boxes to choose for a stock-take: one by one, or all that stand in one cabinet.
import type { BoxId } from "#contract/place-of-item";
import { type Retention, retentionLabel } from "#contract/retention";
import { type ShelfPlace, shelfLabel, type ShelvedBox } from "#contract/shelf-place";
import { custodyText } from "#text/custody";

export type BoxChoice = { readonly value: string; readonly label: string; readonly boxIds: readonly BoxId[] };
type ShelfMap = { readonly places: readonly ShelfPlace[]; readonly boxes: readonly ShelvedBox[] };

const words = custodyText.stock;

/** Cabinets first, each with its boxes, then every box with where it stands. */
export function boxChoices(map: ShelfMap | undefined): BoxChoice[] {
  if (!map) return [];
  const placeOf = new Map(map.places.map((place) => [place.id, place]));
  const cabinets = new Map<string, { name: string; boxIds: BoxId[] }>();
  const boxes = map.boxes.map((box): BoxChoice => {
    const place = box.placeId === null ? undefined : placeOf.get(box.placeId);
    if (place) {
      const key = `${place.room} ${place.cabinet}`;
      const cabinet = cabinets.get(key) ?? { name: words.cabinet(place.room, place.cabinet), boxIds: [] };
      cabinet.boxIds.push(box.boxId);
      cabinets.set(key, cabinet);
    }
    const term = retentionLabel(box.retention as Retention);
    const name = custodyText.shelf.box(box.year, term, box.matterName, box.boxNumber);
    return { value: box.boxId, label: place ? `${name} · ${shelfLabel(place)}` : name, boxIds: [box.boxId] };
  });
  const whole = [...cabinets].map(([key, { name, boxIds }]) => ({
    value: `cabinet ${key}`,
    label: `${name}（${words.boxCount(boxIds.length)}）`,
    boxIds,
  }));
  return [...whole, ...boxes];
}
