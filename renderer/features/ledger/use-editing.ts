// The cell being typed into. What was typed is written when the cell is left; Esc lets go of it, and says so.
import { useCallback, useMemo, useRef, useState } from "react";
import type { LedgerColumn } from "#contract/ledger-column";
import type { LedgerRow } from "#contract/ledger-row";
import type { Ledger } from "#contract/ledger";
import { ledgerText } from "#text/ledger";
import { isReckoned, isSensitive, keptValue } from "./cell-words.ts";
import { keepTyped, newRow, typedAt } from "./typed-cells.ts";
import type { CellEntry } from "./use-cell-writes.ts";

export type Editing = {
  readonly seq: number;
  readonly row: LedgerRow | undefined;
  readonly column: LedgerColumn;
  readonly text: string;
  readonly link: string | undefined;
  readonly first: string;
  /** Begun with F2: arrows move in the text, not in the sheet. */
  readonly isInside: boolean;
};

type Say = (sentence: string, isRefused?: boolean) => void;
type Write = (row: LedgerRow | undefined, column: LedgerColumn, entry: CellEntry) => void;

export type EditingHand = {
  readonly editing: Editing | undefined;
  /** Begins with the value that stands there, or with `text`; false where the cell takes nothing. */
  readonly begin: (row: LedgerRow | undefined, column: LedgerColumn, text?: string) => boolean;
  readonly type: (text: string, link?: string) => void;
  /** Writes what was typed; with `taken` that instead. */
  readonly finish: (taken?: { readonly text: string; readonly link: string | undefined }) => void;
  readonly leave: () => void;
  /** Brings back what Esc let go of; false when there is nothing. */
  readonly bringBack: () => Editing | undefined;
};

/** Why a cell takes nothing, or "". */
function obstacleOf({ state }: Ledger, row: LedgerRow | undefined, column: LedgerColumn): string {
  if (state !== "open") return ledgerText.notOpen[state];
  if (row?.isRemoved) return ledgerText.rowRemoved;
  if (row?.isRestricted) return ledgerText.rowRestricted;
  if (column.kind === "formula") return ledgerText.formulaCell;
  return isReckoned(column) ? ledgerText.attachmentCell : "";
}

/** `rowAtHand` is the row under the hand as it is now: a new row may have been kept since the typing began. */
export function useEditing(
  ledger: Ledger,
  rowAtHand: () => LedgerRow | undefined,
  write: Write,
  say: Say,
): EditingHand {
  const [editing, setEditing] = useState<Editing>();
  const now = useRef<Editing>(undefined);
  const left = useRef<Editing>(undefined);
  const show = useCallback((next: Editing | undefined): void => {
    now.current = next;
    setEditing(next);
  }, []);
  const begin = useCallback(
    (row: LedgerRow | undefined, column: LedgerColumn, text?: string): boolean => {
      const obstacle = obstacleOf(ledger, row, column);
      if (obstacle !== "") {
        say(obstacle, true);
        return false;
      }
      const seq = row?.seq ?? newRow;
      const typed = typedAt(ledger.id, seq, column.key);
      const kept = isSensitive(column) ? "" : keptValue(row, column.key);
      const first = typed?.text ?? kept;
      show({ seq, row, column, first, link: typed?.link, text: text ?? first, isInside: text === undefined });
      return true;
    },
    [ledger, say, show],
  );
  const type = useCallback(
    (text: string, link?: string): void => {
      if (now.current) show({ ...now.current, text, link });
    },
    [show],
  );
  const finish = useCallback<EditingHand["finish"]>(
    (taken) => {
      const cell = now.current;
      if (!cell) return;
      show(undefined);
      const { column, first } = cell;
      const row = cell.row ?? rowAtHand();
      const { text, link } = taken ?? cell;
      const isTyped = typedAt(ledger.id, cell.seq, column.key) !== undefined;
      // An empty field over a masked value was never filled; Delete empties it.
      if (isSensitive(column) && text === "" && !isTyped) return;
      if (text === first && link === undefined && !isTyped) return;
      write(row, column, { text, link, revision: row?.revision ?? 0 });
    },
    [ledger.id, rowAtHand, write, show],
  );
  const leave = useCallback((): void => {
    const cell = now.current;
    if (!cell) return;
    show(undefined);
    const { seq, column, text, first } = cell;
    const typed = typedAt(ledger.id, seq, column.key);
    if (typed?.state === "refused") keepTyped(ledger.id, seq, { [column.key]: undefined });
    if (text === first && !typed) return;
    // A sensitive value is not kept for later anywhere.
    left.current = isSensitive(column) ? undefined : cell;
    say(isSensitive(column) ? ledgerText.letGoSecret : ledgerText.letGo);
  }, [ledger.id, say, show]);
  const bringBack = useCallback((): Editing | undefined => {
    const cell = left.current;
    left.current = undefined;
    if (cell) show({ ...cell, isInside: true });
    return cell;
  }, [show]);
  return useMemo(
    () => ({ editing, begin, type, finish, leave, bringBack }),
    [editing, begin, type, finish, leave, bringBack],
  );
}
