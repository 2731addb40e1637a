// What the table helper is asked and what it answers.

export type TableFormat = "xlsx" | "xls" | "ods" | "csv";

export type TableQuestion =
  | { readonly task: "table"; readonly format: TableFormat; readonly bytes: Uint8Array }
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
