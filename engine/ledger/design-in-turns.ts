// A design that moves the rows of a long ledger: they are reckoned in turns beforehand, so that the one transaction in which the engine
// answers nobody else only writes. Stopping is possible until it begins; it leaves nothing.
import { setImmediate } from "node:timers/promises";
import type { Input } from "#contract/contract";
import type { Ledger } from "#contract/ledger";
import type { WriteDb } from "#db/open";
import { countRowsToSettle, listRowsToSettle } from "#db/settled-row";
import type { Desk } from "#engine/desk";
import type { House } from "#engine/house";
import { refuseWhenCancelled, type Job } from "#engine/job";
import type { OpenArchive } from "#engine/vault/open-archive";
import { writeStep } from "#engine/write-step";
import type { Written } from "#engine/written";
import { designLedger, refuseRedesign } from "./design-ledger.ts";
import { rowsInTurn, settlerOf, type SettledRow } from "./settle-rows.ts";

/** The step that writes a design, with its rows reckoned beforehand. Refuses what refuseRedesign refuses, and task-cancelled. */
export async function prepareDesign(
  house: House,
  archive: OpenArchive,
  input: Input<"ledger.design">,
  job: Job,
): Promise<(db: WriteDb) => Written<Ledger>> {
  const desk: Desk = { archive, clock: house.clock, makeId: house.makeId, sayReadings: house.sayReadings };
  const { read } = archive.connection;
  const before = refuseRedesign(read, input);
  const settler = settlerOf(desk, before, { id: before.id, columns: input.design.columns });
  const ahead: SettledRow[] = [];
  const total = settler ? countRowsToSettle(read, before.id) : 0;
  for (let last = 0; settler && ahead.length < total;) {
    const rows = listRowsToSettle(read, before.id, last, rowsInTurn);
    if (rows.length === 0) break;
    for (const row of rows) ahead.push(settler.settle(row));
    last = rows.at(-1)?.seq ?? last;
    job.progress("重算各行", ahead.length, total, "row");
    await setImmediate();
    refuseWhenCancelled(job.signal);
  }
  refuseWhenCancelled(job.signal);
  return (db) => designLedger(db, input, desk, ahead);
}

/** Writes a design. Refuses what prepareDesign and designLedger refuse. */
export async function designInTurns(
  house: House,
  archive: OpenArchive,
  input: Input<"ledger.design">,
  job: Job,
): Promise<Ledger> {
  const step = await prepareDesign(house, archive, input, job);
  return writeStep(house, archive, "ledger.design", step);
}
