// 期满 — from which day a term counts and which day is its last. Pure: whoever appraises, counts or prints asks here.
import type { ArchivalDate } from "./archival-date.ts";
import { type Retention, retentionYears } from "./retention.ts";
import type { StartRule } from "./start-rule.ts";

/** What is known of a thing's dates; what is not known is left out, never filled in. */
export type ExpiryDates = {
  /** 归属年度, for accounting the 会计年度 (it is the calendar year). */
  readonly year?: number | null;
  /** 形成日期: gives the year when 归属年度 is not settled. */
  readonly documentDate?: ArchivalDate;
  /** 报废清理, 竣工(验收), 停止享受: the event a rule counts from; only a whole day counts. */
  readonly disposedOn?: ArchivalDate;
  readonly acceptedOn?: ArchivalDate;
  readonly benefitEndedOn?: ArchivalDate;
};

/** The first and the last day of a term, YYYY-MM-DD; "never" for 永久. */
export type Expiry = { readonly countsFrom: string; readonly lastDay: string } | "never";

const wholeDay = /^\d{4}-\d{2}-\d{2}$/;

/** From the day after an event, so many years; the 29th of February ends on the 28th of a common year. */
function afterEvent(day: string | undefined, years: number): Expiry | null {
  if (!day || !wholeDay.test(day)) return null;
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  const month = Number(day.slice(5, 7));
  const last = new Date(Date.UTC(Number(day.slice(0, 4)) + years, month - 1, Number(day.slice(8))));
  if (last.getUTCMonth() !== month - 1) last.setUTCDate(0);
  return { countsFrom: next.toISOString().slice(0, 10), lastDay: last.toISOString().slice(0, 10) };
}

function afterYear(year: number | null | undefined, years: number): Expiry | null {
  if (!year) return null;
  return { countsFrom: `${year + 1}-01-01`, lastDay: `${year + years}-12-31` };
}

/**
 * When a term begins and ends. 文书: from 1 January after the year of formation (usual practice, 待核对: regulations §5.1).
 * 会计: from the first day after the fiscal year (Order 79, Art. 14). Rules that count from an event begin on the day after
 * it and end on its anniversary. Null where rule or date is not known: never guessed.
 */
export function expiryOf(term: Retention, rule: StartRule, dates: ExpiryDates): Expiry | null {
  const years = retentionYears(term);
  if (years === undefined) return "never";
  switch (rule) {
    case "following-year-start":
      return afterYear(dates.year ?? (dates.documentDate ? Number(dates.documentDate.slice(0, 4)) : null), years);
    case "first-day-after-fiscal-year":
      return afterYear(dates.year, years);
    case "after-asset-disposal":
      return afterEvent(dates.disposedOn, years);
    case "after-acceptance":
      return afterEvent(dates.acceptedOn, years);
    case "after-benefit-ends":
      return afterEvent(dates.benefitEndedOn, years);
    case "not-counted":
    case "unknown":
      return null;
  }
}
