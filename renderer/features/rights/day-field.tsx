import type { ReactNode } from "react";
import type { ArchivalDate } from "#contract/archival-date";
import { readWholeDay, readWholeDayOrBlank } from "#contract/whole-day";
import { dayText } from "#text/day";
import { TypedField } from "#ui/typed-field";

type Props = {
  readonly id: string;
  readonly label: string;
  readonly value: ArchivalDate;
  readonly mayBeBlank?: boolean;
  readonly onDay: (day: ArchivalDate) => void;
};

/** A day in any shape a clerk writes it. */
export function DayField({ id, label, value, mayBeBlank = false, onDay }: Props): ReactNode {
  return (
    <TypedField
      id={id}
      label={label}
      value={value}
      read={mayBeBlank ? readWholeDayOrBlank : readWholeDay}
      onValue={(day) => onDay(day as ArchivalDate)}
      hint={dayText.hint}
      unreadable={dayText.unreadable}
    />
  );
}
