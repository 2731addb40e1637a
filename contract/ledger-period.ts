// 台账期间 in words, and whether it is over: YYYY, YYYY-Qn or YYYY-MM (contract/ledger.ts).
import type { LedgerPeriod, LedgerPeriodKind } from "./ledger.ts";

const two = (number: number): string => String(number).padStart(2, "0");

/** 「2026年11月」, 「2026年第4季度」, 「2026年」. */
export function sayPeriod(period: LedgerPeriod): string {
  const [year = "", rest] = period.split("-");
  if (rest === undefined) return `${year}年`;
  return rest.startsWith("Q") ? `${year}年第${rest.slice(1)}季度` : `${year}年${Number(rest)}月`;
}

/** What is frozen together: month, quarter or year. */
export const periodKindOf = (period: LedgerPeriod): LedgerPeriodKind =>
  period.length === 4 ? "year" : period.includes("Q") ? "quarter" : "month";

/** The last day of a period, YYYY-MM-DD. */
export function lastDayOf(period: LedgerPeriod): string {
  const year = Number(period.slice(0, 4));
  const kind = periodKindOf(period);
  const month = kind === "year" ? 12 : kind === "quarter" ? Number(period.at(-1)) * 3 : Number(period.slice(5));
  return `${year}-${two(month)}-${two(new Date(Date.UTC(year, month, 0)).getUTCDate())}`;
}

/** Whether the period has ended by a day (YYYY-MM-DD). */
export const isPeriodOver = (period: LedgerPeriod, today: string): boolean => lastDayOf(period) < today;
