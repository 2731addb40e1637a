// A table read and judged for a ledger: what looking shows and writing writes.
import type { Output } from "#contract/contract";
import type { LedgerImportFinding } from "#contract/ledger-import-finding";
import type { Ledger } from "#contract/ledger";
import type { tableCounts } from "#contract/table-counts";
import type { LedgerTableRow } from "./judge-ledger-row.ts";
import type { LedgerSheetReading } from "./judge-ledger-table.ts";
import type { SettledRows } from "./settle-ledger-rows.ts";

export type PreparedLedgerRow = Pick<LedgerTableRow, "sheet" | "row" | "after"> & {
  readonly digest: string;
  readonly isKnown: boolean;
};
export type PreparedLedgerImport = {
  readonly ledger: Ledger;
  readonly sheets: readonly LedgerSheetReading[];
  readonly counts: Pick<Output<"ledger.check-import">, keyof typeof tableCounts>;
  readonly wordsAsked: SettledRows["wordsAsked"];
  readonly findings: readonly LedgerImportFinding[];
  readonly sourceName: string;
  /** Keyed digest of the file's bytes (P7). */
  readonly fileDigest: string;
  readonly rows: readonly PreparedLedgerRow[];
  /** The end of the journal when the rows were compared with the ledger: while it stands nobody has written anything. */
  readonly comparedAt: string;
  readonly planDigest: string;
};
