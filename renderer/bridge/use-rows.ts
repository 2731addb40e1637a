import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Name } from "#contract/contract";
import { wordsOf } from "./notices.ts";
import { onChangeOf } from "./on-change-of.ts";

export type Slice<R> = { readonly rows: readonly R[]; readonly total: number };
export type Rows<R> = {
  /** undefined until the first answer. */
  readonly total: number | undefined;
  readonly rowAt: (index: number) => R | undefined;
  /** Says which rows are in sight; blocks that are missing or out of date are fetched. */
  readonly show: (first: number, last: number) => void;
  /** Fetches the block of one row that is not in sight. */
  readonly reach: (index: number) => void;
  readonly problem: { readonly sentence: string; readonly code: string } | undefined;
  readonly lookAgain: () => void;
};

const refreshAfter = 120;

type Block<R> = { rows: readonly R[]; age: number };

/**
 * A long list read in blocks by offset, so that 100,000 rows cost what is in sight.
 * key names the question; another key starts anew. Old rows stay visible until newer ones have come.
 */
export function useRows<R>(
  name: Name,
  key: string,
  fetchBlock: (offset: number, limit: number) => Promise<Slice<R>>,
  blockSize = 200,
): Rows<R> {
  const [, redraw] = useState(0);
  const [total, setTotal] = useState<number>();
  const [problem, setProblem] = useState<Rows<R>["problem"]>();
  const fetchRef = useRef(fetchBlock);
  fetchRef.current = fetchBlock;
  // A new key gets a new shelf; answers that belong to the old one find it gone.
  const shelf = useMemo(
    () => ({
      key,
      age: 0,
      blocks: new Map<number, Block<R>>(),
      asked: new Set<string>(),
      first: 0,
      last: blockSize - 1,
    }),
    [key, blockSize],
  );
  const current = useRef(shelf);
  current.current = shelf;

  const load = useCallback(
    (first: number, last: number) => {
      for (let block = Math.floor(first / blockSize); block <= Math.floor(last / blockSize); block++) {
        const mark = `${block}@${shelf.age}`;
        if (shelf.blocks.get(block)?.age === shelf.age || shelf.asked.has(mark)) continue;
        shelf.asked.add(mark);
        const age = shelf.age;
        fetchRef.current(block * blockSize, blockSize).then(
          (slice) => {
            if (current.current !== shelf) return;
            shelf.asked.delete(mark);
            if ((shelf.blocks.get(block)?.age ?? -1) <= age) shelf.blocks.set(block, { rows: slice.rows, age });
            setTotal(slice.total);
            setProblem(undefined);
            redraw((count) => count + 1);
          },
          (thrown: unknown) => {
            if (current.current !== shelf) return;
            shelf.asked.delete(mark);
            setProblem(wordsOf(thrown));
          },
        );
      }
    },
    [shelf, blockSize],
  );

  const show = useCallback(
    (first: number, last: number) => {
      shelf.first = first;
      shelf.last = last;
      load(first, last);
    },
    [shelf, load],
  );
  const reach = useCallback((index: number) => load(index, index), [load]);
  const lookAgain = useCallback(() => {
    shelf.age++;
    load(shelf.first, shelf.last);
  }, [shelf, load]);

  useEffect(() => {
    setTotal(undefined);
    setProblem(undefined);
    show(0, blockSize - 1);
  }, [show, blockSize]);

  useEffect(() => onChangeOf(name, lookAgain, refreshAfter), [name, lookAgain]);

  const rowAt = useCallback(
    (index: number) => shelf.blocks.get(Math.floor(index / blockSize))?.rows[index % blockSize],
    [shelf, blockSize],
  );
  return { total, rowAt, show, reach, problem, lookAgain };
}
