// Rows typed, pasted or filled: all of them or none, one act, one way back. Two windows on one row keep what both wrote.
import type { Input, Output } from "#contract/contract";
import type { Ledger } from "#contract/ledger";
import { Refusal } from "#contract/refusal";
import type { CellFinding, RowEntry } from "#contract/ledger-write";
import { listChangesAfter } from "#db/ledger-change";
import { listRows, type RowRecord } from "#db/ledger-row";
import type { ReadDb, WriteDb } from "#db/open";
import type { Desk } from "#engine/desk";
import { recordKeyOf } from "#engine/vault/seal-record";
import type { Written } from "#engine/written";
import { judgeRows } from "./judge-rows.ts";
import { keepRows, type RowToKeep } from "./keep-rows.ts";
import { ledgerForWriting, refuseRestricted } from "./ledger-for-writing.ts";
import { readLedger } from "./read-ledger.ts";
import { refuseUnlinked } from "./refuse-unlinked.ts";
import { refuseUnreasoned } from "./refuse-unreasoned.ts";
import { openDelta, touchedColumns } from "./row-delta.ts";
import { sayCellFinding } from "./say-cell-finding.ts";

/** Headings of the columns both the entry and somebody else since its revision changed. */
function changedMeanwhile(db: ReadDb, desk: Desk, ledger: Ledger, record: RowRecord, entry: RowEntry): string[] {
  if (entry.revision === record.revision) return [];
  const key = recordKeyOf(db, desk.archive, record.id);
  const others = new Set(
    listChangesAfter(db, record.id, entry.revision).flatMap((change) => touchedColumns(openDelta(key, change))),
  );
  const mine = new Set<string>([...Object.keys(entry.cells), ...Object.keys(entry.links)]);
  return ledger.columns
    .filter((column) => mine.has(column.key) && others.has(column.key))
    .map(({ heading }) => heading);
}

function refuseUnwritable(
  db: ReadDb,
  desk: Desk,
  ledger: Ledger,
  record: RowRecord,
  entry: RowEntry,
  row: number,
): void {
  if (record.removedAt !== "") throw new Refusal("ledger-row-removed", { row: row + 1 });
  refuseRestricted(record, row);
  const columns = changedMeanwhile(db, desk, ledger, record, entry);
  if (columns.length > 0) throw new Refusal("ledger-row-changed", { row: row + 1, columns: columns.join("、") });
}

function refuseBadCells(ledger: Ledger, findings: readonly CellFinding[]): void {
  const errors = findings.filter(({ isError }) => isError);
  const [first] = errors;
  if (!first) return;
  throw new Refusal("ledger-cell-refused", {
    row: first.row + 1,
    column: ledger.columns.find(({ key }) => key === first.column)?.heading ?? first.column,
    problem: first.message,
    count: errors.length,
  });
}

/** Whoever a row names, said of the column that makes it personal: refused as a whole when it is written. */
function unlinkedOf(db: ReadDb, desk: Desk, ledger: Ledger, { after }: RowToKeep, row: number): CellFinding[] {
  try {
    refuseUnlinked(db, desk, ledger, after);
    return [];
  } catch (error) {
    const column =
      ledger.columns.find(({ key }) => after.links[key] !== undefined) ??
      ledger.columns.find(({ key }) => after.secrets[key] !== undefined);
    if (!(error instanceof Refusal) || !column) throw error;
    return [sayCellFinding(row, column, "consent-missing")];
  }
}

/** What writing these rows would find. Refuses ledger-not-found, ledger-row-not-found. */
export function checkRows(db: ReadDb, input: Input<"ledger.check-rows">, desk: Desk): Output<"ledger.check-rows"> {
  const ledger = readLedger(db, input.ledgerId);
  const { rows, findings } = judgeRows(db, desk, ledger, input.kind, input.rows);
  const all = [...findings, ...rows.flatMap((each, row) => unlinkedOf(db, desk, ledger, each, row))];
  const badCount = new Set(all.filter(({ isError }) => isError).map(({ row }) => row)).size;
  return { rows: rows.map(({ after }) => after.cells), findings: all, badCount };
}

/**
 * Writes rows as they were typed. Refuses ledger-not-found, ledger-not-open, ledger-row-not-found, -changed, -removed, -restricted
 * and ledger-cell-refused, what refuseUnlinked refuses, and ledger-frozen-reason; nothing is written then.
 */
export function writeRows(
  db: WriteDb,
  { ledgerId, kind, rows: entries, reason }: Input<"ledger.write-rows">,
  desk: Desk,
): Written<Output<"ledger.write-rows">> {
  const ledger = ledgerForWriting(db, ledgerId);
  const { rows, findings } = judgeRows(db, desk, ledger, kind, entries);
  rows.forEach(({ before }, row) => {
    const entry = entries[row];
    if (before && entry) refuseUnwritable(db, desk, ledger, before, entry, row);
  });
  refuseBadCells(ledger, findings);
  for (const { after } of rows) refuseUnlinked(db, desk, ledger, after);
  refuseUnreasoned(db, desk, ledger, rows, { why: reason, doneAt: "" });
  const { changeId, seqs } = keepRows(db, desk, ledger, { kind, why: reason }, rows);
  // Of words that had better not be there the log says how many cells have them (personal-data P2).
  const wordy = findings.filter(({ code }) => code === "refused-words").length;
  return {
    output: { changeId, rows: listRows(db, ledgerId, seqs), findings },
    ...told(changeId, ledger),
    reasonCode: wordy === 0 ? kind : `${kind} refused-words:${wordy}`,
  };
}

/** What journal, undo and window are told of an act on rows: no value of any row. */
export function told(changeId: string, { id }: Pick<Ledger, "id">): Omit<Written<never>, "output"> {
  if (changeId === "") return { objectId: id, keepsUndo: true, nouns: [] };
  return {
    objectId: changeId,
    after: changeId,
    undo: { name: "ledger.revert", input: { changeId } },
    nouns: ["ledger-row"],
  };
}
