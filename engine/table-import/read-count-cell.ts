// 页数 and 份数: a number, or a question.
import type { TableCell } from "#engine/helper/recognised";
import { cellText, plainText } from "./cell-text.ts";

/** `count` is 0 where nothing certain stands; `isOdd` says that something else than a plain number stood there. */
export type CountReading = { readonly count: number; readonly isOdd: boolean };

/** Reads one cell: 3 and "3" are three, 「3页」 is three and odd, 「约5」 is no number. */
export function readCountCell(cell: TableCell | undefined): CountReading {
  const plain = plainText(cellText(cell));
  if (plain === "") return { count: 0, isOdd: false };
  const whole = /^(\d{1,6})(页|张|面|份)?$/.exec(plain);
  const count = Number(whole?.[1] ?? Number.NaN);
  if (!whole || count > 100_000) return { count: 0, isOdd: true };
  return { count, isOdd: whole[2] !== undefined };
}
