// Entries of a compilation: in the order of their dates, each with where it is taken from.
import { compilationEntryId, type CompilationEntry } from "#contract/compilation";
import type { Input, Output } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import {
  addEntryRecord,
  type EntryRecord,
  listEntryRecords,
  removeEntryRecords,
  setCitations,
  setEntryRecord,
} from "#db/compilation";
import { getItemRow } from "#db/item";
import type { ReadDb, WriteDb } from "#db/open";
import type { Desk } from "#engine/desk";
import type { Written } from "#engine/written";
import { needCompilation, needEntryRecord, readCompilationEntry } from "./read-compilation.ts";

type Given = Input<"compilation.add-entries">["entries"][number];

/** Only what is filed is cited: a 档号 that anybody can look up. Refuses item-not-found, citation-unfiled. */
function refuseLooseCitations(db: ReadDb, citations: Given["citations"]): void {
  for (const { itemId } of citations) {
    const item = getItemRow(db, itemId);
    if (!item) throw new Refusal("item-not-found");
    if (item.state !== "filed") throw new Refusal("citation-unfiled");
  }
}

/** After everything that happened before it or on the same day; an unknown date stands last. */
function positionOf(happenedOn: string, entries: readonly EntryRecord[]): number {
  const last = entries.at(-1)?.position ?? 0;
  if (happenedOn === "") return last + 1;
  const later = entries.findIndex((entry) => entry.happenedOn > happenedOn);
  if (later === -1) return last + 1;
  const next = entries[later]?.position ?? 1;
  return ((entries[later - 1]?.position ?? next - 1) + next) / 2;
}

/** Refuses compilation-not-found, item-not-found, citation-unfiled. */
export function addEntries(
  db: WriteDb,
  { id, entries }: Input<"compilation.add-entries">,
  desk: Desk,
): Written<Output<"compilation.add-entries">> {
  needCompilation(db, id);
  const ids = entries.map(({ citations, ...fields }) => {
    refuseLooseCitations(db, citations);
    const entryId = compilationEntryId.parse(desk.makeId());
    const position = positionOf(fields.happenedOn, listEntryRecords(db, id));
    addEntryRecord(db, { ...fields, id: entryId, compilationId: id, position, enteredAt: desk.clock.now() });
    setCitations(db, entryId, citations);
    return entryId;
  });
  const output = ids.map((entryId) => readCompilationEntry(db, entryId));
  return {
    output,
    objectId: id,
    after: output,
    undo: { name: "compilation.remove-entries", input: { id, entryIds: ids } },
    nouns: ["compilation"],
  };
}

const citedOf = (entry: CompilationEntry) => entry.citations.map(({ itemId, pageNote }) => ({ itemId, pageNote }));

/** Refuses compilation-entry-not-found, compilation-changed, item-not-found, citation-unfiled. */
export function reviseCompilationEntry(
  db: WriteDb,
  input: Input<"compilation.revise-entry">,
): Written<CompilationEntry> {
  const { entryId, revision, citations, ...fields } = input;
  const before = readCompilationEntry(db, entryId);
  if (before.revision !== revision) throw new Refusal("compilation-changed");
  refuseLooseCitations(db, citations);
  setEntryRecord(db, entryId, fields);
  setCitations(db, entryId, citations);
  const output = readCompilationEntry(db, entryId);
  const { happenedOn, heading, words } = before;
  return {
    output,
    objectId: entryId,
    before,
    after: output,
    undo: {
      name: "compilation.revise-entry",
      input: { entryId, revision: output.revision, happenedOn, heading, words, citations: citedOf(before) },
    },
    nouns: ["compilation"],
  };
}

/** Refuses compilation-entry-not-found, also for a neighbour of another compilation. */
export function moveEntry(
  db: WriteDb,
  { entryId, after }: Input<"compilation.move-entry">,
): Written<Record<string, never>> {
  const moved = needEntryRecord(db, entryId);
  const others = listEntryRecords(db, moved.compilationId);
  const from = others.findIndex((entry) => entry.id === entryId);
  const before = others[from - 1]?.id ?? null;
  const rest = others.filter((entry) => entry.id !== entryId);
  const place = after === null ? -1 : rest.findIndex((entry) => entry.id === after);
  if (after !== null && place === -1) throw new Refusal("compilation-entry-not-found");
  const low = rest[place]?.position ?? (rest[0]?.position ?? 1) - 2;
  const high = rest[place + 1]?.position ?? low + 2;
  setEntryRecord(db, entryId, { position: (low + high) / 2 });
  return {
    output: {},
    objectId: entryId,
    before: { after: before },
    after: { after },
    undo: { name: "compilation.move-entry", input: { entryId, after: before } },
    nouns: ["compilation"],
  };
}

/** Refuses compilation-not-found, compilation-entry-not-found. The way back writes them again. */
export function removeEntries(
  db: WriteDb,
  { id, entryIds }: Input<"compilation.remove-entries">,
): Written<{ count: number }> {
  needCompilation(db, id);
  const before = entryIds.map((entryId) => {
    if (needEntryRecord(db, entryId).compilationId !== id) throw new Refusal("compilation-entry-not-found");
    return readCompilationEntry(db, entryId);
  });
  removeEntryRecords(db, entryIds);
  const entries = before.map((entry) => {
    const { happenedOn, heading, words } = entry;
    return { happenedOn, heading, words, citations: citedOf(entry) };
  });
  return {
    output: { count: entryIds.length },
    objectId: id,
    before,
    undo: { name: "compilation.add-entries", input: { id, entries } },
    nouns: ["compilation"],
  };
}
