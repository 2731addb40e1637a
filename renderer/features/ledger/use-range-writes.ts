// Many cells at once: filled down, emptied, pasted over, rows taken out. One act each, with one way back.
import { useMemo } from "react";
import type { LedgerColumn } from "#contract/ledger-column";
import type { WriteKind } from "#contract/ledger-write";
import type { LedgerRow } from "#contract/ledger-row";
import type { Asked, Output } from "#contract/contract";
import type { Ledger } from "#contract/ledger";
import { ask } from "#bridge/call";
import { wordsOf } from "#bridge/notices";
import { ledgerText } from "#text/ledger";
import { isReckoned, isSensitive, keptValue } from "./cell-words.ts";
import type { WithReason } from "./use-frozen-reason.tsx";
import type { OwnChanges } from "./use-own-changes.ts";

export type RowEntries = Asked<"ledger.write-rows">["rows"];
/** The engine takes this many rows in one act. */
export const mostRows = 5000;

export type RangeWrites = {
  /** Writes entries; answers whether it was done. */
  readonly write: (kind: WriteKind, rows: RowEntries, said: (count: number) => string) => Promise<boolean>;
  /** The first row's values into the rows below; sensitive columns are left alone. */
  readonly fillDown: (
    from: LedgerRow,
    rows: readonly LedgerRow[],
    columns: readonly LedgerColumn[],
  ) => Promise<boolean>;
  readonly empty: (rows: readonly LedgerRow[], columns: readonly LedgerColumn[]) => Promise<boolean>;
  readonly remove: (rows: readonly LedgerRow[], reason: string) => Promise<boolean>;
  readonly restore: (rows: readonly LedgerRow[], reason: string) => Promise<boolean>;
};

type Say = (sentence: string, isRefused?: boolean) => void;

const entryOf = (
  { id, revision }: LedgerRow,
  cells: Readonly<Record<string, string>>,
  links: Readonly<Record<string, string>> = {},
): RowEntries[number] => ({ id, revision, cells, links });

export function useRangeWrites(
  { id: ledgerId }: Ledger,
  { act }: OwnChanges,
  withReason: WithReason,
  say: Say,
): RangeWrites {
  return useMemo(() => {
    const done = async (work: () => Promise<string>): Promise<boolean> => {
      try {
        say(await work());
        return true;
      } catch (thrown) {
        say(wordsOf(thrown).sentence, true);
        return false;
      }
    };
    const write: RangeWrites["write"] = (kind, rows, said) =>
      done(async () => {
        const asking = (reason: string): Promise<Output<"ledger.write-rows">> =>
          act(() => ask("ledger.write-rows", { ledgerId, kind, rows, reason }));
        return said((await withReason(asking, "")).rows.length);
      });
    const touched = (rows: readonly LedgerRow[]): Asked<"ledger.remove-rows">["rows"] =>
      rows.map(({ id, revision }) => ({ id, revision }));
    return {
      write,
      fillDown: (from, rows, columns) => {
        const open = columns.filter((column) => !isReckoned(column) && !isSensitive(column));
        if (open.length === 0 || rows.length === 0) return done(() => Promise.resolve(ledgerText.nothingToFill));
        const cells = Object.fromEntries(open.map(({ key }) => [key, keptValue(from, key)]));
        const links = Object.fromEntries(
          open.flatMap(({ key }) => (from.links[key] === undefined ? [] : [[key, from.links[key]]])),
        );
        return write(
          "fill",
          rows.map((row) => entryOf(row, cells, links)),
          ledgerText.filled,
        );
      },
      empty: (rows, columns) => {
        const open = columns.filter((column) => !isReckoned(column));
        const cells = Object.fromEntries(open.map(({ key }) => [key, ""]));
        const full = rows.filter((row) =>
          open.some(({ key }) => keptValue(row, key) !== "" || row.masked.includes(key)),
        );
        if (full.length === 0) return Promise.resolve(true);
        return write(
          "edit",
          full.map((row) => entryOf(row, cells)),
          ledgerText.emptied,
        );
      },
      remove: (rows, reason) =>
        done(async () => {
          await act(() => ask("ledger.remove-rows", { ledgerId, rows: touched(rows), reason }));
          return ledgerText.removed(rows.length);
        }),
      restore: (rows, reason) =>
        done(async () => {
          await act(() => ask("ledger.restore-rows", { ledgerId, rows: touched(rows), reason }));
          return ledgerText.restored(rows.length);
        }),
    };
  }, [ledgerId, act, withReason, say]);
}
