// What the table helper is asked and what it answers.

export type TableFormat = "xlsx" | "xls" | "ods" | "csv";

export type TableQuestion =
  | { readonly task: "table"; readonly format: TableFormat; readonly bytes: Uint8Array }
  /** Hands every cell over, a thousand rows at a time. */
  | { readonly task: "rows"; readonly format: TableFormat; readonly bytes: Uint8Array }
  /** Reads a ZIP through; `forbidsDoctype` refuses a DTD in any XML part of it (OFD and office files). */
  | { readonly task: "zip"; readonly forbidsDoctype: boolean; readonly bytes: Uint8Array };

export type TableWarning = "table-ragged" | "table-formulas" | "table-macro" | "table-merged" | "table-date-system";

export type RecognisedSheet = { readonly name: string; readonly rowCount: number; readonly columnCount: number };

export type RecognisedTable = {
  readonly kind: "table";
  readonly sheets: readonly RecognisedSheet[];
  readonly warnings: readonly TableWarning[];
  /** The first row that has another number of columns than the first one, when ragged. */
  readonly raggedRow: number | null;
};

export type RecognisedZip = {
  readonly kind: "zip";
  readonly entries: readonly { readonly name: string; readonly size: number }[];
};

/** A cell as it stands: text, a number, a day counted in the workbook's own date system, or nothing. */
export type TableCell = string | number | { readonly serial: number } | null;

export type TableRow = {
  /** Row as the spreadsheet program counts it; for CSV the line of the file. */
  readonly row: number;
  readonly cells: readonly TableCell[];
  /** Columns whose value was computed by a formula. */
  readonly computed?: readonly number[];
  /** Something stands right of the widest column that is read. */
  readonly isCut?: true;
};

/** First and last row and column of a merged range, rows as in TableRow, columns from 0. */
export type TableMerge = readonly [firstRow: number, firstColumn: number, lastRow: number, lastColumn: number];

/** The answer to "rows": the book once, then its rows in order. */
export type TablePart =
  | {
      readonly kind: "book";
      readonly is1904: boolean;
      readonly sheets: readonly { readonly name: string; readonly merges: readonly TableMerge[] }[];
    }
  | { readonly kind: "rows"; readonly sheet: number; readonly rows: readonly TableRow[] };
