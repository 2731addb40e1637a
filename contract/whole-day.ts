// A whole day of the calendar, as registers of the office write it.
import { type ArchivalDate, archivalDate, parseClerkDate, unknownDate } from "./archival-date.ts";

/** YYYY-MM-DD. */
export const wholeDay = archivalDate.refine((text) => text.length === 10, "a whole day");
/** YYYY-MM-DD, or blank while it has not happened. */
export const wholeDayOrBlank = archivalDate.refine((text) => text === "" || text.length === 10, "a whole day or blank");

/** A whole day as a clerk types it, or null. */
export function readWholeDay(typed: string): ArchivalDate | null {
  const date = parseClerkDate(typed);
  return date !== null && date.length === 10 ? date : null;
}

/** The same where nothing typed means that it has not happened. */
export const readWholeDayOrBlank = (typed: string): ArchivalDate | null =>
  typed.trim() === "" ? unknownDate : readWholeDay(typed);
