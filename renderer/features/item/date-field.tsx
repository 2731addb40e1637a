import { Input } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import { type ArchivalDate, parseClerkDate } from "#contract/archival-date";
import { itemText } from "#text/item";
import { Field } from "#ui/field";

type Props = {
  readonly value: ArchivalDate;
  readonly onDate: (date: ArchivalDate) => void;
  readonly onLeave: () => void;
};

/** 日期 in any shape a clerk writes; what it was read as stands under it, and what cannot be read is kept as typed. */
export function DateField({ value, onDate, onLeave }: Props): ReactNode {
  const [typed, setTyped] = useState<string>();
  const parsed = typed === undefined ? value : parseClerkDate(typed);
  // A date that came from elsewhere (Ctrl+D, another window) replaces text that said the same as before.
  useEffect(() => {
    setTyped((now) =>
      now !== undefined && parseClerkDate(now) !== null && parseClerkDate(now) !== value ? undefined : now,
    );
  }, [value]);
  const note =
    parsed === null
      ? itemText.dateUnreadable
      : typed !== undefined && typed.trim() !== parsed
        ? itemText.dateRead(parsed)
        : undefined;
  return (
    <Field
      label={itemText.fields.documentDate}
      forId="documentDate"
      // The line stays when the note goes: a form that moves at the blur takes the click from under the hand.
      note={note ?? "\u00a0"}
      tone={parsed === null ? "look" : "quiet"}
    >
      <Input
        id="documentDate"
        data-field="documentDate"
        value={typed ?? value}
        placeholder={itemText.dateHint}
        aria-invalid={parsed === null}
        status={parsed === null ? "warning" : ""}
        onChange={(event) => {
          setTyped(event.target.value);
          const date = parseClerkDate(event.target.value);
          // While the year is still being typed ("20", "2024031") nothing is sent; the last readable date stays.
          if (date !== null) onDate(date);
        }}
        onBlur={() => {
          if (parsed !== null) setTyped(undefined);
          onLeave();
        }}
      />
    </Field>
  );
}
