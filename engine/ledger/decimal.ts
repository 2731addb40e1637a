// Decimal numbers without the losses of floating point: 0.1 + 0.2 is 0.3, and 1.005 rounded to cents is 1.01.

/** units ÷ 10^scale. */
export type Decimal = { readonly units: bigint; readonly scale: number };

/** Places after the point that are read, and kept of a division. */
export const mostPlaces = 12;
const power = (scale: number): bigint => 10n ** BigInt(scale);

/** A canonical number ("-1234.50") as a decimal, or undefined. */
export function readDecimal(text: string): Decimal | undefined {
  const parts = /^(-?)(\d{1,30})(?:\.(\d{1,12}))?$/.exec(text);
  if (!parts) return undefined;
  const [, sign = "", whole = "", rest = ""] = parts;
  return { units: BigInt(sign + whole + rest), scale: rest.length };
}

function level(one: Decimal, other: Decimal): [bigint, bigint, number] {
  const scale = Math.max(one.scale, other.scale);
  return [one.units * power(scale - one.scale), other.units * power(scale - other.scale), scale];
}

/** one + other. */
export function add(one: Decimal, other: Decimal): Decimal {
  const [a, b, scale] = level(one, other);
  return { units: a + b, scale };
}

/** -one. */
export const negate = ({ units, scale }: Decimal): Decimal => ({ units: -units, scale });

/** one × other. */
export const multiply = (one: Decimal, other: Decimal): Decimal =>
  rounded({ units: one.units * other.units, scale: one.scale + other.scale }, mostPlaces);

/** one ÷ other to twelve places; undefined for a division by nothing. */
export function divide(one: Decimal, other: Decimal): Decimal | undefined {
  if (other.units === 0n) return undefined;
  const [a, b] = level(one, other);
  // One place more than is kept, so that the last one is rounded and not cut.
  return rounded({ units: (a * power(mostPlaces + 1)) / b, scale: mostPlaces + 1 }, mostPlaces);
}

/** Negative, zero or positive as one is smaller, equal or larger. */
export function compare(one: Decimal, other: Decimal): number {
  const [a, b] = level(one, other);
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Rounded half away from zero (四舍五入) to at most `places` places. */
export function rounded(one: Decimal, places: number): Decimal {
  if (one.scale <= places) return one;
  const step = power(one.scale - places);
  const half = one.units < 0n ? -step / 2n : step / 2n;
  return { units: (one.units + half) / step, scale: places };
}

/** Canonical text with exactly `places` places after the point. */
export function writeDecimal(one: Decimal, places: number): string {
  const { units, scale } = rounded(one, places);
  const digits = (units < 0n ? -units : units) * power(places - scale);
  const text = digits.toString().padStart(places + 1, "0");
  const sign = units < 0n ? "-" : "";
  return places === 0 ? sign + text : `${sign}${text.slice(0, -places)}.${text.slice(-places)}`;
}
