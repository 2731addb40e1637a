// 撤销 and 重做: an act is reverted by an act of its own, which can be reverted in its turn.
import type { Input, Output } from "#contract/contract";
import type { Ledger } from "#contract/ledger";
import { Refusal } from "#contract/refusal";
import {
  getChange,
  listChangesAfter,
  listRowChanges,
  type ChangeRecord,
  type RowChangeRecord,
} from "#db/ledger-change";
import { findFrozenRows } from "#db/frozen-row";
import { journalHead } from "#db/journal";
import { getRecords, listRows } from "#db/ledger-row";
import type { ReadDb, WriteDb } from "#db/open";
import { dropUndoOf } from "#db/undo";
import type { Desk } from "#engine/desk";
import { recordKeyOf } from "#engine/vault/seal-record";
import type { Written } from "#engine/written";
import { evaluateFormulas } from "./evaluate-formula.ts";
import { keepRows, type RowToKeep } from "./keep-rows.ts";
import { ledgerForWriting, refuseRestricted } from "./ledger-for-writing.ts";
import { occurredIn } from "./occurred-in.ts";
import { openDelta, type RowDelta, type ValueChanges } from "./row-delta.ts";
import { refuseUnlinked } from "./refuse-unlinked.ts";
import { refuseUnreasoned } from "./refuse-unreasoned.ts";
import { stateOf, type RowState } from "./row-state.ts";

type Values = Readonly<Record<string, string>>;
const sets = ["cells", "links", "secrets"] as const;

/** Values with every change taken back. */
export function takenBack<V extends Values>(values: V, changes: ValueChanges): V {
  const all: Record<string, string> = { ...values };
  for (const [key, [before]] of Object.entries(changes)) {
    if (before === "") delete all[key];
    else all[key] = before;
  }
  return all as V;
}

/** Values that follow from others are nobody's change: a formula written anew may have moved them. */
const reckonedKeys = ({ columns }: Ledger): ReadonlySet<string> =>
  new Set<string>(columns.flatMap(({ kind, key }) => (kind === "formula" ? key : [])));

const stands = (values: Values, changes: ValueChanges, reckoned: ReadonlySet<string>): boolean =>
  Object.entries(changes).every(([key, [, after]]) => reckoned.has(key) || (values[key] ?? "") === after);

/** Whether later acts have left a row as it was: an added row that was filled in since is not taken away by an undo. */
function isAsBefore(state: RowState, later: readonly RowDelta[], reckoned: ReadonlySet<string>): boolean {
  return sets.every((set) => {
    const first = new Map<string, string>();
    for (const delta of later)
      for (const [key, [before]] of Object.entries(delta[set])) if (!first.has(key)) first.set(key, before);
    return [...first].every(([key, before]) => reckoned.has(key) || ((state[set] as Values)[key] ?? "") === before);
  });
}

/** A row as it was before an act, and why the act was done. */
export type Back = RowToKeep & { readonly why: string };

/** Each row of an act as it was; `from` is the place of the first one. Refuses ledger-change-stale, ledger-row-restricted. */
export function backOf(
  db: ReadDb,
  { archive }: Desk,
  ledger: Ledger,
  changes: readonly RowChangeRecord[],
  from = 0,
): Back[] {
  const stale = new Refusal("ledger-change-stale");
  const reckoned = reckonedKeys(ledger);
  const records = getRecords(
    db,
    changes.map(({ rowId }) => rowId),
  );
  return changes.map((change, row) => {
    const before = records.get(change.rowId);
    // Deleted at a person's request, with everything that was known of it.
    if (!before) throw stale;
    refuseRestricted(before, from + row);
    const key = recordKeyOf(db, archive, before.id);
    const state = stateOf(key, before);
    const delta = openDelta(key, change);
    if (!sets.every((set) => stands(state[set], delta[set], reckoned))) throw stale;
    if (state.stands !== (delta.stands?.[1] ?? true)) throw stale;
    const later = delta.stands
      ? listChangesAfter(db, before.id, change.revision).map((each) => openDelta(key, each))
      : [];
    if (delta.stands?.[1] && !isAsBefore(state, later, reckoned)) throw stale;
    const cells = evaluateFormulas(ledger.columns, takenBack(state.cells, delta.cells));
    return {
      before,
      why: delta.why,
      after: {
        cells,
        links: takenBack(state.links, delta.links),
        secrets: takenBack(state.secrets, delta.secrets),
        occurredOn: occurredIn(ledger.columns, cells),
        stands: delta.stands?.[0] ?? true,
      },
    };
  });
}

/** Whether reverting this act does again what was once undone. */
function isRedo(db: ReadDb, change: ChangeRecord): boolean {
  let count = 0;
  for (let at: ChangeRecord | undefined = change; at?.reverts; at = getChange(db, at.reverts)) count += 1;
  return count % 2 === 1;
}

/** Rows reckoned before the transaction; they hold while nothing was written since. */
export type BackAhead = { readonly journalHash: string; readonly rows: readonly Back[] };

/**
 * Puts back what an act changed, in every row of it or none. Refuses ledger-change-not-found, ledger-change-stale (a cell was changed
 * since, or there is nothing to put back), ledger-not-open, ledger-row-restricted, what refuseUnlinked refuses, and
 * ledger-frozen-reason for what was done before the freezing.
 */
export function revertChange(
  db: WriteDb,
  { changeId, reason }: Input<"ledger.revert">,
  desk: Desk,
  ahead?: BackAhead,
): Written<Output<"ledger.revert">> {
  const change = getChange(db, changeId);
  if (!change) throw new Refusal("ledger-change-not-found");
  const ledger = ledgerForWriting(db, change.ledgerId);
  const isAhead = ahead?.journalHash === journalHead(db).hash;
  const rows = isAhead ? ahead.rows : backOf(db, desk, ledger, listRowChanges(db, changeId));
  const frozen = findFrozenRows(
    db,
    ledger.id,
    rows.flatMap(({ before }) => before?.seq ?? []),
  );
  for (const { after } of rows) refuseUnlinked(db, desk, ledger, after);
  refuseUnreasoned(db, desk, ledger, rows, { why: reason, doneAt: change.at });
  // Taking back what was done to a frozen row goes by the word that was given for it.
  const why = reason || (frozen.size > 0 ? (rows[0]?.why ?? "") : "");
  const reverted = keepRows(db, desk, ledger, { kind: "revert", why, reverts: changeId }, rows);
  if (reverted.changeId === "") throw new Refusal("ledger-change-stale");
  // The way back of the act itself would now lead nowhere.
  dropUndoOf(db, [changeId]);
  return {
    output: {
      changeId: reverted.changeId,
      ledgerId: ledger.id,
      rows: listRows(db, ledger.id, reverted.seqs),
    },
    objectId: reverted.changeId,
    after: reverted.changeId,
    reasonCode: "revert",
    ...(isRedo(db, change)
      ? { undo: { name: "ledger.revert", input: { changeId: reverted.changeId } } }
      : { keepsUndo: true }),
    nouns: ["ledger-row"],
  };
}
