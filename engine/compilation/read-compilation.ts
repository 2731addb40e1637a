// One compilation, looked up for reading or for a change.
import type { Output } from "#contract/contract";
import type { Compilation, CompilationEntry, CompilationEntryId, CompilationId } from "#contract/compilation";
import { Refusal } from "#contract/refusal";
import { type EntryRecord, getCompilation, getEntryRecord, listEntryRecords, withCitations } from "#db/compilation";
import type { ReadDb } from "#db/open";

/** Refuses compilation-not-found. */
export function needCompilation(db: ReadDb, id: CompilationId): Compilation {
  const found = getCompilation(db, id);
  if (!found) throw new Refusal("compilation-not-found");
  return found;
}

/** Refuses compilation-entry-not-found. */
export function needEntryRecord(db: ReadDb, id: CompilationEntryId): EntryRecord {
  const found = getEntryRecord(db, id);
  if (!found) throw new Refusal("compilation-entry-not-found");
  return found;
}

/** An entry with its citations. Refuses compilation-entry-not-found. */
export function readCompilationEntry(db: ReadDb, id: CompilationEntryId): CompilationEntry {
  const [entry] = withCitations(db, [needEntryRecord(db, id)]);
  if (!entry) throw new Refusal("compilation-entry-not-found");
  return entry;
}

/** A compilation with its entries in order. */
export const readCompilation = (db: ReadDb, id: CompilationId): Output<"compilation.read"> => ({
  compilation: needCompilation(db, id),
  entries: withCitations(db, listEntryRecords(db, id)),
});
