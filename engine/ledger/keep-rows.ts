// The one place where rows of a ledger are written: row, index of its cells, what was changed, and the act it belongs to.
import type { LedgerChangeKind } from "#contract/ledger-change";
import type { ColumnKey, LedgerColumn } from "#contract/ledger-column";
import type { Ledger } from "#contract/ledger";
import type { LedgerRowId } from "#contract/ledger-row";
import { addCell, dropCell } from "#db/ledger-cell";
import { addChange, addRowChange } from "#db/ledger-change";
import { columnNumbers } from "#db/ledger-column";
import { addRow, nextSeq, setRow, type RowRecord } from "#db/ledger-row";
import type { WriteDb } from "#db/open";
import type { Desk } from "#engine/desk";
import { makeRecordKey, recordKeyOf } from "#engine/vault/seal-record";
import { indexCell } from "./cell-index.ts";
import { isLateAfter, isLateRow } from "./late-row.ts";
import { changesBetween, sealDelta, type RowDelta } from "./row-delta.ts";
import { sealSecrets, stateOf, type RowState } from "./row-state.ts";

/** A row as it is to be: a new one has no record. */
export type RowToKeep = {
  readonly before: RowRecord | null;
  readonly after: RowState;
  /** Of an imported row (T16). */
  readonly imported?: { readonly id: string; readonly digest: string };
};

export type Act = {
  readonly kind: LedgerChangeKind;
  readonly why: string;
  readonly reverts?: string;
};

/** A new row is told apart by its making alone: its first values are what its later changes leave of it. */
function deltaOf(before: RowState | null, after: RowState, why: string): RowDelta {
  if (!before) return { cells: {}, links: {}, secrets: {}, stands: [false, true], why };
  return {
    cells: changesBetween(before.cells, after.cells),
    links: changesBetween(before.links, after.links),
    secrets: changesBetween(before.secrets, after.secrets),
    ...(before.stands !== after.stands && { stands: [before.stands, after.stands] as [boolean, boolean] }),
    why,
  };
}

const changesNothing = ({ cells, links, secrets, stands }: RowDelta): boolean =>
  stands === undefined && [cells, links, secrets].every((each) => Object.keys(each).length === 0);

const keysOf = (values: Readonly<Record<string, string>>): ColumnKey[] => Object.keys(values) as ColumnKey[];

/**
 * Writes rows as one act and returns its id and the numbers of the rows in the order given; "" for an act that changes nothing.
 * Judging and refusing is done before (judge-rows.ts, revert-change.ts).
 */
export function keepRows(
  db: WriteDb,
  { archive, clock, makeId }: Desk,
  ledger: Ledger,
  { kind, why, reverts }: Act,
  rows: readonly RowToKeep[],
): { changeId: string; seqs: number[] } {
  const changeId = makeId();
  const now = clock.now();
  const columnSeqs = columnNumbers(db, ledger.id);
  let seq = nextSeq(db);
  const index = (rowSeq: number, column: LedgerColumn, value: string): void => {
    const columnSeq = columnSeqs.get(column.key);
    if (columnSeq === undefined) return;
    const key = indexCell(column, ledger.id, value, archive.keys.hmac);
    if (key) addCell(db, { columnSeq, rowSeq, ...key });
  };
  const changes: { rowId: LedgerRowId; revision: number; sealed: Buffer }[] = [];
  const seqs = rows.map(({ before, after, imported }) => {
    const { cells, links, secrets, occurredOn } = after;
    const masked = keysOf(secrets);
    if (!before) {
      const id = makeId() as LedgerRowId;
      const key = makeRecordKey(db, archive, id, "row");
      addRow(db, {
        ...{ seq, id, ledgerId: ledger.id, occurredOn, enteredAt: now, enteredBy: archive.person.id },
        ...{ isLate: isLateRow(occurredOn, now, ledger.lateDays), cells, links, masked, revision: 1 },
        ...{ sealed: sealSecrets(key, id, secrets), removedAt: "", isRestricted: false },
        ...{ importId: imported?.id ?? null, importDigest: imported?.digest ?? null },
      });
      for (const column of ledger.columns) index(seq, column, cells[column.key] ?? secrets[column.key] ?? "");
      const sealed = sealDelta(key, changeId, id, deltaOf(null, after, why));
      changes.push({ rowId: id, revision: 1, sealed });
      return seq++;
    }
    const key = recordKeyOf(db, archive, before.id);
    const state = stateOf(key, before);
    const delta = deltaOf(state, after, why);
    if (changesNothing(delta)) return before.seq;
    const revision = before.revision + 1;
    const hasNewSecrets = Object.keys(delta.secrets).length > 0;
    setRow(db, {
      ...before,
      ...{ cells, links, masked, occurredOn, revision },
      isLate: isLateAfter(before, occurredOn, now, ledger.lateDays),
      sealed: hasNewSecrets ? sealSecrets(key, before.id, secrets) : before.sealed,
      removedAt: after.stands ? "" : state.stands ? now : before.removedAt,
    });
    for (const column of ledger.columns) {
      const changed = delta.cells[column.key] ?? delta.secrets[column.key];
      const columnSeq = columnSeqs.get(column.key);
      if (!changed || columnSeq === undefined) continue;
      if (changed[0] !== "") dropCell(db, before.seq, columnSeq);
      index(before.seq, column, changed[1]);
    }
    changes.push({ rowId: before.id, revision, sealed: sealDelta(key, changeId, before.id, delta) });
    return before.seq;
  });
  if (changes.length === 0) return { changeId: "", seqs };
  addChange(db, {
    ...{ id: changeId, ledgerId: ledger.id, at: now, personId: archive.person.id, kind },
    ...{ reverts: reverts ?? null, rowCount: changes.length },
  });
  for (const change of changes) addRowChange(db, { changeId, ...change });
  return { changeId, seqs };
}
