// 日期 — a date as precise as it is known (DA/T 22-2015, 5.5: the day a document was made).
import { z } from "zod";

const shape = /^[12]\d{3}(?:-\d{2}(?:-\d{2})?)?$/;
const daysOfMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Reckoned without a Date: a table from outside asks tens of thousands of times. */
function isPossible(text: string): boolean {
  if (text === "") return true;
  if (!shape.test(text)) return false;
  if (text.length === 4) return true;
  const [year, month] = [Number(text.slice(0, 4)), Number(text.slice(5, 7))];
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const lastDay = month === 2 && isLeap ? 29 : (daysOfMonth[month - 1] ?? 0);
  const day = text.length === 7 ? 1 : Number(text.slice(8));
  return day >= 1 && day <= lastDay;
}

/** "2024", "2024-03", "2024-03-05", or "" when unknown. A day that no calendar has (2023-02-29) is refused. */
export const archivalDate = z.string().refine(isPossible, "not a date of the calendar").brand<"ArchivalDate">();
export type ArchivalDate = z.infer<typeof archivalDate>;

/** The same asked of a text by itself. */
export const isArchivalDate = (text: string): text is ArchivalDate => isPossible(text);

/** The date nobody knows. */
export const unknownDate: ArchivalDate = archivalDate.parse("");

/**
 * The form of the column 日期: YYYYMMDD (DA/T 22-2015, Annex B). Unknown parts print nothing, so March 2024 is "202403".
 * 待核对: our sources do not say what the standard wants for an unknown month or day; filling up with zeros would
 * state a date that no document bears.
 */
export function printDate(date: ArchivalDate): string {
  return date.replaceAll("-", "");
}

/** The year of a date, or null when the date is unknown. */
export function yearOf(date: ArchivalDate): number | null {
  return date === "" ? null : Number(date.slice(0, 4));
}

const numerals = "〇一二三四五六七八九";

/** 二〇二四 → 2024, 三 → 3, 十二 → 12, 三十一 → 31; digits pass through. */
function readNumerals(text: string): string {
  if (!/[零○〇一二三四五六七八九十]/.test(text)) return text;
  return text
    .replaceAll(/[零○]/g, "〇")
    .replaceAll(/([一二三]?)十([一二三四五六七八九]?)/g, (_, tens: string, ones: string) =>
      String((tens === "" ? 1 : numerals.indexOf(tens)) * 10 + (ones === "" ? 0 : numerals.indexOf(ones))),
    )
    .replaceAll(/[〇一二三四五六七八九]/g, (numeral) => String(numerals.indexOf(numeral)));
}

/**
 * Reads what a clerk types or copies from the paper: 20240305, 2024.3.5, 2024/3/5, 2024年3月, ２０２４－３－５, 二〇二四年三月五日.
 * Blank is the unknown date; null means it is no date, or one that cannot be.
 */
export function parseClerkDate(typed: string): ArchivalDate | null {
  if (/^\d{4}-\d{2}-\d{2}$/.test(typed)) return isPossible(typed) ? (typed as ArchivalDate) : null;
  const text = readNumerals(typed.normalize("NFKC").replaceAll(/\s/g, ""));
  if (text === "") return unknownDate;
  const parts =
    /^(\d{4})(?:(\d{2})(\d{2})?)?$/.exec(text) ??
    /^(\d{4})(?:[-./年](?:(\d{1,2})(?:[-./月](?:(\d{1,2})日?)?)?)?)?$/.exec(text.replaceAll(/[—–‐‑−。、]/g, "."));
  if (!parts) return null;
  const written = parts.slice(1).filter((part) => part !== undefined);
  const date = written.map((part) => part.padStart(2, "0")).join("-");
  return isPossible(date) ? (date as ArchivalDate) : null;
}
