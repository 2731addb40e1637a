// 补录: a row written down later than its ledger allows is marked, for good (product W05).
import type { ArchivalDate } from "#contract/archival-date";
import { localDay, monthEnd } from "#engine/custody/local-day";

/** The last day of a date as precise as it is known. */
const lastDayOf = (date: string): string =>
  date.length === 4 ? `${date}-12-31` : monthEnd(date.length === 7 ? `${date}-01` : date);

/** Whether a row about that date was late when it was written at that instant: more than so many days after the date's month. */
export function isLateRow(occurredOn: ArchivalDate, writtenAt: string, lateDays: number): boolean {
  if (occurredOn === "") return false;
  const due = new Date(Date.parse(`${lastDayOf(occurredOn)}T00:00:00Z`) + lateDays * 86_400_000);
  return localDay(writtenAt) > due.toISOString().slice(0, 10);
}

type Written = { readonly occurredOn: ArchivalDate; readonly enteredAt: string; readonly isLate: boolean };

/**
 * Whether a row is late after its 发生日期 was changed: a date moved to another month counts from now, because before now nobody
 * had said that it happened then. A day set right within its month leaves the mark as it was.
 */
export function isLateAfter(before: Written, occurredOn: ArchivalDate, now: string, lateDays: number): boolean {
  if (occurredOn === before.occurredOn) return before.isLate;
  const isSameMonth = occurredOn.slice(0, 7) === before.occurredOn.slice(0, 7);
  return isLateRow(occurredOn, isSameMonth ? before.enteredAt : now, lateDays);
}
