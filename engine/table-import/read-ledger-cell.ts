// One cell of a table → what a clerk would have typed into the ledger's column, and what the spreadsheet has done to it. Digits a
// program has lost are not read; formula-like text stays text.
import type { LedgerColumn } from "#contract/ledger-column";
import type { LedgerImportFindingCode } from "#contract/ledger-import-finding";
import type { TableCell } from "#engine/helper/recognised";
import { cellText } from "./cell-text.ts";
import { readDateCell } from "./read-date-cell.ts";

/** `typed` is undefined where nothing may be kept of the cell. */
export type TypedCell = {
  readonly typed: string | undefined;
  readonly codes: readonly LedgerImportFindingCode[];
};

const formulaLike = /^["'“‘\s]*[=+\-@＝＋－＠]/;
const onlyDashes = /^[-－—\s]*$/;
const hidden = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u061c\u115f\u1160\u3164\uffa0]/;
/** Outside the 20,902 characters every Chinese font has. */
const rare = /[\u{20000}-\u{3FFFF}\u3400-\u4DBF\u9FA6-\u9FFF]/u;
/** Nothing hidden, nothing rare, no line's end: signs, digits and the characters every font has. */
const usual = /^[!-~\u4e00-\u9fa5\u3001\u3002\uff01-\uff5e]*$/;
const exponent = /^\d(?:\.\d+)?E\+?\d{1,2}$/i;
const mobile = /^1\d{10}$/;
const digitFormats = new Set(["phone", "idNumber", "account", "digits"]);

const isDigits = ({ kind, rules }: LedgerColumn): boolean => kind === "text" && digitFormats.has(rules.format);
const isNumber = ({ kind }: LedgerColumn): boolean => kind === "number" || kind === "money";

/** Most cells: nothing to say of them. */
const none: TypedCell["codes"] = [];
const nothing: TypedCell = { typed: "", codes: none };
/** What the reading of dates says that is said here in the same words. */
const known = new Set<string>(["date-impossible", "date-ambiguous", "date-serial", "date-two-digit-year"]);

function readDay(cell: TableCell, is1904: boolean): TypedCell {
  const { date, code } = readDateCell(cell, is1904);
  if (date !== "") return { typed: date, codes: code === "date-partial" ? ["date-partial"] : none };
  if (code === "date-missing" || code === null) return nothing;
  return {
    typed: undefined,
    codes: [known.has(code) ? (code as LedgerImportFindingCode) : "date-unreadable"],
  };
}

/** Text of digits: kept digit by digit, or not at all. */
function readDigits(text: string, { rules }: LedgerColumn): TypedCell {
  const bare = text.trim();
  // Nobody has the number 000 of a day: fifteen digits with three noughts are what a spreadsheet leaves of an ID number.
  const isSpoiled = exponent.test(bare) || (rules.format === "idNumber" && /^'?\d{15}0{3}$/.test(bare));
  if (isSpoiled) return { typed: undefined, codes: ["id-digits-lost"] };
  const codes: LedgerImportFindingCode[] = [];
  if (/^['’‘＇]\d/.test(bare)) codes.push("apostrophe-kept");
  const plain = bare.replace(/^['’‘＇](?=[\d+])/, "");
  if (rules.format === "phone" && plain !== "" && !mobile.test(plain)) codes.push("phone-odd");
  return { typed: plain, codes };
}

/** What a text is told to have about it, whatever it says. */
function codesOf(text: string, column: LedgerColumn): TypedCell["codes"] {
  const isFormula = formulaLike.test(text) && !onlyDashes.test(text) && !isNumber(column);
  const isUsual = usual.test(text);
  if (isUsual && !isFormula) return none;
  const codes: LedgerImportFindingCode[] = isFormula ? ["formula-text"] : [];
  if (isUsual) return codes;
  if (hidden.test(text)) codes.push("hidden-characters");
  if (rare.test(text)) codes.push("rare-characters");
  if (column.kind !== "longText" && /[\r\n]/.test(text.trim())) codes.push("line-break");
  return codes;
}

/** Reads one cell for a column of the ledger. */
export function readLedgerCell(cell: TableCell, column: LedgerColumn, is1904: boolean): TypedCell {
  if (cell === null) return nothing;
  const { kind } = column;
  if (typeof cell === "object")
    return kind === "date" || !isNumber(column)
      ? readDay(cell, is1904)
      : { typed: undefined, codes: ["number-unreadable"] };
  if (typeof cell === "number") {
    if (kind === "date") return readDay(cell, is1904);
    // A spreadsheet keeps fifteen digits of a number: of longer ones the end is already made up.
    if (!isNumber(column) && Math.abs(cell) >= 1e15) return { typed: undefined, codes: ["id-digits-lost"] };
    return isDigits(column) ? readDigits(String(cell), column) : { typed: plainNumber(cell), codes: none };
  }
  const text = cellText(cell);
  if (isDigits(column)) return readDigits(text, column);
  const codes = codesOf(text, column);
  if (kind === "date") {
    const day = readDay(text, is1904);
    // What the archive cannot read the ledger may: it knows days with a weekday or an hour behind them.
    return day.typed === undefined && !day.codes.includes("date-ambiguous")
      ? { typed: text, codes }
      : { typed: day.typed, codes: codes.length === 0 ? day.codes : [...codes, ...day.codes] };
  }
  return { typed: text, codes };
}

/** 0.1+0.2 of a formula is 0.3 to whoever reads the cell: fifteen significant digits, no exponent. */
function plainNumber(value: number): string {
  const rounded = Number(value.toPrecision(15));
  const text = String(rounded);
  return /e/i.test(text) ? rounded.toLocaleString("en", { useGrouping: false, maximumFractionDigits: 20 }) : text;
}
