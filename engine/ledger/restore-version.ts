// A row put back to what it was at a revision: an act like any other, with its reason, and the versions between stay in the history.
import type { Input, Output } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import { listChangesAfter } from "#db/ledger-change";
import { getRecords, listRows } from "#db/ledger-row";
import type { WriteDb } from "#db/open";
import type { Desk } from "#engine/desk";
import { recordKeyOf } from "#engine/vault/seal-record";
import type { Written } from "#engine/written";
import { evaluateFormulas } from "./evaluate-formula.ts";
import { keepRows } from "./keep-rows.ts";
import { ledgerForWriting, refuseRestricted } from "./ledger-for-writing.ts";
import { occurredIn } from "./occurred-in.ts";
import { takenBack } from "./revert-change.ts";
import { openDelta } from "./row-delta.ts";
import { refuseUnlinked } from "./refuse-unlinked.ts";
import { stateOf, type RowState } from "./row-state.ts";
import { told } from "./write-rows.ts";

/** Refuses ledger-row-not-found, -changed, -removed, -restricted, ledger-not-open, ledger-version-not-found. */
export function restoreVersion(
  db: WriteDb,
  { rowId, revision, version, reason }: Input<"ledger.restore-version">,
  desk: Desk,
): Written<Output<"ledger.restore-version">> {
  const before = getRecords(db, [rowId]).get(rowId);
  if (!before) throw new Refusal("ledger-row-not-found");
  const ledger = ledgerForWriting(db, before.ledgerId);
  if (before.removedAt !== "") throw new Refusal("ledger-row-removed", { row: 1 });
  refuseRestricted(before, 0);
  if (before.revision !== revision) throw new Refusal("ledger-row-changed", { row: 1, columns: "内容" });
  if (version >= revision) throw new Refusal("ledger-version-not-found");
  const key = recordKeyOf(db, desk.archive, rowId);
  let after: RowState = stateOf(key, before);
  for (const change of listChangesAfter(db, rowId, version).reverse()) {
    const { cells, links, secrets } = openDelta(key, change);
    after = {
      ...after,
      cells: takenBack(after.cells, cells),
      links: takenBack(after.links, links),
      secrets: takenBack(after.secrets, secrets),
    };
  }
  const cells = evaluateFormulas(ledger.columns, after.cells);
  after = { ...after, cells, occurredOn: occurredIn(ledger.columns, cells) };
  refuseUnlinked(db, desk, ledger, after);
  const { changeId, seqs } = keepRows(db, desk, ledger, { kind: "restore", why: reason }, [{ before, after }]);
  const [row] = listRows(db, ledger.id, seqs);
  if (!row) throw new Refusal("ledger-row-not-found");
  return { output: { changeId, row }, ...told(changeId, ledger), reasonCode: "restore-version" };
}
