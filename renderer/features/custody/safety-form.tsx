import { Button, Input, Segmented, Select } from "antd";
import { type ReactNode, useState } from "react";
import { unknownDate } from "#contract/archival-date";
import type { CustodyRules } from "#contract/custody";
import type { SafetyCheck } from "#contract/safety-check";
import { session } from "#bridge/session";
import { useWrite } from "#bridge/use-write";
import { custodyText } from "#text/custody";
import { today } from "#text/today";
import { Field } from "#ui/field";
import { DayField } from "./day-field.tsx";
import { TextField } from "./text-field.tsx";

type Line = SafetyCheck["lines"][number];
type Props = { readonly rules: CustodyRules; readonly chosen: SafetyCheck | undefined; readonly onDone: () => void };
const words = custodyText.safety;

/** One round: a line for each guard, all fine until one is not. */
export function SafetyForm({ rules, chosen, onDone }: Props): ReactNode {
  const person = session.use()?.person.name ?? "";
  const [room, setRoom] = useState(chosen?.room ?? rules.rooms[0] ?? "");
  const [checkedOn, setCheckedOn] = useState(chosen?.checkedOn ?? today());
  const [checker, setChecker] = useState(chosen?.checker ?? person);
  const [lines, setLines] = useState<readonly Line[]>(
    () =>
      chosen?.lines ??
      rules.guards.map((guard) => ({ guard, isFine: true, problem: "", measure: "", solvedOn: unknownDate })),
  );
  const [write, isBusy] = useWrite();
  const change = (at: number, more: Partial<Line>): void =>
    setLines((now) => now.map((line, index) => (index === at ? { ...line, ...more } : line)));
  const save = async (): Promise<void> => {
    const done = await write(
      "safety-check.keep",
      { ...(chosen && { id: chosen.id }), room, checkedOn, checker, lines: [...lines] },
      { said: () => custodyText.saved, hasUndo: true },
    );
    if (done) onDone();
  };
  return (
    <div className="stack">
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
      <DayField id="safety-day" label={words.day} value={checkedOn} onDay={setCheckedOn} />
      <TextField id="safety-checker" label={words.checker} value={checker} maxLength={40} onText={setChecker} />
      <ul className="safety-lines">
        {lines.map((line, at) => (
          <li key={line.guard}>
            <div className="row">
              <span className="grow">{line.guard}</span>
              <Segmented<"fine" | "problem">
                size="small"
                aria-label={line.guard}
                value={line.isFine ? "fine" : "problem"}
                options={[
                  { value: "fine", label: words.fine },
                  { value: "problem", label: words.problem },
                ]}
                onChange={(value) => change(at, { isFine: value === "fine" })}
              />
            </div>
            {!line.isFine && (
              <div className="stack">
                <Input
                  aria-label={`${line.guard} ${words.what}`}
                  placeholder={words.what}
                  maxLength={200}
                  status={line.problem === "" ? "warning" : ""}
                  value={line.problem}
                  onChange={(event) => change(at, { problem: event.target.value })}
                />
                <Input
                  aria-label={`${line.guard} ${custodyText.measure}`}
                  placeholder={custodyText.measure}
                  maxLength={200}
                  value={line.measure}
                  onChange={(event) => change(at, { measure: event.target.value })}
                />
                <DayField
                  id={`solved-${at}`}
                  label={words.solvedOn}
                  mayBeBlank
                  value={line.solvedOn}
                  onDay={(solvedOn) => change(at, { solvedOn })}
                />
              </div>
            )}
          </li>
        ))}
      </ul>
      <div className="row">
        <Button type="primary" disabled={checker.trim() === "" || isBusy} onClick={() => void save()}>
          {chosen ? custodyText.saveChange : custodyText.save}
        </Button>
        {chosen && <Button onClick={onDone}>{custodyText.fresh}</Button>}
        {chosen && (
          <Button
            disabled={isBusy}
            onClick={() =>
              void write(
                "safety-check.remove",
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
