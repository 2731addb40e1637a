// A formula as the clerk reads it, with headings in 「」 for keys, and back. What stands between quotation marks stays.
import type { LedgerColumn } from "#contract/ledger-column";

const pieces = /("[^"]*"|'[^']*')/;

/** Keys of columns as 「heading」. */
export function toWords(formula: string, columns: readonly LedgerColumn[]): string {
  const headings = new Map<string, string>(columns.map(({ key, heading }) => [key, heading]));
  return formula
    .split(pieces)
    .map((piece, at) =>
      at % 2 === 1
        ? piece
        : piece.replace(/[a-z][A-Za-z0-9]*/g, (word) => {
            const heading = headings.get(word);
            return heading === undefined ? word : `「${heading}」`;
          }),
    )
    .join("");
}

/** 「heading」 as keys; a heading that no column has stays as it is, for the engine to refuse. */
export function toKeys(words: string, columns: readonly LedgerColumn[]): string {
  const keys = new Map(columns.map(({ key, heading }) => [heading.trim(), key]));
  return words
    .split(pieces)
    .map((piece, at) =>
      at % 2 === 1
        ? piece
        : piece.replace(/「([^「」]*)」/g, (all, heading: string) => keys.get(heading.trim()) ?? all),
    )
    .join("");
}
