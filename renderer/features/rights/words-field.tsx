import { Input } from "antd";
import type { ReactNode } from "react";
import { Field } from "#ui/field";

type Props = {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly note?: string;
  readonly most?: number;
  /** Rows of a long answer; one line without it. */
  readonly rows?: number;
  readonly isMissing?: boolean;
  readonly onWords: (words: string) => void;
};

/** Words of a register, in one line or several. */
export function WordsField({ id, label, value, note, most = 300, rows, isMissing = false, onWords }: Props): ReactNode {
  const given = { id, value, maxLength: most, status: isMissing ? ("warning" as const) : ("" as const) };
  return (
    <Field label={label} forId={id} note={note}>
      {rows === undefined ? (
        <Input {...given} onChange={(event) => onWords(event.target.value)} />
      ) : (
        <Input.TextArea {...given} rows={rows} onChange={(event) => onWords(event.target.value)} />
      )}
    </Field>
  );
}
