// Rows as typed → rows as they would be, with everything that was found. Nothing is written here: the preview of a paste and the
// writing judge alike.
import type { ColumnKey } from "#contract/ledger-column";
import type { Ledger } from "#contract/ledger";
import type { CellFinding, RowEntry } from "#contract/ledger-write";
import { getLastRecord, type RowRecord } from "#db/ledger-row";
import type { ReadDb } from "#db/open";
import { localDay } from "#engine/custody/local-day";
import type { Desk } from "#engine/desk";
import { findForeignValues } from "./foreign-values.ts";
import { fieldOfLink } from "./fill-from-link.ts";
import { judgeRow, type Judging, type WriteWay } from "./judge-row.ts";
import type { RowToKeep } from "./keep-rows.ts";
import { recordsOf } from "./ledger-for-writing.ts";
import { neutralTitleOf } from "./neutral-titles.ts";
import { openRow } from "./row-state.ts";
import { sayCellFinding } from "./say-cell-finding.ts";
import { unassessedColumns } from "./unassessed-columns.ts";

export type JudgedRows = {
  readonly rows: readonly RowToKeep[];
  readonly findings: readonly CellFinding[];
};

/** Columns named that the ledger does not have; of most rows none. */
function unknownKeys(known: ReadonlySet<string>, { cells, links }: RowEntry): ColumnKey[] {
  const unknown: string[] = [];
  for (const values of [cells, links]) for (const key in values) if (!known.has(key)) unknown.push(key);
  return unknown as ColumnKey[];
}

function judgingOf(db: ReadDb, { archive, clock }: Desk, ledger: Ledger, kind: WriteWay): Judging {
  let last: RowRecord | undefined | null = null;
  const today = localDay(clock.now());
  return {
    ...{ ledger, kind, today, unassessed: unassessedColumns(db, ledger) },
    last: () => (last === null ? (last = getLastRecord(db, ledger.id)) : last),
    fieldOf: (source, id, field) => fieldOfLink(db, archive, source, id, field, today),
    neutralTitleOf: (id) => neutralTitleOf(db, id),
  };
}

/** Judges rows of one ledger. Refuses ledger-row-not-found; resident-not-found and household-not-found where what is picked would fill a cell. */
export const judgeRows = (
  db: ReadDb,
  desk: Desk,
  ledger: Ledger,
  kind: WriteWay,
  entries: readonly RowEntry[],
): JudgedRows => rowJudge(db, desk, ledger, kind)(entries);

/** The same for a table that comes part by part: what is asked of the archive is asked once. */
export function rowJudge(
  db: ReadDb,
  desk: Desk,
  ledger: Ledger,
  kind: WriteWay,
): (entries: readonly RowEntry[]) => JudgedRows {
  const judging = judgingOf(db, desk, ledger, kind);
  const known = new Set<string>(ledger.columns.map(({ key }) => key));
  const [first] = ledger.columns;
  return (entries) => {
    const ids = entries.flatMap(({ id }) => id ?? []);
    const records = new Map(recordsOf(db, ledger, ids).map((record) => [record.id, record]));
    const findings: CellFinding[] = [];
    const rows = entries.map((entry, row): RowToKeep => {
      const before = entry.id === null ? null : (records.get(entry.id) ?? null);
      const { after, codes } = judgeRow(judging, entry, before && openRow(db, desk.archive, before));
      for (const [column, code] of codes) findings.push(sayCellFinding(row, column, code));
      for (const key of unknownKeys(known, entry))
        if (first) findings.push({ ...sayCellFinding(row, first, "column-unknown"), column: key });
      return { before, after };
    });
    for (const { row, column, code } of findForeignValues(db, ledger, rows))
      findings.push(sayCellFinding(row, column, code));
    return { rows, findings };
  };
}
