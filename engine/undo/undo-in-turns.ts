// 撤销 as a job: what leads back over many rows is reckoned in turns with its progress told, and only written in the one transaction.
// Everything else is one short step. Stopped before the writing nothing has happened, and the way back stands.
import { contract, type Input, type Output } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import type { WayBack } from "#db/undo";
import type { Desk } from "#engine/desk";
import type { House } from "#engine/house";
import type { Job } from "#engine/job";
import { prepareDesign } from "#engine/ledger/design-in-turns";
import { prepareRevert } from "#engine/ledger/revert-in-turns";
import type { OpenArchive } from "#engine/vault/open-archive";
import { writeStep } from "#engine/write-step";
import { applyUndo, wayMeant, type WalkBack } from "./apply-undo.ts";

/** Calls that may take long; each way of theirs is made ready before the transaction. */
const longWays = { "ledger.revert": prepareRevert, "ledger.design": prepareDesign };
type Prepare = (house: House, archive: OpenArchive, input: unknown, job: Job) => Promise<WalkBack>;

/** A long way back made ready; undefined where it cannot be walked any more, which walking it will tell. */
async function prepare(
  house: House,
  archive: OpenArchive,
  { name, input }: WayBack,
  job: Job,
): Promise<WalkBack | undefined> {
  const known = name as keyof typeof longWays;
  const parsed = contract[known].input.safeParse(JSON.parse(input));
  if (!parsed.success) return undefined;
  try {
    return await (longWays[known] as Prepare)(house, archive, parsed.data, job);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === "task-cancelled") throw error;
    return undefined;
  }
}

/** Walks the newest way back if it is the one meant. Refuses what applyUndo refuses, and task-cancelled. */
export async function undoInTurns(
  house: House,
  archive: OpenArchive,
  input: Input<"undo.apply">,
  job: Job,
): Promise<Output<"undo.apply">> {
  const desk: Desk = { archive, clock: house.clock, makeId: house.makeId, sayReadings: house.sayReadings };
  const way = wayMeant(archive.connection.read, input, desk);
  const prepared = Object.hasOwn(longWays, way.name) ? await prepare(house, archive, way, job) : undefined;
  return writeStep(house, archive, "undo.apply", (db) => applyUndo(db, input, desk, prepared));
}
