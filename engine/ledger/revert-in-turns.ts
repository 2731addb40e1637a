// An act on many rows, an import most of all, taken back: what each row was is reckoned in turns beforehand, so that the one transaction in
// which the engine answers nobody else only writes. Stopping is possible until it begins; it leaves nothing.
import { setImmediate } from "node:timers/promises";
import type { Input, Output } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import { journalHead } from "#db/journal";
import { getChange, listRowChanges } from "#db/ledger-change";
import type { WriteDb } from "#db/open";
import type { Desk } from "#engine/desk";
import type { House } from "#engine/house";
import { refuseWhenCancelled, type Job } from "#engine/job";
import type { OpenArchive } from "#engine/vault/open-archive";
import { writeStep } from "#engine/write-step";
import type { Written } from "#engine/written";
import { ledgerForWriting } from "./ledger-for-writing.ts";
import { backOf, revertChange, type Back } from "./revert-change.ts";

const rowsInTurn = 250;

type Answer = Output<"ledger.revert">;

/** The step that puts an act back, with its rows reckoned beforehand. Refuses what revertChange refuses, and task-cancelled. */
export async function prepareRevert(
  house: House,
  archive: OpenArchive,
  input: Input<"ledger.revert">,
  job: Job,
): Promise<(db: WriteDb) => Written<Answer>> {
  const desk: Desk = { archive, clock: house.clock, makeId: house.makeId, sayReadings: house.sayReadings };
  const db = archive.connection.read;
  const journalHash = journalHead(db).hash;
  const change = getChange(db, input.changeId);
  if (!change) throw new Refusal("ledger-change-not-found");
  const ledger = ledgerForWriting(db, change.ledgerId);
  const changes = listRowChanges(db, input.changeId);
  const rows: Back[] = [];
  // A few rows are done in the one step; only a long act is worth a bar.
  for (let at = 0; changes.length > rowsInTurn && at < changes.length; at += rowsInTurn) {
    rows.push(...backOf(db, desk, ledger, changes.slice(at, at + rowsInTurn), at));
    job.progress("逐行核对", rows.length, changes.length, "row");
    await setImmediate();
    refuseWhenCancelled(job.signal);
  }
  const ahead = rows.length > 0 ? { journalHash, rows } : undefined;
  if (ahead) job.progress("写入", 0, changes.length, "row");
  await setImmediate();
  refuseWhenCancelled(job.signal);
  return (write) => revertChange(write, input, desk, ahead);
}

/** Puts an act back. Refuses what prepareRevert and revertChange refuse. */
export async function revertInTurns(
  house: House,
  archive: OpenArchive,
  input: Input<"ledger.revert">,
  job: Job,
): Promise<Answer> {
  const step = await prepareRevert(house, archive, input, job);
  const answer = await writeStep(house, archive, "ledger.revert", step);
  const count = answer.rows.length;
  if (count > rowsInTurn) job.progress("写入", count, count, "row");
  return answer;
}
