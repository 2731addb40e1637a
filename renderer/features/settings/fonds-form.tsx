import { Button, Input, Radio } from "antd";
import { type ReactNode, useState } from "react";
import { type ArchivalCodeStandard, archivalCodeStandard, type Fonds } from "#contract/fonds";
import { useWrite } from "#bridge/use-write";
import { fondsText, settingsText } from "#text/settings";
import { Field } from "#ui/field";
import { sampleCode } from "./sample-code.ts";

type Props = {
  readonly fonds: Fonds | undefined;
  readonly matterCode: string;
  readonly onDone: () => void;
};

/** One fonds, new or known; the rule of its 档号 is shown by what it makes. */
export function FondsForm({ fonds, matterCode, onDone }: Props): ReactNode {
  const [form, setForm] = useState({
    code: fonds?.code ?? "",
    name: fonds?.name ?? "",
    unit: fonds?.unit ?? "",
    codeStandard: fonds?.codeStandard ?? ("DA/T 22-2015" as ArchivalCodeStandard),
  });
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
      <Field label={fondsText.name} forId="name">
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
