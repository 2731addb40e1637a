import { Input } from "antd";
import { type ReactNode, useState } from "react";
import { itemText } from "#text/item";
import { Field } from "#ui/field";

type Props = {
  readonly value: number | null;
  readonly onYear: (year: number | null) => void;
  readonly onLeave: () => void;
};

const isYear = (typed: string): boolean => /^(19|20|21)\d\d$/.test(typed);

/** 归属年度 in four digits; blank until settled. */
export function YearField({ value, onYear, onLeave }: Props): ReactNode {
  const [typed, setTyped] = useState<string>();
  const isWrong = typed !== undefined && typed !== "" && !isYear(typed);
  return (
    <Field
      label={itemText.fields.year}
      forId="year"
      note={isWrong && typed.length >= 4 ? itemText.yearWrong : undefined}
      tone="look"
    >
      <Input
        id="year"
        data-field="year"
        className="year-input"
        inputMode="numeric"
        maxLength={4}
        value={typed ?? (value === null ? "" : String(value))}
        placeholder={itemText.yearHint}
        aria-invalid={isWrong}
        onChange={(event) => {
          const next = event.target.value.normalize("NFKC").replaceAll(/\D/g, "");
          setTyped(next);
          if (next === "") onYear(null);
          else if (isYear(next)) onYear(Number(next));
        }}
        onBlur={() => {
          if (!isWrong) setTyped(undefined);
          onLeave();
        }}
      />
    </Field>
  );
}
