// A date in any shape a clerk writes or copies; never guessed where two days could be meant.
import { parseClerkDate } from "#contract/archival-date";
import type { CellFindingCode } from "#contract/ledger-write";
import { kept, refused, type CellReading } from "./cell-reading.ts";

const isFull = /^(\d{4})[-./年](\d{1,2})(?:[-./月](\d{1,2})[日号]?)?月?$|^\d{4}(?:\d{2}){1,2}$/;
const isShortYear = /^'?\d{2}[-./年]\d{1,2}(?:[-./月]\d{1,2}[日号]?|月)?$/;
const isDayFirst = /^\d{1,2}[-./]\d{1,2}[-./]\d{4}$/;
const isRange = /^\d{4}.*[-—–~至到].*\d/;
const monthAndDay = /^(\d{1,2})[-./月](\d{1,2})[日号]?$/;
/** Time of day and day of the week say nothing a ledger keeps. */
const beyondTheDay =
  /(?:T|\s+)\d{1,2}[:时]\d{2}(?:[:分]\d{2}(?:\.\d+)?)?秒?Z?\s*$|\s*[(（]?(?:星期|周|礼拜)[一二三四五六日天][)）]?\s*$/;

function whatIsWrong(plain: string): CellFindingCode {
  if (isFull.test(plain)) return "date-impossible";
  if (isShortYear.test(plain)) return "date-two-digit-year";
  if (isDayFirst.test(plain)) return "date-unreadable";
  if (monthAndDay.test(plain)) return "date-without-year";
  if (isRange.test(plain)) return "date-range";
  return /^\d{5}(?:\.\d+)?$/.test(plain) ? "date-serial" : "date-unreadable";
}

/** What the rules of a date column say of a day. */
export type DateRules = {
  /** The day on the office's calendar: a date after it has not happened. */
  readonly today: string;
  readonly mayBeFuture: boolean;
  /** Typed by hand a day without a year is one of this year; in a table from elsewhere it is nobody knows which. */
  readonly isTyped: boolean;
};

/** YYYY, YYYY-MM or YYYY-MM-DD. */
export function checkDate(typed: string, { today, mayBeFuture, isTyped }: DateRules): CellReading {
  const text = typed.normalize("NFKC").trim().replace(beyondTheDay, "").replace(beyondTheDay, "");
  const plain = text.replaceAll(/\s/g, "");
  const short = isTyped ? monthAndDay.exec(plain) : null;
  const date = parseClerkDate(
    short ? `${today.slice(0, 4)}-${short[1]}-${short[2]}` : text.replace(/号$/, "日").replaceAll(/\s/g, ""),
  );
  if (date === null || date === "") return refused(whatIsWrong(plain));
  // Of a month or a year that is not over as much as is known has begun.
  if (!mayBeFuture && date > today.slice(0, date.length)) return refused("date-future");
  return kept(date);
}
