import { Input } from "antd";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { type ArchivalDate, parseClerkDate } from "#contract/archival-date";
import { itemText } from "#text/item";
import { Field } from "#ui/field";

type Props = {
  readonly value: ArchivalDate;
  readonly onDate: (date: ArchivalDate) => void;
  readonly onLeave: () => void;
};

/** 日期 in any shape a clerk writes; what it was read as stands beside it, and what cannot be read is kept as typed. */
export function DateField({ value, onDate, onLeave }: Props): ReactNode {
  const [typed, setTyped] = useState<string>();
  // The date as it was when the field was entered: what cannot be read must not leave half of itself behind.
  const before = useRef(value);
  const parsed = typed === undefined ? value : parseClerkDate(typed);
  // A date that came from elsewhere (Ctrl+D, another window) replaces text that said the same as before.
  useEffect(() => {
    setTyped((now) => {
      const read = now === undefined ? null : parseClerkDate(now);
      return read !== null && read !== value ? undefined : now;
    });
  }, [value]);
  const reading = parsed !== null && typed !== undefined && typed.trim() !== parsed ? itemText.dateRead(parsed) : "";
  return (
    <Field
      label={itemText.fields.documentDate}
      forId="documentDate"
      note={parsed === null ? itemText.dateUnreadable : undefined}
      tone="look"
    >
      <Input
        id="documentDate"
        data-field="documentDate"
        value={typed ?? value}
        placeholder={itemText.dateHint}
        // Inside the field: a note below that goes at the blur would move the form from under the hand.
        suffix={<span className="quiet small">{reading}</span>}
        aria-invalid={parsed === null}
        status={parsed === null ? "warning" : ""}
        onChange={(event) => {
          setTyped(event.target.value);
          const date = parseClerkDate(event.target.value);
          onDate(date ?? before.current);
        }}
        onFocus={() => {
          if (typed === undefined) before.current = value;
        }}
        onBlur={() => {
          if (parsed !== null) setTyped(undefined);
          onLeave();
        }}
      />
    </Field>
  );
}
