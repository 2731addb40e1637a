// The days of a period as a half open range of canonical dates: YYYY, YYYY-Qn or YYYY-MM.
import type { LedgerPeriod, LedgerPeriodKind } from "#contract/ledger";

const two = (month: number): string => String(month).padStart(2, "0");

/** from ≤ date < until. A date known to the year alone lies in that year, and in none of its months. */
export function periodRange(period: LedgerPeriod): { from: string; until: string } {
  const year = period.slice(0, 4);
  const quarter = /-Q([1-4])$/.exec(period)?.[1];
  if (quarter)
    return { from: `${year}-${two(Number(quarter) * 3 - 2)}`, until: `${year}-${two(Number(quarter) * 3)}~` };
  return { from: period, until: `${period}~` };
}

/** The period a date lies in; null when it is not known precisely enough. */
export function periodOf(date: string, kind: LedgerPeriodKind): LedgerPeriod | null {
  if (kind === "year") return date.length >= 4 ? date.slice(0, 4) : null;
  if (date.length < 7) return null;
  return kind === "month" ? date.slice(0, 7) : `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
}
