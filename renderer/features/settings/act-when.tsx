import { Input } from "antd";
import type { ReactNode } from "react";
import { type ArchivalDate, parseClerkDate } from "#contract/archival-date";
import { actText } from "#text/fonds";
import { Field } from "#ui/field";
import { TypedField } from "#ui/typed-field";
import type { ActDraft } from "./act-draft.ts";

type Props = { readonly draft: ActDraft; readonly onDraft: (change: Partial<ActDraft>) => void };

/** A whole day of the calendar, or null. */
const readDay = (typed: string): ArchivalDate | null => {
  const day = parseClerkDate(typed);
  return day !== null && day.length === 10 ? day : null;
};

/** The day an act takes effect, and what it rests on. */
export function ActWhen({ draft, onDraft }: Props): ReactNode {
  return (
    <div className="stack wide">
      <TypedField
        id="effective-on"
        label={actText.on}
        value={draft.effectiveOn}
        read={readDay}
        hint={actText.onHint}
        unreadable={actText.onWrong}
        onValue={(effectiveOn) => onDraft({ effectiveOn: effectiveOn as ArchivalDate })}
      />
      <Field label={actText.reason} forId="act-reason">
        <Input.TextArea
          id="act-reason"
          rows={3}
          maxLength={500}
          placeholder={actText.reasonHint}
          value={draft.reason}
          onChange={(event) => onDraft({ reason: event.target.value })}
        />
      </Field>
    </div>
  );
}
