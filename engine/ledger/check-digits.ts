// Numbers that are names: ID, account, phone. Every digit and every leading zero is kept, and what Excel has spoiled is not taken.
import type { TextFormat } from "#contract/ledger-column";
import { kept, refused, type CellReading } from "./cell-reading.ts";
import { isIdOfSomebody } from "./id-in-text.ts";

/** 1.10101E+17: how a spreadsheet shows what it has rounded to fifteen digits. */
const isExponent = /^\d(?:\.\d+)?E\+?\d{1,2}$/i;
/** Fifteen digits and noughts behind them: what is left of a long number that was once kept as a number. */
const isRounded = (digits: string): boolean => digits.length > 15 && /^0+$/.test(digits.slice(15));

/** The last digit of a bank card by Luhn (ISO/IEC 7812-1): nine of ten spoiled numbers fail it. */
const isCardNumber = (digits: string): boolean =>
  [...digits].reduceRight((sum, digit, at) => {
    const weighed = Number(digit) * ((digits.length - at) % 2 === 0 ? 2 : 1);
    return sum + (weighed > 9 ? weighed - 9 : weighed);
  }, 0) %
    10 ===
  0;

const bare = (typed: string): string =>
  /^[\dA-Z]*$/.test(typed)
    ? typed
    : typed
        .normalize("NFKC")
        .replace(/^'/, "")
        .replaceAll(/[\s\p{Cf}\-–—−·.]/gu, (sign) => (sign === "." ? "." : ""))
        .toUpperCase();

function checkId(text: string): CellReading {
  if (/^\d{15}$/.test(text)) return kept(text, "id-old");
  if (!/^\d{17}[\dX]$/.test(text)) return refused("digits-unreadable");
  // Born on no day, or not the right check character (GB 11643-1999): rounded by a spreadsheet, or mistyped.
  // One of eleven spoiled numbers fits its check character, and somebody may truly have one that ends so: it is said.
  if (isIdOfSomebody(text)) return isRounded(text) ? kept(text, "digits-doubtful") : kept(text);
  // Some programs keep sixteen digits: a wrong number with two noughts at its end was rather spoiled than mistyped.
  return refused(text.endsWith("00") ? "id-digits-lost" : "id-check-failed");
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
      if (!/^[\dA-Z]{4,40}$/.test(text)) return refused("digits-unreadable");
      if (!isRounded(text)) return kept(text);
      // A card may end so; it is said, so that it is compared with the card.
      return isCardNumber(text) ? kept(text, "digits-doubtful") : refused("id-digits-lost");
    case "digits":
      if (!/^\d{1,40}$/.test(text)) return refused("digits-unreadable");
      if (!isRounded(text)) return kept(text);
      return text.length < 18 ? kept(text, "digits-doubtful") : refused("id-digits-lost");
    case "phone":
      return checkPhone(typed);
  }
}
