// One entry of a register, looked up for reading or for a change.
import type { Output } from "#contract/contract";
import type { RegisterEntry, RegisterEntryId } from "#contract/register";
import { Refusal } from "#contract/refusal";
import type { ReadDb } from "#db/open";
import { getEntry, listSteps } from "#db/register";

/** Refuses register-entry-not-found. */
export function needEntry(db: ReadDb, id: RegisterEntryId): RegisterEntry {
  const entry = getEntry(db, id);
  if (!entry) throw new Refusal("register-entry-not-found");
  return entry;
}

/** The entry for a change: as the clerk last saw it. Refuses register-entry-not-found, register-entry-changed. */
export function entryForChange(db: ReadDb, id: RegisterEntryId, revision: number): RegisterEntry {
  const entry = needEntry(db, id);
  if (entry.revision !== revision) throw new Refusal("register-entry-changed");
  return entry;
}

/** An entry with its steps of 办理. */
export const readEntry = (db: ReadDb, id: RegisterEntryId): Output<"register.read"> => ({
  entry: needEntry(db, id),
  steps: listSteps(db, id),
});
