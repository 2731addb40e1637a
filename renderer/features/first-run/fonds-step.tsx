import { Button, Input } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { firstRunText } from "#text/first-run";
import { Field } from "#ui/field";
import { StepFrame } from "./step-frame.tsx";

type Props = { readonly archiveName: string; readonly onDone: (name: string) => void };

/** 全宗与立档单位: the first fonds, or the one the archive was made with. */
export function FondsStep({ archiveName, onDone }: Props): ReactNode {
  const list = useRead("fonds.list", {});
  const first = list.value?.[0];
  const [form, setForm] = useState({ code: "", name: archiveName, unit: "" });
  const [write, isBusy] = useWrite();
  useEffect(() => {
    if (first) setForm({ code: first.code, name: first.name, unit: first.unit });
  }, [first]);
  const code = form.code.trim().toUpperCase();
  const isCode = /^[A-Z0-9]{0,10}$/.test(code);
  const mayGo = isCode && form.name.trim() !== "" && list.value !== undefined;

  const save = async (): Promise<void> => {
    if (!mayGo) return;
    const given = { ...form, code, codeStandard: first?.codeStandard ?? ("DA/T 22-2015" as const) };
    const saved = first ? await write("fonds.revise", { ...given, id: first.id }) : await write("fonds.found", given);
    if (saved) onDone([saved.code, saved.name].filter(Boolean).join(" "));
  };
  return (
    <StepFrame
      step={4}
      foot={
        <>
          <Button onClick={() => onDone("")}>{firstRunText.skip}</Button>
          <span className="grow" />
          <Button type="primary" disabled={!mayGo} loading={isBusy} onClick={() => void save()}>
            {firstRunText.next}
          </Button>
        </>
      }
    >
      <h2>{firstRunText.fondsTitle}</h2>
      <p className="quiet">{firstRunText.fondsLine}</p>
      <Field
        label={firstRunText.fondsCode}
        forId="fonds-code"
        tone={isCode ? "quiet" : "look"}
        note={isCode ? firstRunText.fondsCodeNote : firstRunText.fondsCodeWrong}
      >
        <Input
          id="fonds-code"
          autoFocus
          value={form.code}
          maxLength={10}
          onChange={(event) => setForm({ ...form, code: event.target.value })}
        />
      </Field>
      <Field label={firstRunText.fondsName} forId="fonds-name">
        <Input
          id="fonds-name"
          value={form.name}
          maxLength={80}
          onChange={(event) => setForm({ ...form, name: event.target.value })}
        />
      </Field>
      <Field label={firstRunText.fondsUnit} forId="fonds-unit">
        <Input
          id="fonds-unit"
          value={form.unit}
          maxLength={80}
          placeholder={firstRunText.fondsUnitPlaceholder}
          onChange={(event) => setForm({ ...form, unit: event.target.value })}
          onPressEnter={() => void save()}
        />
      </Field>
    </StepFrame>
  );
}
