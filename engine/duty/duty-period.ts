// The periods of a duty in a year, with their first and last day.
import type { DutyFrequency, DutyPeriod } from "#contract/duty";
import { monthEnd } from "#engine/custody/local-day";

const two = (month: number): string => String(month).padStart(2, "0");
const monthsOf: Partial<Record<DutyFrequency, number>> = { P1M: 1, P3M: 3, P6M: 6, P1Y: 12 };

export type DutyRange = { readonly period: DutyPeriod; readonly from: string; readonly dueOn: string };

function nameOf(year: number, months: number, at: number): DutyPeriod {
  if (months === 1) return `${year}-${two(at + 1)}`;
  if (months === 12) return `${year}`;
  return `${year}-${months === 3 ? "Q" : "H"}${at + 1}`;
}

/** Periods of one year in order; 经常 and 有事即办 have the year as a whole. */
export function periodsOf(frequency: DutyFrequency, year: number): DutyRange[] {
  const months = monthsOf[frequency] ?? 12;
  return Array.from({ length: 12 / months }, (_, at) => ({
    period: nameOf(year, months, at),
    from: `${year}-${two(at * months + 1)}-01`,
    dueOn: monthEnd(`${year}-${two((at + 1) * months)}-01`),
  }));
}

/** Whether a date, as far as it is known, lies in a period: one known to the year alone lies in no month of it. */
export const liesIn = (on: string, { from, dueOn }: DutyRange): boolean => {
  const isYear = from.endsWith("-01-01") && dueOn.endsWith("-12-31");
  return isYear ? on.slice(0, 4) === from.slice(0, 4) : on >= from.slice(0, 7) && on <= dueOn;
};

/** The bounds of canonical dates for a question to the store: from ≤ date < until. */
export const boundsOf = ({ from, dueOn }: DutyRange): { from: string; until: string } =>
  from.endsWith("-01-01") && dueOn.endsWith("-12-31")
    ? { from: from.slice(0, 4), until: `${from.slice(0, 4)}~` }
    : { from: from.slice(0, 7), until: `${dueOn}~` };
