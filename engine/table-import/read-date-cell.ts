// Dates of every shape, read or questioned; never guessed and never shifted (package-and-trust I25).
import { archivalDate, parseClerkDate, unknownDate, type ArchivalDate } from "#contract/archival-date";
import type { TableFindingCode } from "#contract/table-finding";
import type { TableCell } from "#engine/helper/recognised";

export type DateReading = { readonly date: ArchivalDate; readonly code: TableFindingCode | null };

const question = (code: TableFindingCode): DateReading => ({ date: unknownDate, code });
const dayMs = 86_400_000;
/** Days from the first day of the 1900 system (as later counted) and of the 1904 system to 1 January 1970. */
const unixDay = { 1900: 25_569, 1904: 24_107 };

/** A day counted by a workbook. The 1900 system knows a 29 February 1900 that never was: day 60, and all before are one off. */
function readSerial(serial: number, is1904: boolean): DateReading {
  const day = Math.floor(serial);
  if (day < 1 || (!is1904 && day === 60)) return question("date-impossible");
  const shift = is1904 ? unixDay[1904] : day > 60 ? unixDay[1900] : unixDay[1900] - 1;
  const parsed = archivalDate.safeParse(new Date((day - shift) * dayMs).toISOString().slice(0, 10));
  return parsed.success ? { date: parsed.data, code: null } : question("date-impossible");
}

function readNumber(value: number): DateReading {
  // 2023.1 may have been 2023.10: the program that kept it as a number dropped the zero.
  if (/^\d{4}\.1$/.test(String(value))) return question("date-ambiguous");
  if (Number.isInteger(value) && value >= 10_000 && value <= 99_999) return question("date-serial");
  return readText(String(value));
}

const fullShape = /^(\d{4})[-./年](\d{1,2})(?:[-./月](\d{1,2})日?)?月?$|^\d{4}(?:\d{2}){1,2}$/;
const numeralShape = /^[〇零○一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月(?:[一二三四五六七八九十]{1,3}日)?$/;
const shortYear = /^'?\d{2}[-./年]\d{1,2}(?:[-./月]\d{1,2}日?|月)?$|^[〇零○一二三四五六七八九]{2}年/;
const dayFirst = /^\d{1,2}[-./]\d{1,2}[-./]\d{4}$/;
const nothing = new Set(["", "-", "--", "—", "——", "/", "\\", "无", "不详", "未知", "空"]);

function readText(given: string): DateReading {
  const text = given
    .normalize("NFKC")
    .trim()
    .replace(/[T ]+0{1,2}:00(?::00(?:\.0+)?)?Z?$/, "");
  const plain = text.replace(/\s/g, "");
  if (nothing.has(plain)) return question("date-missing");
  const date = parseClerkDate(text);
  if (date !== null && date !== "") return { date, code: date.length < 10 ? "date-partial" : null };
  if (fullShape.test(plain) || numeralShape.test(plain)) return question("date-impossible");
  if (shortYear.test(plain)) return question("date-two-digit-year");
  if (dayFirst.test(plain)) return question("date-ambiguous");
  if (/^\d{4}.*[-—–~至到].*\d/.test(plain)) return question("date-range");
  return question(/^\d{5}$/.test(plain) ? "date-serial" : "date-unreadable");
}

/** Reads one cell. The date is blank where the code is a question. */
export function readDateCell(cell: TableCell | undefined, is1904: boolean): DateReading {
  if (cell === null || cell === undefined) return question("date-missing");
  if (typeof cell === "object") return readSerial(cell.serial, is1904);
  return typeof cell === "number" ? readNumber(cell) : readText(cell);
}

/** Reads a date that stands in three columns 年 月 日. */
export function readSplitDate(year: string, month: string, day: string): DateReading {
  const parts = [year, month, day].map((part) =>
    part
      .normalize("NFKC")
      .trim()
      .replace(/[年月日]$/, ""),
  );
  const written = parts.slice(0, parts[2] === "" ? (parts[1] === "" ? 1 : 2) : 3);
  return readText(written.join("."));
}
