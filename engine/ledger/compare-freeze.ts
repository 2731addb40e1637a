// What became of the rows of a period since it was frozen, by number.
import type { FreezeChange } from "#contract/ledger-freeze";
import type { RowDigests } from "#db/ledger-freeze";

const mostNamed = 500;

/** Rows in `now` and not in `then` are added, the other way round removed, with another digest changed. */
export function compareRows(then: RowDigests, now: RowDigests): FreezeChange {
  const added = [...now.keys()].filter((seq) => !then.has(seq));
  const removed = [...then.keys()].filter((seq) => !now.has(seq));
  const changed = [...now].flatMap(([seq, digest]) => (then.has(seq) && then.get(seq) !== digest ? seq : []));
  return {
    ...{ addedCount: added.length, changedCount: changed.length, removedCount: removed.length },
    added: added.slice(0, mostNamed),
    changed: changed.slice(0, mostNamed),
    removed: removed.slice(0, mostNamed),
  };
}

/** Whether nothing became of them. */
export const isUnchanged = ({ addedCount, changedCount, removedCount }: FreezeChange): boolean =>
  addedCount + changedCount + removedCount === 0;
