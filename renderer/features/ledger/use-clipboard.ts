// 复制 and 粘贴: cells as Excel and WPS exchange them. Sensitive columns give nothing (personal-data P7).
import type { ColumnKey, LedgerColumn } from "#contract/ledger-column";
import type { LedgerRow } from "#contract/ledger-row";
import type { Ledger } from "#contract/ledger";
import { ledgerText } from "#text/ledger";
import { copiedValue, isReckoned } from "./cell-words.ts";
import { readTabText, writeTabText } from "./tab-text.ts";
import { mostRows, type RowEntries } from "./use-range-writes.ts";

/** What is put on the clipboard, and how many columns gave nothing. */
export function copiedText(
  rows: readonly LedgerRow[],
  columns: readonly LedgerColumn[],
): { readonly text: string; readonly withheld: number } {
  return {
    text: writeTabText(rows.map((row) => columns.map((column) => copiedValue(row, column)))),
    withheld: columns.filter(({ personal }) => personal === "sensitive").length,
  };
}

export type Pasted = {
  /** Cells by row; blank cells of the clipboard too. */
  readonly cells: readonly (readonly string[])[];
  /** The column each cell of a row belongs to; undefined where there is none. */
  readonly columns: readonly (LedgerColumn | undefined)[];
  /** Whether the first line of the clipboard was headings. */
  readonly hadHeadings: boolean;
};

const plain = (words: string): string => words.normalize("NFKC").replaceAll(/[\s*＊]/g, "");

/** Reads the clipboard's text: from `from` on to the right, or by headings where its first line is headings. */
export function readPasted(
  { columns: all }: Ledger,
  shown: readonly LedgerColumn[],
  from: number,
  text: string,
): Pasted {
  const cells = readTabText(text).filter((row, at, rows) => at < rows.length - 1 || row.some((cell) => cell !== ""));
  const [head = [], ...rest] = cells;
  const byHeading = new Map(all.map((column) => [plain(column.heading), column]));
  const named = head.map((cell) => byHeading.get(plain(cell)));
  const hadHeadings = rest.length > 0 && head.length > 1 && named.filter(Boolean).length > head.length / 2;
  if (hadHeadings) return { cells: rest, columns: named, hadHeadings };
  const width = Math.max(0, ...cells.map((row) => row.length));
  return { cells, columns: Array.from({ length: width }, (_, at) => shown[from + at]), hadHeadings };
}

/** Why a paste is not even tried, or "". */
export function pasteObstacle({ cells, columns, hadHeadings }: Pasted): string {
  if (cells.length === 0) return ledgerText.pasteNothing;
  if (cells.length > mostRows) return ledgerText.pasteTooMany(cells.length, mostRows);
  if (!hadHeadings && columns.some((column) => column === undefined)) return ledgerText.pasteTooWide;
  return cells.some((row) => row.some((cell) => cell.length > 4000)) ? ledgerText.pasteTooLong : "";
}

/** Rows to be written: over rows that are there, the others new; blank lines stay out. */
export function pastedEntries({ cells, columns }: Pasted, over: readonly (LedgerRow | undefined)[]): RowEntries {
  return cells.flatMap((row, at): RowEntries[number][] => {
    const values: Record<ColumnKey, string> = {};
    row.forEach((cell, place) => {
      const column = columns[place];
      if (column && !isReckoned(column)) values[column.key] = cell;
    });
    const target = over[at];
    if (!target && row.every((cell) => cell.trim() === "")) return [];
    return [target ? { id: target.id, revision: target.revision, cells: values } : { cells: values }];
  });
}
