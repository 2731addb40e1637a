// 修改记录 of one row: who, when, before, after and why. What is sensitive stays ●●●● here too (personal-data P7).
import type { Input, Output } from "#contract/contract";
import type { ColumnKey } from "#contract/ledger-column";
import { Refusal } from "#contract/refusal";
import type { RowVersion } from "#contract/ledger-change";
import { listHistory } from "#db/ledger-change";
import { listColumnRecords } from "#db/ledger-column";
import { getRecords, getRow } from "#db/ledger-row";
import type { ReadDb } from "#db/open";
import type { Desk } from "#engine/desk";
import { recordKeyOf } from "#engine/vault/seal-record";
import { openDelta, touchedColumns, type RowDelta } from "./row-delta.ts";
import { takenBack } from "./revert-change.ts";
import { stateOf } from "./row-state.ts";

const mask = "●●●●";

function becameOf({ stands }: RowDelta, revision: number): RowVersion["became"] {
  if (!stands) return "changed";
  return stands[1] ? (revision === 1 ? "made" : "restored") : "removed";
}

/** Everything done to a row, newest first. Refuses ledger-row-not-found. */
export function listRowHistory(
  db: ReadDb,
  { rowId }: Input<"ledger.history">,
  { archive }: Desk,
): Output<"ledger.history"> {
  const row = getRow(db, rowId);
  const record = getRecords(db, [rowId]).get(rowId);
  if (!row || !record) throw new Refusal("ledger-row-not-found");
  const key = recordKeyOf(db, archive, rowId);
  const columns = new Map(listColumnRecords(db, row.ledgerId).map((column) => [column.key, column]));
  const shown = (column: ColumnKey, value: string, isSecret: boolean): string =>
    value !== "" && (isSecret || columns.get(column)?.personal === "sensitive") ? mask : value;
  let { cells, secrets } = stateOf(key, record);
  const versions = listHistory(db, rowId).map(({ change, of }): RowVersion => {
    const delta = openDelta(key, of);
    const became = becameOf(delta, of.revision);
    // A row was made with what its later changes leave of it.
    const keys = (
      became === "made" ? [...Object.keys(cells), ...Object.keys(secrets)] : touchedColumns(delta)
    ) as ColumnKey[];
    const version: RowVersion = {
      change,
      revision: of.revision,
      reason: delta.why,
      became,
      cells: keys.flatMap((column) => {
        const isSecret = column in secrets || column in delta.secrets;
        const changed = delta.secrets[column] ?? delta.cells[column];
        const [before, after] =
          became === "made" ? ["", cells[column] ?? secrets[column] ?? ""] : (changed ?? ["", ""]);
        // A link alone leaves the words as they are.
        if (before === after) return [];
        return {
          column,
          heading: columns.get(column)?.heading ?? column,
          before: shown(column, before, isSecret),
          after: shown(column, after, isSecret),
        };
      }),
    };
    cells = takenBack(cells, delta.cells);
    secrets = takenBack(secrets, delta.secrets);
    return version;
  });
  return { row, versions };
}
