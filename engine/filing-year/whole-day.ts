// Days of the calendar as people at this desk count them.

const two = (number: number): string => String(number).padStart(2, "0");
const dayMs = 24 * 60 * 60 * 1000;

/** The day of an instant (UTC ISO text) at this machine: "2026-06-12". */
export function localDay(instant: string): string {
  const date = new Date(instant);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Days from one day to another; negative when the other lies before. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayMs);

/** The day so many days later. */
export const daysLater = (from: string, days: number): string =>
  new Date(Date.parse(from) + days * dayMs).toISOString().slice(0, 10);

/** 6 月 12 日, with the year where it is not this one. */
export function sayDay(day: string, today: string): string {
  const [year, month, date] = day.split("-").map(Number);
  const words = `${month} 月 ${date} 日`;
  return day.slice(0, 4) === today.slice(0, 4) ? words : `${year} 年 ${words}`;
}
