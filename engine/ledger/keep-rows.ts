// The one place where rows of a ledger are written: row, index of its cells, what was changed, and the act it belongs to.
import type { LedgerChangeKind } from "#contract/ledger-change";
import type { ColumnKey } from "#contract/ledger-column";
import type { Ledger } from "#contract/ledger";
import type { LedgerRowId } from "#contract/ledger-row";
import { gatherCells } from "#db/ledger-cell";
import { addChange, addRowChanges } from "#db/ledger-change";
import { columnNumbers } from "#db/ledger-column";
import { nextSeq, setRow, type RowRecord } from "#db/ledger-row";
import type { WriteDb } from "#db/open";
import type { Desk } from "#engine/desk";
import { recordKeyOf } from "#engine/vault/seal-record";
import { indexerOf } from "./cell-index.ts";
import { isLateAfter } from "./late-row.ts";
import { putNewRows, rowMaker, type BegunAct, type Imported, type NewRow } from "./new-row.ts";
import { changesBetween, sealDelta, type RowDelta } from "./row-delta.ts";
import { sealSecrets, stateOf, type RowState } from "./row-state.ts";

/** A row as it is to be: a new one has no record. */
export type RowToKeep = {
  readonly before: RowRecord | null;
  readonly after: RowState;
  readonly imported?: Imported;
};

/** Rows made ready that are held at a time while they are written. */
const inBlock = 10_000;

export type Act = {
  readonly kind: LedgerChangeKind;
  readonly why: string;
  readonly reverts?: string;
};

function deltaOf(before: RowState, after: RowState, why: string): RowDelta {
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

/** Names an act and its instant, before anything of it is written. */
export const beginAct = ({ clock, makeId }: Pick<Desk, "clock" | "makeId">, { why }: Pick<Act, "why">): BegunAct => ({
  ...{ changeId: makeId(), now: clock.now(), why },
});

/**
 * Writes rows as one act and returns its id and the numbers of the rows in the order given; "" for an act that changes nothing.
 * Judging and refusing is done before (judge-rows.ts, revert-change.ts).
 */
export function keepRows(
  db: WriteDb,
  desk: Desk,
  ledger: Ledger,
  act: Act,
  rows: readonly RowToKeep[],
): { changeId: string; seqs: number[] } {
  const { archive } = desk;
  const begun = beginAct(desk, act);
  const { changeId, now, why } = begun;
  const makeRow = rowMaker(desk, ledger, begun);
  const columnSeqs = columnNumbers(db, ledger.id);
  const indexers = new Map(
    ledger.columns.map((column) => [column.key, indexerOf(column, ledger.id, archive.keys.hmac)]),
  );
  const index = gatherCells();
  const first = nextSeq(db);
  const made: NewRow[] = [];
  const changes: { rowId: LedgerRowId; revision: number; sealed: Buffer }[] = [];
  const seqs = rows.map(({ before, after, imported }) => {
    if (!before) return first + made.push(makeRow(after, imported)) - 1;
    const { cells, links, secrets, occurredOn } = after;
    const key = recordKeyOf(db, archive, before.id);
    const state = stateOf(key, before);
    const delta = deltaOf(state, after, why);
    if (changesNothing(delta)) return before.seq;
    const revision = before.revision + 1;
    const hasNewSecrets = Object.keys(delta.secrets).length > 0;
    setRow(db, {
      ...before,
      ...{ cells, links, masked: keysOf(secrets), occurredOn, revision },
      isLate: isLateAfter(before, occurredOn, now, ledger.lateDays),
      sealed: hasNewSecrets ? sealSecrets(key, before.id, secrets) : before.sealed,
      removedAt: after.stands ? "" : state.stands ? now : before.removedAt,
    });
    for (const column of ledger.columns) {
      const changed = delta.cells[column.key] ?? delta.secrets[column.key];
      const columnSeq = columnSeqs.get(column.key);
      if (!changed || columnSeq === undefined) continue;
      index.note(columnSeq, [before.seq, indexers.get(column.key)?.(changed[1])]);
    }
    changes.push({ rowId: before.id, revision, sealed: sealDelta(key, changeId, before.id, delta) });
    return before.seq;
  });
  index.put(db);
  if (changes.length + made.length === 0) return { changeId: "", seqs };
  keepAct(db, desk, ledger, act, begun, changes.length + made.length);
  keepMade(db, ledger, begun, made, first);
  addRowChanges(
    db,
    changes.map((change) => ({ changeId, ...change })),
  );
  return { changeId, seqs };
}

/** Writes rows that were made ready before the transaction began, as one act; there is at least one of them. */
export function keepNewRows(
  db: WriteDb,
  desk: Desk,
  ledger: Ledger,
  { act, begun, count }: { readonly act: Act; readonly begun: BegunAct; readonly count: number },
  rows: Iterable<NewRow>,
): void {
  keepAct(db, desk, ledger, act, begun, count);
  let first = nextSeq(db);
  let block: NewRow[] = [];
  const put = (): void => {
    keepMade(db, ledger, begun, block, first);
    first += block.length;
    block = [];
  };
  for (const row of rows) if (block.push(row) === inBlock) put();
  put();
}

function keepAct(
  db: WriteDb,
  { archive }: Desk,
  ledger: Ledger,
  { kind, reverts }: Act,
  { changeId, now }: BegunAct,
  rowCount: number,
): void {
  addChange(db, {
    ...{ id: changeId, ledgerId: ledger.id, at: now, personId: archive.person.id, kind },
    ...{ reverts: reverts ?? null, rowCount },
  });
}

function keepMade(db: WriteDb, ledger: Ledger, { changeId }: BegunAct, rows: readonly NewRow[], first: number): void {
  putNewRows(db, ledger, rows, first);
  addRowChanges(
    db,
    rows.map(({ record, made }) => ({ changeId, rowId: record.id, revision: 1, sealed: made })),
  );
}
