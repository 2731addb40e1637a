import type { ReactNode } from "react";
import { type ArchivalDate, unknownDate } from "#contract/archival-date";
import { readWholeDay, readWholeDayOrBlank } from "#contract/whole-day";
import { sayDay } from "#text/format";
import { rightsText } from "#text/rights";
import { TypedField } from "#ui/typed-field";

type Props = {
  readonly id: string;
  readonly label: string;
  readonly value: ArchivalDate;
  readonly mayBeBlank?: boolean;
  readonly onDay: (day: ArchivalDate) => void;
};

/** Today by the clock of the machine. */
export const today = (): ArchivalDate => readWholeDay(sayDay(new Date().toISOString())) ?? unknownDate;

/** A day in any shape a clerk writes it. */
export function DayField({ id, label, value, mayBeBlank = false, onDay }: Props): ReactNode {
  return (
    <TypedField
      id={id}
      label={label}
      value={value}
      read={mayBeBlank ? readWholeDayOrBlank : readWholeDay}
      onValue={(day) => onDay(day as ArchivalDate)}
      hint={rightsText.dayHint}
      unreadable={rightsText.dayUnreadable}
    />
  );
}
