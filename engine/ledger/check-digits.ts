// Numbers that are names: ID, account, phone. Every digit and every leading zero is kept, and what Excel has spoiled is not taken.
import { archivalDate } from "#contract/archival-date";
import type { TextFormat } from "#contract/ledger-column";
import { isIdNumber } from "#engine/reading/judge-personal";
import { kept, refused, type CellReading } from "./cell-reading.ts";

/** 1.10101E+17: how a spreadsheet shows what it has rounded to fifteen digits. */
const isExponent = /^\d(?:\.\d+)?E\+?\d{1,2}$/i;
/** Fifteen digits and noughts behind them: what is left of a long number that was once kept as a number. */
const isRounded = (digits: string): boolean => digits.length > 15 && /^0+$/.test(digits.slice(15));

const bare = (typed: string): string =>
  typed
    .normalize("NFKC")
    .replace(/^'/, "")
    .replaceAll(/[\s\p{Cf}\-–—−·.]/gu, (sign) => (sign === "." ? "." : ""))
    .toUpperCase();

function checkId(text: string): CellReading {
  if (/^\d{15}$/.test(text)) return kept(text, "id-old");
  if (!/^\d{17}[\dX]$/.test(text)) return refused("digits-unreadable");
  // Born on no day, or not the right check character (GB 11643-1999): rounded by a spreadsheet, or mistyped.
  const bornOn = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
  const isRight = archivalDate.safeParse(bornOn).success && isIdNumber(text);
  if (isRight) return kept(text);
  return refused(isRounded(text) ? "id-digits-lost" : "id-check-failed");
}

function checkPhone(typed: string): CellReading {
  const text = typed.normalize("NFKC").trim().replace(/^'/, "").replaceAll(/[–—−]/g, "-");
  const one = /^(?:\+?86[- ]?)?1\d{10}$|^(?:0\d{2,3}-?)?[2-9]\d{6,7}(?:(?:-|转)\d{1,5})?$|^(?:400|800)\d{7}$|^\d{5,6}$/;
  const isUsual = text
    .split(/[,，、;；/\s]+/u)
    .filter((part) => part !== "")
    .every((part) => one.test(part.replaceAll(/(?<=\d)[- ](?=\d{4}\b)/g, "")) || one.test(part));
  return isUsual ? kept(text) : kept(text, "phone-odd");
}

/** Text of a format whose digits count; "plain" text does not come here. */
export function checkDigits(typed: string, format: Exclude<TextFormat, "plain">): CellReading {
  const text = bare(typed);
  if (isExponent.test(text)) return refused("id-digits-lost");
  switch (format) {
    case "idNumber":
      return checkId(text);
    case "account":
      if (isRounded(text)) return refused("id-digits-lost");
      return /^[\dA-Z]{4,40}$/.test(text) ? kept(text) : refused("digits-unreadable");
    case "digits":
      if (isRounded(text)) return refused("id-digits-lost");
      return /^\d{1,40}$/.test(text) ? kept(text) : refused("digits-unreadable");
    case "phone":
      return checkPhone(typed);
  }
}
