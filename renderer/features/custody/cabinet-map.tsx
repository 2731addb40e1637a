import { Popover } from "antd";
import type { ReactNode } from "react";
import type { ShelfPlace, ShelvedBox } from "#contract/shelf-place";
import { custodyText } from "#text/custody";
import { BoxCard } from "./box-card.tsx";

type Props = {
  readonly places: readonly ShelfPlace[];
  readonly boxes: readonly ShelvedBox[];
  readonly isSought: (place: ShelfPlace) => boolean;
  /** Boxes are chosen: a free place takes them. */
  readonly isFilling: boolean;
  readonly onFree: (place: ShelfPlace) => void;
  readonly onTakeOff: (box: ShelvedBox) => void;
};
const words = custodyText.shelf;

/** The cabinets as they stand: tiers from the top, places from the left, each with its box or free. */
export function CabinetMap({ places, boxes, isSought, isFilling, onFree, onTakeOff }: Props): ReactNode {
  const standing = new Map(boxes.flatMap((box) => (box.placeId ? [[box.placeId, box] as const] : [])));
  const hasRooms = new Set(places.map((place) => place.room)).size > 1;
  const cabinets = Map.groupBy(places, (place) => `${place.room} ${place.cabinet}`);
  return (
    <div className="cabinets">
      {[...cabinets].map(([key, own]) => {
        const [first] = own;
        if (!first) return null;
        const free = own.filter((place) => !standing.has(place.id)).length;
        const tiers = Map.groupBy(own, (place) => place.tier);
        return (
          <section key={key} className="cabinet" aria-label={words.cabinet(first.cabinet)}>
            <header className="row">
              <h3 className="grow">
                {hasRooms && `${first.room} `}
                {words.cabinet(first.cabinet)}
              </h3>
              <span className="quiet small">{words.free(free, own.length)}</span>
            </header>
            {[...tiers].map(([tier, row]) => (
              <div key={tier} className="cabinet-tier">
                <span className="cabinet-tier-name">{words.tier(tier)}</span>
                {row.map((place) => {
                  const box = standing.get(place.id);
                  const mark = `${isSought(place) ? "is-sought" : ""}`;
                  if (!box) {
                    return (
                      <button
                        key={place.id}
                        type="button"
                        className={`shelf-slot ${mark}`}
                        disabled={!isFilling}
                        aria-label={words.place(tier, place.slot, words.emptySlot)}
                        onClick={() => onFree(place)}
                      >
                        {place.slot}
                      </button>
                    );
                  }
                  return (
                    <Popover
                      key={place.id}
                      trigger="click"
                      content={<BoxCard box={box} place={place} onTakeOff={onTakeOff} />}
                    >
                      <button
                        type="button"
                        className={`shelf-slot has-box ${mark}`}
                        aria-label={words.place(tier, place.slot, String(box.boxNumber))}
                      >
                        <span className="shelf-slot-year">{box.year}</span>
                        <b>{box.boxNumber}</b>
                      </button>
                    </Popover>
                  );
                })}
              </div>
            ))}
          </section>
        );
      })}
    </div>
  );
}
