// Rows taken out and put back, with a reason: a row is never erased here, it only stands no more.
import type { Input, Output } from "#contract/contract";
import type { Ledger } from "#contract/ledger";
import { Refusal } from "#contract/refusal";
import { listRows } from "#db/ledger-row";
import type { ReadDb, WriteDb } from "#db/open";
import type { Desk } from "#engine/desk";
import type { Written } from "#engine/written";
import { keepRows, type RowToKeep } from "./keep-rows.ts";
import { ledgerForWriting, recordsOf, refuseRestricted } from "./ledger-for-writing.ts";
import { refuseUnlinked } from "./refuse-unlinked.ts";
import { openRow } from "./row-state.ts";
import { told } from "./write-rows.ts";

type Touched = Input<"ledger.remove-rows">["rows"];

/** Rows as they are to be when they stand, or stand no more. */
function turned(db: ReadDb, { archive }: Desk, ledger: Ledger, rows: Touched, stands: boolean): RowToKeep[] {
  const records = recordsOf(
    db,
    ledger,
    rows.map(({ id }) => id),
  );
  return records.map((before, row) => {
    if ((before.removedAt === "") === stands)
      throw new Refusal(stands ? "ledger-row-not-removed" : "ledger-row-removed", { row: row + 1 });
    refuseRestricted(before, row);
    if (before.revision !== rows[row]?.revision)
      throw new Refusal("ledger-row-changed", { row: row + 1, columns: "内容" });
    return { before, after: { ...openRow(db, archive, before), stands } };
  });
}

function turn(
  db: WriteDb,
  { ledgerId, rows, reason }: Input<"ledger.remove-rows">,
  desk: Desk,
  stands: boolean,
): Written<Output<"ledger.remove-rows">> {
  const ledger = ledgerForWriting(db, ledgerId);
  const kind = stands ? "restore" : "remove";
  const kept = turned(db, desk, ledger, rows, stands);
  for (const { after } of kept) refuseUnlinked(db, desk, ledger, after);
  const { changeId, seqs } = keepRows(db, desk, ledger, { kind, why: reason }, kept);
  return { output: { changeId, rows: listRows(db, ledgerId, seqs) }, ...told(changeId, ledger), reasonCode: kind };
}

/** Refuses ledger-not-open, ledger-row-not-found, -changed, -removed, -restricted. */
export const removeRows = (db: WriteDb, input: Input<"ledger.remove-rows">, desk: Desk) => turn(db, input, desk, false);

/** Refuses ledger-not-open, ledger-row-not-found, -changed, -not-removed, -restricted. */
export const restoreRows = (db: WriteDb, input: Input<"ledger.restore-rows">, desk: Desk) =>
  turn(db, input, desk, true);
