import { Button, Input, Radio, Select } from "antd";
import { type ReactNode, useState } from "react";
import { parseClerkDate, unknownDate } from "#contract/archival-date";
import {
  type ArchivalCodeStandard,
  archivalCodeStandard,
  type Fonds,
  fondsComposition,
  type FondsComposition,
} from "#contract/fonds";
import { useWrite } from "#bridge/use-write";
import { fondsText } from "#text/fonds";
import { settingsText } from "#text/settings";
import { Field } from "#ui/field";
import { TypedField } from "#ui/typed-field";
import { sampleCode } from "./sample-code.ts";

type Props = {
  readonly fonds: Fonds | undefined;
  readonly matterCode: string;
  readonly onDone: () => void;
};

const blank: Omit<Fonds, "id" | "closedOn"> = {
  code: "",
  name: "",
  unit: "",
  codeStandard: "DA/T 22-2015",
  openedOn: unknownDate,
  composition: "",
};

/** One fonds, new or known; the rule of its 档号 is shown by what it makes. */
export function FondsForm({ fonds, matterCode, onDone }: Props): ReactNode {
  const [form, setForm] = useState(fonds ?? blank);
  const [write, isBusy] = useWrite();
  const year = new Date().getFullYear();
  const code = form.code.trim().toUpperCase();
  const isCode = /^[A-Z0-9]{0,10}$/.test(code);
  const mayGo = isCode && form.name.trim() !== "";

  const save = async (): Promise<void> => {
    if (!mayGo) return;
    const given = { ...form, code };
    const saved = fonds
      ? await write(
          "fonds.revise",
          { ...given, id: fonds.id },
          { hasUndo: true, said: (kept) => fondsText.revised(kept.name) },
        )
      : await write("fonds.found", given, { said: (kept) => fondsText.founded(kept.name) });
    if (saved) onDone();
  };
  return (
    <form
      className="fonds-card stack wide"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field
        label={fondsText.code}
        forId="code"
        note={isCode ? fondsText.codeNote : fondsText.codeWrong}
        tone={isCode ? "quiet" : "look"}
      >
        <Input
          id="code"
          autoFocus
          maxLength={10}
          value={form.code}
          onChange={(event) => setForm({ ...form, code: event.target.value })}
        />
      </Field>
      <Field label={fondsText.name} forId="name" note={fonds && fondsText.nameNote}>
        <Input
          id="name"
          maxLength={80}
          value={form.name}
          onChange={(event) => setForm({ ...form, name: event.target.value })}
        />
      </Field>
      <Field label={fondsText.unit} forId="unit">
        <Input
          id="unit"
          maxLength={80}
          value={form.unit}
          onChange={(event) => setForm({ ...form, unit: event.target.value })}
        />
      </Field>
      <TypedField
        id="opened"
        label={fondsText.opened}
        value={form.openedOn}
        read={parseClerkDate}
        hint={fondsText.openedHint}
        unreadable={fondsText.openedWrong}
        onValue={(openedOn) => setForm({ ...form, openedOn: openedOn as Fonds["openedOn"] })}
      />
      <Field label={fondsText.composition} forId="composition" note={fondsText.compositionNote}>
        <Select<FondsComposition>
          id="composition"
          value={form.composition}
          options={fondsComposition.options.map((value) => ({ value, label: fondsText.compositions[value] }))}
          onChange={(composition) => setForm({ ...form, composition })}
        />
      </Field>
      <Field label={fondsText.standard} note={fondsText.standardNote}>
        <Radio.Group
          className="stack"
          aria-label={fondsText.standard}
          value={form.codeStandard}
          onChange={(event) => setForm({ ...form, codeStandard: event.target.value as ArchivalCodeStandard })}
        >
          {archivalCodeStandard.options.map((standard) => (
            <Radio key={standard} value={standard}>
              {standard}{" "}
              <span className="archival-code">
                {sampleCode(standard, { fondsCode: isCode ? code : "", year, matterCode: matterCode || "DQ" })}
              </span>{" "}
              <span className="mark mark-look">{settingsText.toCheck}</span>
            </Radio>
          ))}
        </Radio.Group>
      </Field>
      <div className="row">
        <span className="grow" />
        <Button onClick={onDone}>{fondsText.cancel}</Button>
        <Button type="primary" htmlType="submit" disabled={!mayGo} loading={isBusy}>
          {settingsText.save}
        </Button>
      </div>
    </form>
  );
}
