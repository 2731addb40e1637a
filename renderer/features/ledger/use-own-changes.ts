// Acts on rows one after another, and the way back over those of this window: 撤销 and 重做 are acts of their own.
import { useCallback, useMemo, useRef } from "react";
import type { LedgerRow } from "#contract/ledger-row";
import { Refusal, type RefusalCode } from "#contract/refusal";
import { ask } from "#bridge/call";
import type { SheetRows } from "./use-sheet-rows.ts";

type Answer = { readonly changeId: string; readonly rows: readonly LedgerRow[] };

/** One step back: the rows as they are then, and the step that leads forth again. */
export type WayBack = () => Promise<{ readonly rows: readonly LedgerRow[]; readonly back: WayBack }>;

const revert =
  (changeId: string): WayBack =>
  async () => {
    const answer = await ask("ledger.revert", { changeId });
    return { rows: answer.rows, back: revert(answer.changeId) };
  };

export type OwnChanges = {
  /** Does an act when all before it are done, takes its rows over and remembers it for 撤销. */
  readonly act: <T extends Answer>(work: () => Promise<T>) => Promise<T>;
  /** Takes the last act back; false when there is none. A refusal is thrown. */
  readonly undo: () => Promise<boolean>;
  readonly redo: () => Promise<boolean>;
  /** Takes over an act that was done beside the sheet. */
  readonly took: (row: LedgerRow, changeId: string) => void;
  /** Does an act beside the sheet that has a way back of its own; false when it was refused. */
  readonly beside: (work: () => Promise<{ readonly row: LedgerRow } | undefined>, back: WayBack) => Promise<boolean>;
  /** Runs `work` and answers when every act, its own too, is done. */
  readonly settled: (work: () => void) => Promise<void>;
};

const lost: readonly RefusalCode[] = ["ledger-change-stale", "ledger-change-not-found", "attachment-not-found"];
/** An act whose cells were changed since, or whose papers were taken off, can never be taken back. */
const isOver = (thrown: unknown): boolean => thrown instanceof Refusal && lost.includes(thrown.code);

export function useOwnChanges({ ownWrite, take, lookAgain }: SheetRows): OwnChanges {
  const done = useRef<WayBack[]>([]);
  const undone = useRef<WayBack[]>([]);
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const inTurn = useCallback(
    <T>(work: () => Promise<T>): Promise<T> => {
      const mine = last.current.then(() => ownWrite(work));
      last.current = mine.catch(() => undefined);
      return mine;
    },
    [ownWrite],
  );
  const act = useCallback(
    <T extends Answer>(work: () => Promise<T>): Promise<T> =>
      inTurn(async () => {
        const answer = await work();
        if (answer.changeId !== "") {
          done.current.push(revert(answer.changeId));
          undone.current = [];
        }
        take(answer.rows);
        return answer;
      }),
    [inTurn, take],
  );
  const step = useCallback(
    (from: { current: WayBack[] }, to: { current: WayBack[] }): Promise<boolean> =>
      inTurn(async () => {
        const way = from.current.at(-1);
        if (way === undefined) return false;
        try {
          const answer = await way();
          from.current.pop();
          to.current.push(answer.back);
          take(answer.rows);
          lookAgain();
          return true;
        } catch (thrown) {
          if (isOver(thrown)) from.current.pop();
          throw thrown;
        }
      }),
    [inTurn, take, lookAgain],
  );
  return useMemo(
    () => ({
      act,
      undo: () => step(done, undone),
      redo: () => step(undone, done),
      took: (row, changeId) => {
        if (changeId !== "") done.current.push(revert(changeId));
        undone.current = [];
        take([row]);
      },
      beside: (work, back) =>
        inTurn(async () => {
          const answer = await work();
          if (!answer) return false;
          done.current.push(back);
          undone.current = [];
          take([answer.row]);
          return true;
        }),
      settled: async (work) => {
        work();
        await last.current;
      },
    }),
    [act, inTurn, step, take],
  );
}
