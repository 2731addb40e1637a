// Acts on rows one after another, and the way back over those of this window: 撤销 and 重做 are acts of their own.
import { useCallback, useMemo, useRef } from "react";
import type { LedgerRow } from "#contract/ledger-row";
import { Refusal } from "#contract/refusal";
import { ask } from "#bridge/call";
import type { SheetRows } from "./use-sheet-rows.ts";

type Answer = { readonly changeId: string; readonly rows: readonly LedgerRow[] };

export type OwnChanges = {
  /** Does an act when all before it are done, takes its rows over and remembers it for 撤销. */
  readonly act: <T extends Answer>(work: () => Promise<T>) => Promise<T>;
  /** Takes the last act back; false when there is none. A refusal is thrown. */
  readonly undo: () => Promise<boolean>;
  readonly redo: () => Promise<boolean>;
  /** Takes over an act that was done beside the sheet. */
  readonly took: (row: LedgerRow, changeId: string) => void;
  /** Runs `work` and answers when every act, its own too, is done. */
  readonly settled: (work: () => void) => Promise<void>;
};

/** An act whose cells were changed since can never be taken back. */
const isOver = (thrown: unknown): boolean =>
  thrown instanceof Refusal && (thrown.code === "ledger-change-stale" || thrown.code === "ledger-change-not-found");

export function useOwnChanges({ ownWrite, take, lookAgain }: SheetRows): OwnChanges {
  const done = useRef<string[]>([]);
  const undone = useRef<string[]>([]);
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
          done.current.push(answer.changeId);
          undone.current = [];
        }
        take(answer.rows);
        return answer;
      }),
    [inTurn, take],
  );
  const step = useCallback(
    (from: { current: string[] }, to: { current: string[] }): Promise<boolean> =>
      inTurn(async () => {
        const changeId = from.current.at(-1);
        if (changeId === undefined) return false;
        try {
          const answer = await ask("ledger.revert", { changeId });
          from.current.pop();
          to.current.push(answer.changeId);
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
        if (changeId !== "") done.current.push(changeId);
        undone.current = [];
        take([row]);
      },
      settled: async (work) => {
        work();
        await last.current;
      },
    }),
    [act, step, take],
  );
}
