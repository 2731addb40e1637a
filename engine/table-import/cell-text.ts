// The words of a cell, as a person sees them.
import type { TableCell } from "#engine/helper/recognised";

/** Text of a cell; a number as its shortest digits, a day as its count. */
export function cellText(cell: TableCell | undefined): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "object") return String(cell.serial);
  return typeof cell === "number" ? String(cell) : cell;
}

/** Whether a cell shows nothing. */
export const isBlankCell = (cell: TableCell | undefined): boolean => cellText(cell).trim() === "";

/** Most cells: nothing to fold. */
const asItIs = /^[!-~\u4e00-\u9fff]*$/;

/** In one width, blanks left as they are. */
export const inOneWidth = (text: string): string => (asItIs.test(text) ? text : text.normalize("NFKC"));

/** Without width, blanks and format characters: for comparing, never for keeping. */
export const plainText = (text: string): string =>
  asItIs.test(text) ? text : text.normalize("NFKC").replace(/[\s\p{Cf}]/gu, "");

/** A word from a cell fit to stand in a sentence. */
export const shown = (text: string): string => {
  const clean = text.replace(/[\p{Cc}\p{Cf}]/gu, "\uFFFD").trim();
  return clean.length > 20 ? `${clean.slice(0, 20)}…` : clean;
};

/** A, B … Z, AA: a column as the spreadsheet program names it. */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return (rest < 0 ? "" : columnLetter(rest)) + String.fromCharCode(65 + (index % 26));
}
