// The day on the wall calendar of the office.
import { Refusal } from "#contract/refusal";

const two = (part: number): string => String(part).padStart(2, "0");

/** The local day of an instant: 2026-11-21. */
export function localDay(at: string): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The same day so many months on, or the last of that month where it has no such day. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  return `${last.getUTCFullYear()}-${two(last.getUTCMonth() + 1)}-${two(Math.min(date, last.getUTCDate()))}`;
}

/** The last day of a day's month. */
export const monthEnd = (day: string): string => monthsAfter(`${day.slice(0, 8)}31`, 0);

/** A register says what happened: refuses date-in-future for a day that has not come. */
export function refuseFuture(day: string, now: string): void {
  if (day > localDay(now)) throw new Refusal("date-in-future", { date: day });
}
