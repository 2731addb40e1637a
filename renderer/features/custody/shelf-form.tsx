import { Button, InputNumber, Select } from "antd";
import { type ReactNode, useState } from "react";
import type { ShelfPlace } from "#contract/shelf-place";
import { useWrite } from "#bridge/use-write";
import { custodyText } from "#text/custody";
import { Field } from "#ui/field";

type Props = { readonly rooms: readonly string[]; readonly places: readonly ShelfPlace[] };
const words = custodyText.shelf;

/** Cabinets set up after the last one of the room. */
export function ShelfForm({ rooms, places }: Props): ReactNode {
  const [chosenRoom, setRoom] = useState<string>();
  const room = chosenRoom ?? rooms[0] ?? "";
  const last = Math.max(0, ...places.filter((place) => place.room === room).map((place) => place.cabinet));
  const [count, setCount] = useState<number | null>(1);
  const [tiers, setTiers] = useState<number | null>(5);
  const [slots, setSlots] = useState<number | null>(10);
  const [write, isBusy] = useWrite();
  const figure = (
    id: string,
    label: string,
    value: number | null,
    set: (value: number | null) => void,
    most: number,
  ): ReactNode => (
    <Field label={label} forId={id}>
      <InputNumber id={id} min={1} max={most} precision={0} value={value} onChange={set} />
    </Field>
  );
  const isReady = room !== "" && count !== null && tiers !== null && slots !== null;
  return (
    <section className="stack">
      <h2>{words.define}</h2>
      {rooms.length > 1 && (
        <Field label={custodyText.room}>
          <Select
            value={room}
            options={rooms.map((value) => ({ value, label: value }))}
            onChange={(next) => setRoom(next)}
          />
        </Field>
      )}
      {figure("shelf-count", words.count, count, setCount, 200)}
      {figure("shelf-tiers", words.tiers, tiers, setTiers, 50)}
      {figure("shelf-slots", words.slots, slots, setSlots, 100)}
      <div className="row">
        <Button
          disabled={!isReady || isBusy}
          onClick={() =>
            isReady &&
            void write(
              "shelf-place.define",
              { room, from: last + 1, count, tiers, slots },
              { said: ({ placeCount }) => words.defined(placeCount), hasUndo: true },
            )
          }
        >
          {words.define}
        </Button>
        {last > 0 && (
          <Button
            disabled={isBusy}
            onClick={() =>
              void write(
                "shelf-place.remove",
                { room, from: last, count: 1 },
                { said: () => words.removed, hasUndo: true },
              )
            }
          >
            {words.removeCabinet}（{words.cabinet(last)}）
          </Button>
        )}
      </div>
    </section>
  );
}
