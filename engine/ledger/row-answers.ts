// 台账行: the answers about rows.
import { listChanges } from "#db/ledger-change";
import { listRows } from "#db/ledger-row";
import type { Reads, Tasks, Writes } from "#engine/handler";
import { findInRows } from "./find-in-rows.ts";
import { keepLayout, readLayout } from "./keep-layout.ts";
import { listRowHistory } from "./list-history.ts";
import { lookUpRows } from "./lookup-rows.ts";
import { orderRows } from "./order-rows.ts";
import { readLedger } from "./read-ledger.ts";
import { removeRows, restoreRows } from "./remove-rows.ts";
import { restoreVersion } from "./restore-version.ts";
import { revertChange } from "./revert-change.ts";
import { revertInTurns } from "./revert-in-turns.ts";
import { checkRows, writeRows } from "./write-rows.ts";

export const ledgerRowReads = {
  "ledger.order": (db, { ledgerId, filter, sort }) => ({ seqs: orderRows(db, readLedger(db, ledgerId), filter, sort) }),
  "ledger.rows": (db, { ledgerId, seqs }) => listRows(db, readLedger(db, ledgerId).id, seqs),
  "ledger.find": findInRows,
  "ledger.lookup": lookUpRows,
  "ledger.check-rows": checkRows,
  "ledger.changes": (db, { ledgerId, offset, limit }) => listChanges(db, readLedger(db, ledgerId).id, offset, limit),
  "ledger.history": listRowHistory,
  "ledger.read-layout": readLayout,
} satisfies Partial<Reads>;

export const ledgerRowWrites = {
  "ledger.write-rows": writeRows,
  "ledger.remove-rows": removeRows,
  "ledger.restore-rows": restoreRows,
  "ledger.restore-version": restoreVersion,
  "ledger.keep-layout": keepLayout,
} satisfies Partial<Writes>;

export const ledgerRowTasks = { "ledger.revert": revertInTurns } satisfies Partial<Tasks>;

/** Calls that may lead back (engine/undo). */
export const ledgerRowWaysBack = { "ledger.revert": revertChange };
