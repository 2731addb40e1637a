// One cell as it was typed, pasted or read from a table: the canonical value of its column, or what is wrong with it.
import type { LedgerColumn } from "#contract/ledger-column";
import { findRefusedWords } from "#engine/input/refused-words";
import { kept, refused, type CellReading } from "./cell-reading.ts";
import { checkChoice, checkTags, checkYesNo } from "./check-choice.ts";
import { checkDate } from "./check-date.ts";
import { checkDigits } from "./check-digits.ts";
import { checkNumber } from "./check-number.ts";
import { hasIdNumber } from "./id-in-text.ts";

/** When and how a cell is written. */
export type CellSurroundings = {
  /** The day on the office's calendar. */
  readonly today: string;
  /** Typed by hand into this cell, not pasted or read from a table. */
  readonly isTyped: boolean;
};

const longestLine = 500;
const longestText = 4000;

/** Most cells: one line of signs, digits and characters with nothing to clean; no blank among them, so none at an end. */
const asItIs = /^[!-~\u4e00-\u9fff\u3001\u3002\uff01-\uff5e]*$/;

/** Line ends as one sign, no other control characters; tabs are blanks. */
function clean(typed: string): string {
  if (asItIs.test(typed)) return typed;
  return typed
    .normalize("NFC")
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll("\t", " ")
    .replaceAll(/[\p{Cc}\u2028\u2029\uFEFF\u200B\u202A-\u202E\u2066-\u2069]/gu, (sign) => (sign === "\n" ? "\n" : ""))
    .trim();
}

function checkText(cleaned: string, { kind, rules }: LedgerColumn): CellReading {
  const isOneLine = kind === "longText" || !cleaned.includes("\n");
  const text = isOneLine ? cleaned : cleaned.replaceAll(/\s*\n\s*/g, " ");
  if (text.length > (rules.longest ?? (kind === "longText" ? longestText : longestLine)))
    return refused("text-too-long");
  return findRefusedWords(text).length > 0 ? kept(text, "refused-words") : kept(text);
}

/**
 * Reads one cell; "" of an empty one. Whether the column must be filled is asked of the whole row (judge-rows.ts). Formula-like text
 * is text. Never throws; a finding never repeats what stood there.
 */
export function checkCell(column: LedgerColumn, typed: string, surroundings: CellSurroundings): CellReading {
  const reading = readCell(column, typed, surroundings);
  // Long digits may be anything: it is asked, not refused. A sensitive column is sealed and masked whatever stands in it (P7).
  const isPlainId = column.personal !== "sensitive" && hasIdNumber(reading.value);
  return isPlainId ? kept(reading.value, ...reading.codes, "id-in-plain") : reading;
}

function readCell(column: LedgerColumn, typed: string, { today, isTyped }: CellSurroundings): CellReading {
  const cleaned = clean(typed);
  if (cleaned === "") return kept("");
  const { kind, rules } = column;
  switch (kind) {
    case "date":
      return checkDate(cleaned, { today, isTyped, mayBeFuture: rules.mayBeFuture });
    case "number":
    case "money":
      return checkNumber(cleaned, rules, kind === "money");
    case "choice":
      return checkChoice(cleaned, rules);
    case "tags":
      return checkTags(cleaned, rules);
    case "yesNo":
      return checkYesNo(cleaned);
    case "text":
      return rules.format === "plain" ? checkText(cleaned, column) : checkDigits(cleaned, rules.format);
    case "longText":
    case "person":
    case "household":
    case "address":
    case "grid":
    case "item":
      return checkText(cleaned, column);
    case "formula":
    case "attachment":
      return kept("", "cell-computed");
  }
}
