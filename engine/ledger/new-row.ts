// A new row worked out to the last byte without the database: named, keyed, sealed, with what its columns are ordered by. A table of
// ten thousand rows is made ready in turns, and the one transaction only writes it down (product T16).
import { createSecretKey } from "node:crypto";
import type { ArchivalDate } from "#contract/archival-date";
import type { ColumnKey } from "#contract/ledger-column";
import type { Ledger } from "#contract/ledger";
import type { LedgerRowId } from "#contract/ledger-row";
import { putCells, type CellChange, type CellEntry } from "#db/ledger-cell";
import { columnNumbers } from "#db/ledger-column";
import { addRows, type RowRecord } from "#db/ledger-row";
import { keyObjectOf, putWrappedKeys, wrapKey } from "#db/keys";
import type { WriteDb } from "#db/open";
import { randomDraw } from "#db/random-draw";
import type { Desk } from "#engine/desk";
import { indexerOf } from "./cell-index.ts";
import { isLateRow } from "./late-row.ts";
import { sealMaking } from "./row-delta.ts";
import { sealSecrets, type RowState } from "./row-state.ts";

export type NewRow = {
  readonly record: Omit<RowRecord, "seq">;
  /** The row's own key, wrapped: it is in nobody's hands any more. */
  readonly wrappedKey: Buffer;
  /** What each column of the ledger is ordered and looked up by, in the order of the columns. */
  readonly entries: readonly (CellEntry | undefined)[];
  /** The first line of its history, sealed; empty where it says no more than that the row was made. */
  readonly made: Buffer;
};

/** An act that has begun: its name and its instant are in every row it makes. */
export type BegunAct = { readonly changeId: string; readonly now: string; readonly why: string };
/** Of an imported row (T16). */
export type Imported = { readonly id: string; readonly digest: string };

/** Makes rows of one ledger for one act; nothing is written. */
export function rowMaker(
  { archive, makeId }: Pick<Desk, "archive" | "makeId">,
  ledger: Ledger,
  { changeId, now, why }: BegunAct,
): (after: RowState, imported: Imported | undefined) => NewRow {
  const [wrap, hmac] = [keyObjectOf(archive.keys.wrap), keyObjectOf(archive.keys.hmac)];
  const indexers = ledger.columns.map((column) => indexerOf(column, ledger.id, hmac));
  // By the month: the days of one are late together.
  const lateness = new Map<string, boolean>();
  const isLateOn = (occurredOn: ArchivalDate): boolean => {
    const month = occurredOn.slice(0, 7);
    const known = lateness.get(month) ?? isLateRow(occurredOn, now, ledger.lateDays);
    lateness.set(month, known);
    return known;
  };
  // What is left of them goes with the act and was never anybody's key.
  const drawKey = randomDraw(32);
  return ({ cells, links, secrets, occurredOn }, imported) => {
    const id = makeId() as LedgerRowId;
    const bytes = drawKey();
    const key = createSecretKey(bytes);
    const row = {
      record: {
        ...{ id, ledgerId: ledger.id, occurredOn, enteredAt: now, enteredBy: archive.person.id },
        ...{ isLate: isLateOn(occurredOn), cells, links, masked: Object.keys(secrets) as ColumnKey[], revision: 1 },
        ...{ sealed: sealSecrets(key, id, secrets), removedAt: "", isRestricted: false },
        ...{ importId: imported?.id ?? null, importDigest: imported?.digest ?? null },
      },
      wrappedKey: wrapKey({ wrap }, id, bytes),
      entries: ledger.columns.map((column, at) => indexers[at]?.(cells[column.key] ?? secrets[column.key] ?? "")),
      made: sealMaking(key, changeId, id, why),
    };
    bytes.fill(0);
    return row;
  };
}

/** Writes new rows with their keys and their places in the index, numbered from `first`; their history is the caller's. */
export function putNewRows(db: WriteDb, ledger: Ledger, rows: readonly NewRow[], first: number): void {
  putWrappedKeys(
    db,
    "row",
    rows.map(({ record, wrappedKey }) => ({ id: record.id, wrapped: wrappedKey })),
  );
  addRows(
    db,
    rows.map(({ record }, at) => ({ seq: first + at, ...record })),
  );
  const cells = ledger.columns.map((): CellChange[] => []);
  rows.forEach(({ entries }, at) => {
    entries.forEach((entry, column) => {
      if (entry) cells[column]?.push([first + at, entry]);
    });
  });
  const numbers = columnNumbers(db, ledger.id);
  ledger.columns.forEach(({ key }, column) => {
    const columnSeq = numbers.get(key);
    if (columnSeq !== undefined) putCells(db, columnSeq, cells[column] ?? []);
  });
}
