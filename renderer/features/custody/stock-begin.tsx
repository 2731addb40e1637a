import { Button, InputNumber, Segmented, Select } from "antd";
import { type ReactNode, useState } from "react";
import { session } from "#bridge/session";
import { useFondsScope } from "#bridge/use-scope";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { custodyText } from "#text/custody";
import { today } from "#text/today";
import { Field } from "#ui/field";
import { boxChoices } from "./box-choice.ts";
import { DayField } from "./day-field.tsx";
import { TextField } from "./text-field.tsx";

const words = custodyText.stock;

/** A choice of the scope beside the years. */
const everything = 0;
const byBox = -1;

/** Which things are looked for: all of the room, one year, some boxes or cabinets; whole or by chance. */
export function StockBegin({ onBegun }: { readonly onBegun: (id: string) => void }): ReactNode {
  const person = session.use()?.person.name ?? "";
  const { fonds } = useFondsScope();
  const units = useRead("filing.units", fonds ? { fondsId: fonds.id } : null).value ?? [];
  const years = [...new Set(units.map((unit) => unit.year))].sort((a, b) => b - a);
  const [year, setYear] = useState(everything);
  const [chosen, setChosen] = useState<string[]>([]);
  const choices = boxChoices(useRead("shelf-place.map", year === byBox ? {} : null).value);
  const boxIds = [...new Set(choices.filter(({ value }) => chosen.includes(value)).flatMap((choice) => choice.boxIds))];
  const [kind, setKind] = useState<"full" | "random">("full");
  const [sample, setSample] = useState<number | null>(20);
  const [startedOn, setStartedOn] = useState(today);
  const [takenBy, setTakenBy] = useState(person);
  const [write, isBusy] = useWrite();
  const begin = async (): Promise<void> => {
    if (!fonds) return;
    const done = await write(
      "stock-take.begin",
      {
        fondsId: fonds.id,
        startedOn,
        takenBy,
        ...(year > 0 && { year }),
        ...(year === byBox && { boxIds }),
        ...(kind === "random" && sample !== null && { sample }),
      },
      { said: ({ lineCount }) => words.began(lineCount), hasUndo: true },
    );
    if (done) onBegun(done.id);
  };
  return (
    <div className="stack">
      <h2>{words.begin}</h2>
      <Field label={words.scope}>
        <Select
          aria-label={words.scope}
          value={year}
          options={[
            { value: everything, label: words.everything },
            { value: byBox, label: words.byBox },
            ...years.map((value) => ({ value, label: `${value} ${words.year}` })),
          ]}
          onChange={(value) => setYear(value)}
        />
      </Field>
      {year === byBox && (
        <Field label={words.boxes} forId="stock-boxes">
          <Select
            id="stock-boxes"
            className="full"
            mode="multiple"
            maxTagCount={6}
            popupMatchSelectWidth={false}
            options={choices}
            optionFilterProp="label"
            placeholder={words.boxesHint}
            value={chosen}
            onChange={setChosen}
          />
        </Field>
      )}
      <Field label="">
        <Segmented<"full" | "random">
          value={kind}
          options={(["full", "random"] as const).map((value) => ({ value, label: words[value] }))}
          onChange={setKind}
        />
      </Field>
      {kind === "random" && (
        <Field label={words.sample} forId="stock-sample">
          <InputNumber id="stock-sample" min={1} max={10_000} precision={0} value={sample} onChange={setSample} />
        </Field>
      )}
      <DayField id="stock-day" label={words.startedOn} value={startedOn} onDay={setStartedOn} />
      <TextField id="stock-by" label={words.takenBy} value={takenBy} maxLength={40} onText={setTakenBy} />
      <Button
        type="primary"
        disabled={!fonds || takenBy.trim() === "" || isBusy || (year === byBox && boxIds.length === 0)}
        onClick={() => void begin()}
      >
        {words.begin}
      </Button>
    </div>
  );
}
