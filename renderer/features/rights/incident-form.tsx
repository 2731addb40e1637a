import { Button, Input, Select } from "antd";
import { type ReactNode, useState } from "react";
import { unknownDate } from "#contract/archival-date";
import {
  type Incident,
  type IncidentFacts,
  incidentKind,
  incidentKindLabel,
  type IncidentKind,
} from "#contract/incident";
import { useWrite } from "#bridge/use-write";
import { rightsText } from "#text/rights";
import { today } from "#text/today";
import { Field } from "#ui/field";
import { DayField } from "./day-field.tsx";
import { WordsField } from "./words-field.tsx";

type Props = { readonly chosen: Incident | undefined; readonly onNew: () => void };
const words = rightsText.incident;
const blank: IncidentFacts = { data: "", people: "", course: "", harm: "", measures: "", told: [], untold: "" };

/** One incident: what, since when, what was done, who was told. A closed one is only looked at. */
export function IncidentForm({ chosen, onNew }: Props): ReactNode {
  const [kind, setKind] = useState<IncidentKind>(chosen?.kind ?? "leak");
  const [happenedOn, setHappened] = useState(chosen?.happenedOn ?? unknownDate);
  const [foundOn, setFound] = useState(chosen?.foundOn ?? today());
  const [facts, setFacts] = useState(chosen?.facts ?? blank);
  // What was just saved counts at once: the list is read again a moment later.
  const [revision, setRevision] = useState(chosen?.revision ?? 0);
  const [write, isBusy] = useWrite();
  const isClosed = chosen?.state === "closed";
  const change = (more: Partial<IncidentFacts>): void => setFacts((now) => ({ ...now, ...more }));
  const tell = (at: number, more: Partial<IncidentFacts["told"][number]>): void =>
    change({ told: facts.told.map((each, index) => (index === at ? { ...each, ...more } : each)) });
  const given = { kind, happenedOn, foundOn, facts: { ...facts, told: [...facts.told] } };
  const isReady =
    facts.data.trim() !== "" && facts.course.trim() !== "" && facts.told.every(({ whom }) => whom.trim() !== "");
  const save = async (): Promise<void> => {
    if (!chosen) {
      await write("incident.register", given, { said: ({ year, number }) => words.registered(`${year}-${number}`) });
      return;
    }
    const kept = await write("incident.revise", { ...given, id: chosen.id, revision }, { said: () => words.saved });
    if (kept) setRevision(kept.revision);
  };
  const field = (name: "data" | "people" | "course" | "harm" | "measures" | "untold", rows?: number, note?: string) => (
    <WordsField
      id={`incident-${name}`}
      label={words[name]}
      value={facts[name]}
      {...(rows !== undefined && { rows })}
      {...(note !== undefined && { note })}
      most={name === "people" ? 60 : 300}
      onWords={(next) => change({ [name]: next })}
    />
  );
  return (
    <>
      <h2>{chosen ? words.correct(`${chosen.year}-${chosen.number}`) : words.form}</h2>
      <Field label={words.kind} forId="incident-kind">
        <Select
          id="incident-kind"
          className="full"
          value={kind}
          options={incidentKind.options.map((value) => ({ value, label: incidentKindLabel[value] }))}
          onChange={setKind}
        />
      </Field>
      <DayField id="incident-happened" label={words.happened} value={happenedOn} mayBeBlank onDay={setHappened} />
      <DayField id="incident-found" label={words.found} value={foundOn} onDay={setFound} />
      {field("data", undefined, words.dataHint)}
      {field("people")}
      {field("course", 3)}
      {field("harm", 2)}
      {field("measures", 3)}
      <Field label={words.told}>
        <div className="stack">
          {facts.told.map((each, at) => (
            // A line has no name of its own; lines are only added at the end and taken out.
            <div key={at} className="stack rights-told">
              <Input
                aria-label={`${words.whom} ${at + 1}`}
                placeholder={words.whom}
                maxLength={80}
                value={each.whom}
                onChange={(event) => tell(at, { whom: event.target.value })}
              />
              <DayField id={`told-${at}`} label={words.on} value={each.on} onDay={(on) => tell(at, { on })} />
              <Input
                aria-label={`${words.how} ${at + 1}`}
                placeholder={words.how}
                maxLength={80}
                value={each.how}
                onChange={(event) => tell(at, { how: event.target.value })}
              />
              <Button size="small" onClick={() => change({ told: facts.told.filter((_, index) => index !== at) })}>
                {words.dropTold}
              </Button>
            </div>
          ))}
          <Button
            size="small"
            disabled={isClosed}
            onClick={() => change({ told: [...facts.told, { whom: "", on: today(), how: "" }] })}
          >
            {words.addTold}
          </Button>
        </div>
      </Field>
      {field("untold", 2, words.untoldHint)}
      <div className="row">
        <Button type="primary" disabled={!isReady || isBusy || isClosed} onClick={() => void save()}>
          {chosen ? rightsText.save : words.register}
        </Button>
        {chosen && !isClosed && (
          <Button
            disabled={isBusy}
            onClick={() => void write("incident.close", { id: chosen.id, revision }, { said: () => words.closed })}
          >
            {words.close}
          </Button>
        )}
        {chosen && <Button onClick={onNew}>{words.new}</Button>}
      </div>
    </>
  );
}
