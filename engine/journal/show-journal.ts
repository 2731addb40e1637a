// 操作日志 as it is shown: what it was done to and why are details, which an inspector does not see (personal-data P11); the
// order, the hashes and the check of the whole chain are the inspector's all the same.
import type { Input, Output } from "#contract/contract";
import { listJournal } from "#db/journal";
import type { ReadDb } from "#db/open";
import type { Desk } from "#engine/desk";

/** Entries newest first; without object and reason for who is an inspector and no keeper besides. */
export function showJournal(db: ReadDb, { offset, limit }: Input<"journal.list">, desk: Desk): Output<"journal.list"> {
  const found = listJournal(db, offset, limit);
  const { roles } = desk.archive.person;
  if (roles.some((role) => role !== "inspector")) return found;
  return { ...found, entries: found.entries.map((entry) => ({ ...entry, objectId: "", reasonCode: "" })) };
}
