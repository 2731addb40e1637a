import { Button, InputNumber, Select } from "antd";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import type { ClimateReading } from "#contract/climate-reading";
import type { CustodyRules } from "#contract/custody";
import { session } from "#bridge/session";
import { useWrite } from "#bridge/use-write";
import { custodyText } from "#text/custody";
import { sayMinute } from "#text/format";
import { today } from "#text/today";
import { Field } from "#ui/field";
import { TypedField } from "#ui/typed-field";
import { DayField } from "./day-field.tsx";
import { TextField } from "./text-field.tsx";

type Props = {
  readonly rules: CustodyRules;
  readonly chosen: ClimateReading | undefined;
  /** The reading before, for what repeats. */
  readonly last: ClimateReading | undefined;
  readonly onDone: () => void;
};
const words = custodyText.climate;

function readTime(typed: string): string | null {
  const found = /^(\d{1,2})[:：.时]?(\d{2})?分?$/.exec(typed.normalize("NFKC").trim());
  const [, hour = "", minute = "00"] = found ?? [];
  return found && Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, "0")}:${minute}` : null;
}

/** One reading; Enter saves and the next may be typed. */
export function ClimateForm({ rules, chosen, last, onDone }: Props): ReactNode {
  const person = session.use()?.person.name ?? "";
  const [room, setRoom] = useState(chosen?.room ?? last?.room ?? rules.rooms[0] ?? "");
  const [readOn, setReadOn] = useState(chosen?.readOn ?? today());
  const [time, setTime] = useState(chosen?.readTime ?? sayMinute(new Date().toISOString()).slice(11));
  const [temperature, setTemperature] = useState<number | null>(chosen?.temperature ?? null);
  const [humidity, setHumidity] = useState<number | null>(chosen?.humidity ?? null);
  const [recorder, setRecorder] = useState(chosen?.recorder ?? last?.recorder ?? person);
  const [measure, setMeasure] = useState(chosen?.measure ?? "");
  const [write, isBusy] = useWrite();
  const isOut =
    (temperature !== null && (temperature < rules.temperature.least || temperature > rules.temperature.most)) ||
    (humidity !== null && (humidity < rules.humidity.least || humidity > rules.humidity.most));
  const isReady = temperature !== null && humidity !== null && recorder.trim() !== "";
  const save = async (): Promise<void> => {
    if (temperature === null || humidity === null || !isReady) return;
    const done = await write(
      "climate-reading.keep",
      { ...(chosen && { id: chosen.id }), room, readOn, readTime: time, temperature, humidity, recorder, measure },
      { said: () => custodyText.saved, hasUndo: true },
    );
    if (done) onDone();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    if ((event.target as HTMLElement).tagName === "INPUT") void save();
  };
  const figure = (
    id: string,
    label: string,
    value: number | null,
    unit: string,
    most: number,
    set: (value: number | null) => void,
  ): ReactNode => (
    <Field label={label} forId={id}>
      <InputNumber id={id} min={-50} max={most} step={0.1} suffix={unit} value={value} onChange={set} />
    </Field>
  );
  return (
    <div className="stack" onKeyDown={onKeyDown}>
      <h2>{chosen ? words.correct : words.form}</h2>
      {rules.rooms.length > 1 && (
        <Field label={custodyText.room}>
          <Select
            value={room}
            options={rules.rooms.map((value) => ({ value, label: value }))}
            onChange={(next) => setRoom(next)}
          />
        </Field>
      )}
      <DayField id="climate-day" label={words.day} value={readOn} onDay={setReadOn} />
      <TypedField
        id="climate-time"
        label={words.time}
        value={time}
        read={readTime}
        onValue={setTime}
        hint={words.timeHint}
        unreadable={words.timeUnreadable}
      />
      {figure("climate-temperature", words.temperature, temperature, words.temperatureUnit, 80, setTemperature)}
      {figure("climate-humidity", words.humidity, humidity, words.humidityUnit, 100, setHumidity)}
      <TextField
        id="climate-measure"
        label={custodyText.measure}
        value={measure}
        {...(isOut && measure === "" && { note: words.outNote })}
        onText={setMeasure}
      />
      <TextField
        id="climate-recorder"
        label={custodyText.person}
        value={recorder}
        maxLength={40}
        onText={setRecorder}
      />
      <div className="row">
        <Button type="primary" disabled={!isReady || isBusy} onClick={() => void save()}>
          {chosen ? custodyText.saveChange : custodyText.save}
        </Button>
        {chosen && <Button onClick={onDone}>{custodyText.fresh}</Button>}
        {chosen && (
          <Button
            disabled={isBusy}
            onClick={() =>
              void write(
                "climate-reading.remove",
                { id: chosen.id },
                { said: () => custodyText.removed, hasUndo: true },
              ).then((done) => done && onDone())
            }
          >
            {custodyText.remove}
          </Button>
        )}
      </div>
    </div>
  );
}
