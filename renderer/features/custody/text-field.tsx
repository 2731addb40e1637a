import { Input } from "antd";
import type { ReactNode } from "react";
import { Field } from "#ui/field";

type Props = {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly note?: string;
  readonly maxLength?: number;
  readonly onText: (text: string) => void;
};

/** A line of words in a register. */
export function TextField({ id, label, value, note, maxLength = 200, onText }: Props): ReactNode {
  return (
    <Field label={label} forId={id} note={note} tone="look">
      <Input id={id} maxLength={maxLength} value={value} onChange={(event) => onText(event.target.value)} />
    </Field>
  );
}
