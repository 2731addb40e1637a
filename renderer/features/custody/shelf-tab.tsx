import { Button, Checkbox, Input } from "antd";
import { type ReactNode, useState } from "react";
import type { BoxId } from "#contract/place-of-item";
import { parseShelfWords, type ShelfPlace, shelfLabel, type ShelvedBox } from "#contract/shelf-place";
import { type Retention, retentionLabel } from "#contract/retention";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { custodyText } from "#text/custody";
import { Empty } from "#ui/empty";
import { Problem } from "#ui/problem";
import { CabinetMap } from "./cabinet-map.tsx";
import { ShelfForm } from "./shelf-form.tsx";
import { TwoPanes } from "./two-panes.tsx";

const words = custodyText.shelf;
export const nameBox = (box: ShelvedBox): string =>
  words.box(box.year, retentionLabel(box.retention as Retention), box.matterName, box.boxNumber);

type Props = { readonly rooms: readonly string[]; readonly onBoxes: () => void };

/** 柜架: what stands where; boxes that stand nowhere are put up in order. */
export function ShelfTab({ rooms, onBoxes }: Props): ReactNode {
  const map = useRead("shelf-place.map", {});
  const [chosen, setChosen] = useState<ReadonlySet<BoxId>>(new Set());
  const [typed, setTyped] = useState("");
  const [write] = useWrite();
  const places = map.value?.places ?? [];
  const boxes = map.value?.boxes ?? [];
  const loose = boxes.filter((box) => box.placeId === null);
  const sought = parseShelfWords(typed);
  const isSought = (place: ShelfPlace): boolean =>
    sought !== undefined &&
    place.cabinet === sought.cabinet &&
    (sought.tier === undefined || place.tier === sought.tier) &&
    (sought.slot === undefined || place.slot === sought.slot);
  const fill = async (from: ShelfPlace): Promise<void> => {
    const boxIds = loose.filter((box) => chosen.has(box.boxId)).map((box) => box.boxId);
    if (boxIds.length === 0) return;
    const done = await write(
      "shelf-place.fill",
      { boxIds, from: from.id },
      { said: ({ places: given }) => words.shelved(given.length), hasUndo: true },
    );
    if (done) setChosen(new Set());
  };
  const takeOff = (box: ShelvedBox): void =>
    void write(
      "shelf-place.put",
      { moves: [{ boxId: box.boxId, placeId: null }] },
      { said: () => words.takenOff, hasUndo: true },
    );
  return (
    <TwoPanes
      formLabel={words.define}
      form={
        <>
          <section className="stack">
            <h2>
              {loose.length > 0 ? words.loose(loose.length) : boxes.length > 0 ? words.allShelved : words.noBoxes}
            </h2>
            {loose.length > 0 && (
              <>
                <p className="quiet small">{words.choose}</p>
                <Checkbox
                  checked={chosen.size === loose.length}
                  indeterminate={chosen.size > 0 && chosen.size < loose.length}
                  onChange={({ target }) => setChosen(new Set(target.checked ? loose.map((box) => box.boxId) : []))}
                >
                  {words.chooseAll} · {words.chosen(chosen.size)}
                </Checkbox>
                <ul className="loose-boxes">
                  {loose.map((box) => (
                    <li key={box.boxId}>
                      <Checkbox
                        checked={chosen.has(box.boxId)}
                        onChange={({ target }) =>
                          setChosen((now) => {
                            const next = new Set(now);
                            if (target.checked) next.add(box.boxId);
                            else next.delete(box.boxId);
                            return next;
                          })
                        }
                      >
                        {nameBox(box)}
                      </Checkbox>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </section>
          <ShelfForm key={places.length} rooms={rooms} places={places} />
        </>
      }
      list={
        <>
          {map.problem && <Problem {...map.problem} />}
          {map.value && places.length === 0 ? (
            <Empty
              title={words.emptyTitle}
              next={words.emptyNext}
              action={<Button onClick={onBoxes}>{words.toBoxes}</Button>}
            />
          ) : (
            <>
              <div className="custody-bar row">
                <Input
                  className="shelf-find"
                  aria-label={words.find}
                  placeholder={words.find}
                  value={typed}
                  allowClear
                  onChange={(event) => setTyped(event.target.value)}
                />
                {sought && (
                  <span className="quiet" role="status">
                    {sayFound(places.filter(isSought), boxes)}
                  </span>
                )}
              </div>
              <CabinetMap
                places={places}
                boxes={boxes}
                isSought={isSought}
                isFilling={chosen.size > 0}
                onFree={(place) => void fill(place)}
                onTakeOff={takeOff}
              />
            </>
          )}
        </>
      }
    />
  );
}

function sayFound(places: readonly ShelfPlace[], boxes: readonly ShelvedBox[]): string {
  const ids = new Set(places.map((place) => place.id));
  const found = boxes.filter((box) => box.placeId !== null && ids.has(box.placeId));
  const [first] = found;
  if (!first) return words.notFound;
  const at = places.find((place) => place.id === first.placeId);
  return found.length === 1 && at ? `${shelfLabel(at)}：${nameBox(first)}` : words.found(found.length);
}
