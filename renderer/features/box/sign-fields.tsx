import { Input } from "antd";
import type { ReactNode } from "react";
import type { ArchivalDate } from "#contract/archival-date";
import { readWholeDayOrBlank } from "#contract/whole-day";
import { boxText } from "#text/box";
import { dayText } from "#text/day";
import { Field } from "#ui/field";
import { TypedField } from "#ui/typed-field";

/** 整理人, 整理日期, 检查人, 检查日期 of a 备考表. */
export type Signing = {
  readonly arrangedBy: string;
  readonly arrangedOn: ArchivalDate;
  readonly checkedBy: string;
  readonly checkedOn: ArchivalDate;
};
type Props = { readonly id: string; readonly value: Signing; readonly onChange: (change: Partial<Signing>) => void };

/** Who arranged and checked a box, and when. */
export function SignFields({ id, value, onChange }: Props): ReactNode {
  const person = (name: "arrangedBy" | "checkedBy"): ReactNode => (
    <Field label={boxText[name]} forId={`${id}-${name}`}>
      <Input
        id={`${id}-${name}`}
        maxLength={40}
        value={value[name]}
        onChange={(event) => onChange({ [name]: event.target.value })}
      />
    </Field>
  );
  const day = (name: "arrangedOn" | "checkedOn"): ReactNode => (
    <TypedField
      id={`${id}-${name}`}
      label={boxText[name]}
      value={value[name]}
      read={readWholeDayOrBlank}
      onValue={(next) => onChange({ [name]: next as ArchivalDate })}
      hint={dayText.hint}
      unreadable={dayText.unreadable}
    />
  );
  return (
    <>
      {person("arrangedBy")}
      {day("arrangedOn")}
      {person("checkedBy")}
      {day("checkedOn")}
    </>
  );
}
