import type { ReactNode } from "react";
import { type ArchivalDate, unknownDate } from "#contract/archival-date";
import { readWholeDay, readWholeDayOrBlank } from "#contract/whole-day";
import { dayText } from "#text/day";
import { sayDay } from "#text/format";
import { TypedField } from "#ui/typed-field";

type Props = {
  readonly id: string;
  readonly label: string;
  readonly value: ArchivalDate;
  readonly mayBeBlank?: boolean;
  readonly onDay: (day: ArchivalDate) => void;
};

/** The first day of a month so many months back. */
export function monthStart(back: number): ArchivalDate {
  const now = new Date();
  const first = new Date(now.getFullYear(), now.getMonth() - back, 1);
  return readWholeDay(sayDay(first.toISOString())) ?? unknownDate;
}

/** A day of a register, in any shape a clerk writes it. */
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
