// Numbers and money as decimal digits: nothing goes through floating point, so no digit is lost.
import { readDecimal, rounded, writeDecimal, compare } from "./decimal.ts";
import { kept, refused, type CellReading } from "./cell-reading.ts";

const mostDigits = 15;
const isGrouped = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const isPlain = /^-?\d+(?:\.\d+)?$/;
const tenThousand = /^(-?\d+(?:\.\d+)?)万$/;

/** 12,345.60元 → 12345.60; what is no number is undefined. Brackets around it are the bookkeeper's minus. */
function plainDigits(typed: string): string | undefined {
  if (isPlain.test(typed)) return typed;
  let text = typed
    .normalize("NFKC")
    .replaceAll(/[\s¥￥$]|人民币|RMB/giu, "")
    .replace(/(?:元整|元|圆)$/u, "")
    .replaceAll(/[−–—]/g, "-")
    .replaceAll("、", ",")
    .replaceAll("，", ",");
  const bracketed = /^\((.+)\)$/.exec(text);
  if (bracketed) text = `-${bracketed[1]}`;
  if (text.startsWith("+")) text = text.slice(1);
  const larger = tenThousand.exec(text);
  if (larger) {
    const value = readDecimal(larger[1] ?? "");
    return value && writeDecimal({ units: value.units * 10_000n, scale: value.scale }, value.scale);
  }
  if (isGrouped.test(text)) text = text.replaceAll(",", "");
  if (/^-?\.\d+$/.test(text)) text = text.replace(".", "0.");
  return /^-?\d+(?:\.\d*)?$/.test(text) ? text.replace(/\.$/, "") : undefined;
}

export type NumberRules = {
  readonly least: number | null;
  readonly most: number | null;
  readonly decimals: number;
};

/** 5 of exponent form, as JSON writes a limit, in digits. */
const digitsOf = (limit: number): string => (Number.isInteger(limit) ? BigInt(limit).toString() : String(limit));

/**
 * Decimal digits with a point. Money has exactly two places, a number as many as were written but no more than the column
 * allows: what would have to be rounded is refused, not rounded.
 */
export function checkNumber(typed: string, { least, most, decimals }: NumberRules, isMoney: boolean): CellReading {
  const text = plainDigits(typed);
  if (text === undefined) return refused("number-unreadable");
  const trimmed = text
    .replace(/^(-?)0+(?=\d)/, "$1")
    .replace(/(\.\d*?)0+$/, "$1")
    .replace(/\.$/, "");
  if (trimmed.replaceAll(/[-.]/g, "").length > mostDigits) return refused("number-too-long");
  const value = readDecimal(trimmed);
  if (!value) return refused("number-unreadable");
  const places = isMoney ? 2 : decimals;
  if (compare(rounded(value, places), value) !== 0) return refused("number-decimals");
  const [low, high] = [least, most].map((limit) => (limit === null ? undefined : readDecimal(digitsOf(limit))));
  if (low && compare(value, low) < 0) return refused("number-too-small");
  if (high && compare(value, high) > 0) return refused("number-too-large");
  const written = writeDecimal(value, isMoney ? 2 : value.scale);
  return kept(/^-0(?:\.0+)?$/.test(written) ? written.slice(1) : written);
}
