// What the keys of the sheet do with the marked cells.
import { useMemo } from "react";
import type { LedgerColumn } from "#contract/ledger-column";
import { maySort } from "#contract/ledger-order";
import type { LedgerRow } from "#contract/ledger-row";
import { wordsOf } from "#bridge/notices";
import { undoNow, undoOffer } from "#bridge/undo";
import { ledgerText } from "#text/ledger";
import { isMasked } from "./cell-words.ts";
import type { SheetActs } from "./sheet-keys.ts";
import { copiedText } from "./use-clipboard.ts";
import type { Cursor } from "./use-cursor.ts";
import type { EditingHand } from "./use-editing.ts";
import type { OwnChanges } from "./use-own-changes.ts";
import { mostRows, type RangeWrites } from "./use-range-writes.ts";
import type { SheetRows } from "./use-sheet-rows.ts";

type Given = {
  readonly rows: SheetRows;
  readonly columns: readonly LedgerColumn[];
  readonly cursor: Cursor;
  readonly editing: EditingHand;
  readonly changes: OwnChanges;
  readonly ranges: RangeWrites;
  readonly say: (sentence: string, isRefused?: boolean) => void;
  readonly goToNewRow: () => void;
  readonly onSort: (column: LedgerColumn) => void;
  readonly onLook: (row: LedgerRow, column: LedgerColumn) => void;
  readonly onRemove: (rows: readonly LedgerRow[]) => void;
  readonly panels: Pick<SheetActs, "find" | "filter" | "form" | "close">;
};

export function useSheetActs(given: Given): SheetActs {
  const { rows, columns, cursor, editing, changes, ranges, say, goToNewRow, onSort, onLook, onRemove, panels } = given;
  return useMemo((): SheetActs => {
    const { active, range } = cursor;
    const seqs = rows.seqs ?? [];
    const column = columns[active.column];
    const row = rows.rowOf(seqs[active.row] ?? -1);
    const marked = columns.slice(range.left, range.right + 1);
    /** The marked rows with what they hold; undefined (and said) when there are more than one act may touch. */
    const reach = async (from = range.top): Promise<readonly LedgerRow[] | undefined> => {
      const wanted = seqs.slice(from, range.bottom + 1);
      if (wanted.length <= mostRows) return rows.reach(wanted);
      say(ledgerText.tooMany(mostRows), true);
      return undefined;
    };
    const trying = (work: () => Promise<void>): void => {
      work().catch((thrown: unknown) => say(wordsOf(thrown).sentence, true));
    };
    const step = (way: "undo" | "redo"): void =>
      trying(async () => {
        const [done, none] =
          way === "undo"
            ? [ledgerText.undone, ledgerText.nothingToUndo]
            : [ledgerText.redone, ledgerText.nothingToRedo];
        const isDone = await changes[way]();
        // What was done before this sheet was opened, an import or a design, is the bar's to take back, by the key written on it.
        if (!isDone && way === "undo" && undoOffer.get()) return undoNow();
        say(isDone ? done : none, !isDone);
      });
    return {
      ...panels,
      edit: (text) => void (column && editing.begin(row, column, text)),
      fillDown: () =>
        trying(async () => {
          // One cell takes what stands above it.
          const from = range.top === range.bottom ? range.top - 1 : range.top;
          if (from < 0) return;
          const [first, ...others] = (await reach(from)) ?? [];
          if (first) await ranges.fillDown(first, others, marked);
        }),
      empty: () =>
        trying(async () => {
          const all = await reach();
          if (all) await ranges.empty(all, marked);
        }),
      copy: () =>
        trying(async () => {
          const all = await reach();
          if (!all) return;
          const { text, withheld } = copiedText(all, marked);
          await navigator.clipboard.writeText(text).then(
            () => say(ledgerText.copied(all.length, withheld)),
            () => say(ledgerText.copyFailed, true),
          );
        }),
      undo: () => {
        if (!editing.bringBack()) step("undo");
      },
      redo: () => step("redo"),
      newRow: goToNewRow,
      removeRows: () =>
        trying(async () => {
          const all = await reach();
          if (all && all.length > 0) onRemove(all);
        }),
      look: () => {
        if (row && column && isMasked(row, column.key)) onLook(row, column);
        else say(ledgerText.nothingMasked);
      },
      sort: () => {
        if (!column) return;
        if (maySort(column)) onSort(column);
        else say(ledgerText.noOrderSaid(column.heading), true);
      },
    };
  }, [rows, columns, cursor, editing, changes, ranges, say, goToNewRow, onSort, onLook, onRemove, panels]);
}
