// One cell typed: shown at once, written in its turn; what is refused stays as it was typed, with the reason beside it.
import { useCallback, useMemo, useRef, useState } from "react";
import type { Output } from "#contract/contract";
import type { ColumnKey, LedgerColumn } from "#contract/ledger-column";
import type { LedgerRow } from "#contract/ledger-row";
import type { Ledger } from "#contract/ledger";
import { Refusal } from "#contract/refusal";
import { ask } from "#bridge/call";
import { wordsOf } from "#bridge/notices";
import { ledgerText } from "#text/ledger";
import { ledgerFrozenText } from "#text/ledger-frozen";
import { isSensitive } from "./cell-words.ts";
import { keepTyped, newRow, type TypedCell, typedOfRow } from "./typed-cells.ts";
import { needsReason, type WithReason } from "./use-frozen-reason.tsx";
import type { OwnChanges } from "./use-own-changes.ts";

/** What was typed into a cell; `revision` is that of the row when the typing began. */
export type CellEntry = { readonly text: string; readonly link: string | undefined; readonly revision: number };
/** Another window wrote the same cell meanwhile. */
export type CellConflict = { readonly row: LedgerRow; readonly column: LedgerColumn; readonly entry: CellEntry };

export type CellWrites = {
  readonly write: (row: LedgerRow | undefined, column: LedgerColumn, entry: CellEntry) => void;
  /** Writes the new row if it is whole; else says what is missing. */
  readonly leaveNewRow: () => void;
  readonly conflict: CellConflict | undefined;
  readonly settle: (isMine: boolean) => void;
};

type Say = (sentence: string, isRefused?: boolean) => void;

const waiting = (text: string, link: string | undefined): TypedCell => ({ text, link, state: "waiting", problem: "" });

/** Columns a new row cannot be kept without. */
function missingOf(ledger: Ledger): readonly LedgerColumn[] {
  const typed = typedOfRow(ledger.id, newRow);
  const isPicked = (key: ColumnKey | null): boolean => key !== null && (typed.get(key)?.link ?? "") !== "";
  return ledger.columns.filter(
    ({ key, isRequired, rules }) =>
      isRequired && rules.initial === "" && (typed.get(key)?.text ?? "") === "" && !isPicked(rules.fillsFrom),
  );
}

/** The sentence of a refused cell: what is wrong with it, without the place in a list nobody sees. */
const problemOf = (thrown: unknown): string =>
  needsReason(thrown)
    ? ledgerFrozenText.notChanged
    : thrown instanceof Refusal && thrown.code === "ledger-cell-refused"
      ? String(thrown.details["problem"])
      : wordsOf(thrown).sentence;

/** The reason in the form of the row, and the hand that asks for one where a frozen row needs it. */
type Why = { readonly reason: string; readonly withReason: WithReason };

export function useCellWrites(ledger: Ledger, { act }: OwnChanges, { reason, withReason }: Why, say: Say): CellWrites {
  const [conflict, setConflict] = useState<CellConflict>();
  /** Revisions this window itself brought a cell to: typing that began before its own last answer is no conflict. */
  const own = useRef(new Map<string, number>());
  const { id: ledgerId } = ledger;

  const writeRow = useCallback(
    async (row: LedgerRow, column: LedgerColumn, entry: CellEntry): Promise<void> => {
      const { key } = column;
      const { text, link } = entry;
      const place = `${row.seq}/${key}`;
      keepTyped(ledgerId, row.seq, { [key]: { text, link, state: "writing", problem: "" } });
      try {
        const write = (why: string): Promise<Output<"ledger.write-rows">> =>
          act(() => {
            const revision = Math.max(entry.revision, own.current.get(place) ?? 0);
            const links = link === undefined ? {} : { [key]: link };
            const rows = [{ id: row.id, revision, cells: { [key]: text }, links }];
            return ask("ledger.write-rows", { ledgerId, kind: "edit", rows, reason: why });
          });
        const answer = await withReason(write, reason);
        const revision = answer.rows.find(({ id }) => id === row.id)?.revision;
        if (revision !== undefined) own.current.set(place, revision);
        keepTyped(ledgerId, row.seq, { [key]: undefined });
        const noted = answer.findings.find((finding) => !finding.isError);
        say(noted ? ledgerText.noted(column.heading, noted.message) : "", false);
      } catch (thrown) {
        if (thrown instanceof Refusal && thrown.code === "ledger-row-changed") {
          const [now] = await ask("ledger.rows", { ledgerId, seqs: [row.seq] }).catch(() => []);
          if (now) return setConflict({ row: now, column, entry });
        }
        const problem = problemOf(thrown);
        keepTyped(ledgerId, row.seq, { [key]: { text, link, state: "refused", problem } });
        say(ledgerText.notKept(column.heading, problem), true);
      }
    },
    [ledgerId, act, reason, withReason, say],
  );

  const writeNew = useCallback(async (): Promise<void> => {
    try {
      await act(async () => {
        const typed = [...typedOfRow(ledgerId, newRow)];
        if (typed.length === 0) return { changeId: "", rows: [] };
        const cells = Object.fromEntries(typed.map(([key, { text }]) => [key, text]));
        const links = Object.fromEntries(typed.flatMap(([key, { link }]) => (link === undefined ? [] : [[key, link]])));
        const answer = await ask("ledger.write-rows", { ledgerId, kind: "enter", rows: [{ cells, links }], reason });
        const [row] = answer.rows;
        // What was typed while it was on its way belongs to the row there is now.
        const later = [...typedOfRow(ledgerId, newRow)].filter(([key, { text }]) => cells[key] !== text);
        keepTyped(
          ledgerId,
          newRow,
          Object.fromEntries([...typedOfRow(ledgerId, newRow).keys()].map((key) => [key, undefined])),
        );
        for (const [key, cell] of later) {
          const column = ledger.columns.find((each) => each.key === key);
          if (row && column) void writeRow(row, column, { ...cell, revision: row.revision });
        }
        const noted = answer.findings.find((finding) => !finding.isError);
        say(noted ? noted.message : ledgerText.entered, false);
        return answer;
      });
    } catch (thrown) {
      const problem = problemOf(thrown);
      const heading = thrown instanceof Refusal ? thrown.details["column"] : undefined;
      const column = ledger.columns.find((each) => each.heading === heading);
      const typed = column && typedOfRow(ledgerId, newRow).get(column.key);
      if (column)
        keepTyped(ledgerId, newRow, {
          [column.key]: { ...(typed ?? waiting("", undefined)), state: "refused", problem },
        });
      say(column ? ledgerText.notKept(column.heading, problem) : problem, true);
    }
  }, [ledger, ledgerId, act, reason, say, writeRow]);

  const write = useCallback(
    (row: LedgerRow | undefined, column: LedgerColumn, entry: CellEntry): void => {
      if (row) return void writeRow(row, column, entry);
      keepTyped(ledgerId, newRow, { [column.key]: entry.text === "" ? undefined : waiting(entry.text, entry.link) });
      if (typedOfRow(ledgerId, newRow).size > 0 && missingOf(ledger).length === 0) void writeNew();
    },
    [ledger, ledgerId, writeRow, writeNew],
  );
  const leaveNewRow = useCallback((): void => {
    if (typedOfRow(ledgerId, newRow).size === 0) return;
    const missing = missingOf(ledger);
    if (missing.length > 0) say(ledgerText.newRowMissing(missing.map(({ heading }) => heading)), true);
    else void writeNew();
  }, [ledger, ledgerId, writeNew, say]);
  const settle = useCallback(
    (isMine: boolean): void => {
      if (!conflict) return;
      const { row, column, entry } = conflict;
      setConflict(undefined);
      keepTyped(ledgerId, row.seq, { [column.key]: undefined });
      if (isMine) void writeRow(row, column, { ...entry, revision: row.revision });
      else say(ledgerText.keptTheirs(column.heading, isSensitive(column) ? "" : entry.text), false);
    },
    [conflict, ledgerId, writeRow, say],
  );
  return useMemo(() => ({ write, leaveNewRow, conflict, settle }), [write, leaveNewRow, conflict, settle]);
}
