// The rows of a sheet: the order as numbers, and of the rows themselves only those that were in sight, in blocks.
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { RowFilter, RowSort } from "#contract/ledger-order";
import type { LedgerRow } from "#contract/ledger-row";
import type { LedgerId } from "#contract/ledger";
import { ask } from "#bridge/call";
import { wordsOf } from "#bridge/notices";
import { onChangeOf } from "#bridge/on-change-of";

export type SheetRows = {
  /** Numbers of the rows in order; undefined until the first answer. */
  readonly seqs: readonly number[] | undefined;
  readonly problem: { readonly sentence: string; readonly code: string } | undefined;
  readonly rowOf: (seq: number) => LedgerRow | undefined;
  /** The row at a place as it is known this moment: one just taken over may not be drawn yet, and the hand is quicker. */
  readonly rowAtPlace: (place: number) => LedgerRow | undefined;
  /** Says which places are in sight; rows that are missing are fetched. */
  readonly show: (first: number, last: number) => void;
  /** Rows by number, those not known yet fetched in blocks. */
  readonly reach: (seqs: readonly number[]) => Promise<readonly LedgerRow[]>;
  /** Takes over what a write answered: changed rows stay in their place, new ones come last, removed ones go. */
  readonly take: (rows: readonly LedgerRow[]) => void;
  /** A write of this window: its announcement does not put the rows in order anew under the hand. */
  readonly ownWrite: <T>(work: () => Promise<T>) => Promise<T>;
  readonly lookAgain: () => void;
};

const blockSize = 500;
/** Rows above and below what is in sight. */
const margin = 60;
const refreshAfter = 120;
/** An announcement may come a little after its answer. */
const ownFor = 300;

/** Another filter or sort keeps the old rows in sight until the new order has come. */
export function useSheetRows(ledgerId: LedgerId, filter: RowFilter, sort: RowSort): SheetRows {
  const [seqs, setSeqs] = useState<readonly number[]>();
  const [problem, setProblem] = useState<SheetRows["problem"]>();
  const [, redraw] = useState(0);
  const shelf = useMemo(
    () => ({ ledgerId, rows: new Map<number, LedgerRow>(), asked: new Set<number>(), first: 0, last: 40, own: 0 }),
    [ledgerId],
  );
  const turn = useRef(0);
  const order = useRef<readonly number[]>([]);
  const question = JSON.stringify({ ledgerId, filter, sort });

  const fetchRows = useCallback(
    async (wanted: readonly number[]): Promise<void> => {
      for (let at = 0; at < wanted.length; at += blockSize) {
        const block = wanted.slice(at, at + blockSize);
        for (const seq of block) shelf.asked.add(seq);
        try {
          for (const row of await ask("ledger.rows", { ledgerId, seqs: block })) shelf.rows.set(row.seq, row);
        } finally {
          for (const seq of block) shelf.asked.delete(seq);
        }
      }
      redraw((count) => count + 1);
    },
    [shelf, ledgerId],
  );
  const fill = useCallback(
    (isAnew: boolean): void => {
      const near = order.current.slice(Math.max(0, shelf.first - margin), shelf.last + margin);
      const missing = near.filter((seq) => isAnew || (!shelf.rows.has(seq) && !shelf.asked.has(seq)));
      if (missing.length > 0) fetchRows(missing).catch((thrown: unknown) => setProblem(wordsOf(thrown)));
    },
    [shelf, fetchRows],
  );
  const lookAgain = useCallback((): void => {
    const mine = ++turn.current;
    ask("ledger.order", JSON.parse(question)).then(
      (answer) => {
        if (mine !== turn.current) return;
        order.current = answer.seqs;
        setSeqs(answer.seqs);
        setProblem(undefined);
        fill(true);
      },
      (thrown: unknown) => mine === turn.current && setProblem(wordsOf(thrown)),
    );
  }, [question, fill]);

  useEffect(() => {
    lookAgain();
    return () => void turn.current++;
  }, [lookAgain]);
  useEffect(
    () => onChangeOf("ledger.order", () => (shelf.own > 0 ? fill(true) : lookAgain()), refreshAfter),
    [shelf, fill, lookAgain],
  );

  return {
    seqs,
    problem,
    lookAgain,
    rowOf: useCallback((seq) => shelf.rows.get(seq), [shelf]),
    rowAtPlace: useCallback((place) => shelf.rows.get(order.current[place] ?? -1), [shelf]),
    show: useCallback(
      (first, last) => {
        shelf.first = first;
        shelf.last = last;
        fill(false);
      },
      [shelf, fill],
    ),
    reach: useCallback(
      async (wanted) => {
        await fetchRows(wanted.filter((seq) => !shelf.rows.has(seq)));
        return wanted.flatMap((seq) => shelf.rows.get(seq) ?? []);
      },
      [shelf, fetchRows],
    ),
    take: useCallback(
      (rows) => {
        const known = new Set(order.current);
        const gone = new Set(rows.filter((row) => row.isRemoved && known.has(row.seq)).map(({ seq }) => seq));
        const added = rows.filter((row) => !row.isRemoved && !known.has(row.seq)).map(({ seq }) => seq);
        for (const row of rows) shelf.rows.set(row.seq, row);
        if (gone.size > 0 || added.length > 0) {
          order.current = [...order.current.filter((seq) => !gone.has(seq)), ...added];
          setSeqs(order.current);
        }
        redraw((count) => count + 1);
      },
      [shelf],
    ),
    ownWrite: useCallback(
      async (work) => {
        shelf.own++;
        try {
          return await work();
        } finally {
          setTimeout(() => shelf.own--, ownFor);
        }
      },
      [shelf],
    ),
  };
}
