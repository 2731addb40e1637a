// A whole day of the calendar, as registers of the office write it.
import { archivalDate } from "./archival-date.ts";

/** YYYY-MM-DD. */
export const wholeDay = archivalDate.refine((text) => text.length === 10, "a whole day");
/** YYYY-MM-DD, or blank while it has not happened. */
export const wholeDayOrBlank = archivalDate.refine((text) => text === "" || text.length === 10, "a whole day or blank");
