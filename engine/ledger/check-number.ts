// Numbers and money as decimal digits: nothing goes through floating point, so no digit is lost.
import { compare, mostPlaces, readDecimal, writeDecimal, type Decimal } from "./decimal.ts";
import { kept, refused, type CellReading } from "./cell-reading.ts";

const mostDigits = 15;
const isGrouped = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const isPlain = /^-?\d+(?:\.\d+)?$/;
/** No nought that says nothing, before or behind. */
const isBare = /^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/;
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

/** Places after the point. */
const scaleOf = (digits: string): number => (digits.includes(".") ? digits.length - digits.indexOf(".") - 1 : 0);
const digitsIn = (digits: string): number =>
  digits.length - (digits.startsWith("-") ? 1 : 0) - (digits.includes(".") ? 1 : 0);

/** 5 of exponent form, as JSON writes a limit, is read of its digits. */
const limitOf = (limit: number | null): Decimal | undefined =>
  limit === null ? undefined : readDecimal(Number.isInteger(limit) ? BigInt(limit).toString() : String(limit));

/**
 * Decimal digits with a point. Money has exactly two places, a number as many as were written but no more than the column
 * allows: what would have to be rounded is refused, not rounded.
 */
export function checkNumber(typed: string, { least, most, decimals }: NumberRules, isMoney: boolean): CellReading {
  const text = plainDigits(typed);
  if (text === undefined) return refused("number-unreadable");
  const trimmed = isBare.test(text)
    ? text
    : text
        .replace(/^(-?)0+(?=\d)/, "$1")
        .replace(/(\.\d*?)0+$/, "$1")
        .replace(/\.$/, "");
  if (digitsIn(trimmed) > mostDigits) return refused("number-too-long");
  const scale = scaleOf(trimmed);
  if (scale > mostPlaces) return refused("number-unreadable");
  // The last place is no nought any more: one place too many is a value that would have to be rounded.
  if (scale > (isMoney ? 2 : decimals)) return refused("number-decimals");
  const [low, high] = [limitOf(least), limitOf(most)];
  const value = low || high ? readDecimal(trimmed) : undefined;
  if (value && low && compare(value, low) < 0) return refused("number-too-small");
  if (value && high && compare(value, high) > 0) return refused("number-too-large");
  const written = trimmed === "-0" ? "0" : trimmed;
  if (!isMoney) return kept(written);
  return kept(scale === 0 ? `${written}.00` : written.padEnd(written.length + 2 - scale, "0"));
}
