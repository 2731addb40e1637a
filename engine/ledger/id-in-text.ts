// The number of a person written where numbers of persons do not belong: told by its day of birth and its check character, so that
// other long digits are left alone.
import { isArchivalDate } from "#contract/archival-date";
import { isIdNumber } from "#engine/reading/judge-personal";

/** Eighteen signs in a row, in either width, with no further digit at an end. */
const eighteen = /(?<![\d０-９])[\d０-９]{17}[\dXx０-９Ｘｘ](?![\d０-９])/gu;
/** What stands between the digits of a number that is all there is in a cell. */
const between = /[\s\p{Cf}'’\-–—−·]/gu;
/** Few cells have so many digits so near to each other, and only those are looked at. */
const manyDigits = /[\d０-９](?:[^\d０-９]{0,2}[\d０-９]){16}/;
const length = 18;

/** Whether eighteen signs name a person: born on a day of the calendar, with the right check character (GB 11643-1999). */
export const isIdOfSomebody = (text: string): boolean =>
  isIdNumber(text) && isArchivalDate(`${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`);

/** The same text with 〓 for each number of a person in it. */
export function withoutIdNumbers(text: string): string {
  if (text.length < length || !manyDigits.test(text)) return text;
  const whole = text.normalize("NFKC").replaceAll(between, "");
  if (whole.length === length && isIdOfSomebody(whole)) return "〓";
  return text.replaceAll(eighteen, (found) => (isIdOfSomebody(found.normalize("NFKC")) ? "〓" : found));
}

/** Whether a number of a person stands in a text. */
export const hasIdNumber = (text: string): boolean => withoutIdNumbers(text) !== text;
