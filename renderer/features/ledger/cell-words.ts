// What a cell shows, and whether it may be written or copied.
import type { ColumnKey, LedgerColumn } from "#contract/ledger-column";
import type { LedgerRow } from "#contract/ledger-row";
import { ledgerText } from "#text/ledger";

export const mask = "●●●●";

export const isSensitive = ({ personal }: LedgerColumn): boolean => personal === "sensitive";
/** Nobody types into these. */
export const isReckoned = ({ kind }: LedgerColumn): boolean => kind === "formula" || kind === "attachment";
export const isNumeric = ({ kind }: LedgerColumn): boolean =>
  kind === "number" || kind === "money" || kind === "formula";

/** The value as it is kept; "" of a masked one. */
export const keptValue = (row: LedgerRow | undefined, key: ColumnKey): string => row?.cells[key] ?? "";
export const isMasked = (row: LedgerRow | undefined, key: ColumnKey): boolean => row?.masked.includes(key) ?? false;

const grouped = (amount: string): string =>
  amount.replace(/\B(?=(?:\d{3})+(?:\.|$))/g, ",").replace(/\.(.*)$/, (tail) => tail.replaceAll(",", ""));

/** A row's value as the sheet shows it. */
export function shownValue(row: LedgerRow | undefined, column: LedgerColumn): string {
  if (!row) return "";
  if (isMasked(row, column.key)) return mask;
  if (column.kind === "attachment") return row.attachmentCount > 0 ? ledgerText.attachments(row.attachmentCount) : "";
  const value = keptValue(row, column.key);
  return column.kind === "money" ? grouped(value) : value;
}

/** What a cell gives to the clipboard: of sensitive columns nothing, ever (personal-data P7). */
export const copiedValue = (row: LedgerRow | undefined, column: LedgerColumn): string =>
  isSensitive(column) ? "" : keptValue(row, column.key);
