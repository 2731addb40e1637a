import { Input } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import { Field } from "./field.tsx";

type Props = {
  readonly id: string;
  readonly label: string;
  /** The value as it is kept. */
  readonly value: string;
  /** What a person typed as a value, or null when it cannot be read. */
  readonly read: (typed: string) => string | null;
  readonly onValue: (value: string) => void;
  readonly hint: string;
  readonly unreadable: string;
};

/** A value that may be written in many shapes; what cannot be read stays as typed, with a word beside it. */
export function TypedField({ id, label, value, read, onValue, hint, unreadable }: Props): ReactNode {
  const [typed, setTyped] = useState<string>();
  const parsed = typed === undefined ? value : read(typed);
  // A value that came from elsewhere replaces text that said something else.
  useEffect(() => setTyped((now) => (now !== undefined && read(now) !== value ? undefined : now)), [value, read]);
  const isWrong = parsed === null;
  return (
    <Field label={label} forId={id} note={isWrong ? unreadable : undefined} tone="look">
      <Input
        id={id}
        data-field={id}
        value={typed ?? value}
        placeholder={hint}
        aria-invalid={isWrong}
        status={isWrong ? "warning" : ""}
        onChange={(event) => {
          setTyped(event.target.value);
          const next = read(event.target.value);
          if (next !== null) onValue(next);
        }}
        onBlur={() => {
          if (!isWrong) setTyped(undefined);
        }}
      />
    </Field>
  );
}
