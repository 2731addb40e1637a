// 编研: the answers of this room.
import { listCompilations } from "#db/compilation";
import type { Reads, Writes } from "#engine/handler";
import { dropCompilation, makeCompilation, reviseCompilation } from "./keep-compilation.ts";
import { addEntries, moveEntry, removeEntries, reviseCompilationEntry } from "./keep-entries.ts";
import { proposeEntries } from "./propose-entries.ts";
import { readCompilation } from "./read-compilation.ts";

export const compilationReads = {
  "compilation.list": (db) => listCompilations(db),
  "compilation.read": (db, { id }) => readCompilation(db, id),
  "compilation.propose": proposeEntries,
} satisfies Partial<Reads>;

export const compilationWrites = {
  "compilation.make": makeCompilation,
  "compilation.revise": reviseCompilation,
  "compilation.remove": dropCompilation,
  "compilation.add-entries": addEntries,
  "compilation.revise-entry": reviseCompilationEntry,
  "compilation.move-entry": moveEntry,
  "compilation.remove-entries": removeEntries,
} satisfies Partial<Writes>;

/** Calls that may lead back (engine/undo). */
export const compilationWaysBack = {
  "compilation.remove": dropCompilation,
  "compilation.revise": reviseCompilation,
  "compilation.add-entries": addEntries,
  "compilation.revise-entry": reviseCompilationEntry,
  "compilation.move-entry": moveEntry,
  "compilation.remove-entries": removeEntries,
};
