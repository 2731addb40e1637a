import type { ReactNode } from "react";
import { type ArchivalDate, unknownDate } from "#contract/archival-date";
import { readWholeDay } from "#contract/whole-day";
import { sayDay } from "#text/format";
import { consentText } from "#text/resident";
import { TypedField } from "#ui/typed-field";

type Props = {
  readonly id: string;
  readonly label: string;
  readonly value: ArchivalDate;
  readonly onDay: (day: ArchivalDate) => void;
};

/** Today by the clock of the machine. */
export const today = (): ArchivalDate => readWholeDay(sayDay(new Date().toISOString())) ?? unknownDate;

/** A whole day in any shape a clerk writes it. */
export function DayInput({ id, label, value, onDay }: Props): ReactNode {
  return (
    <TypedField
      id={id}
      label={label}
      value={value}
      read={readWholeDay}
      onValue={(day) => onDay(day as ArchivalDate)}
      hint={consentText.dayHint}
      unreadable={consentText.dayUnreadable}
    />
  );
}
