// 归档移交清单 kept: lines written, changed and taken out.
import type { CollectionLine, CollectionLineId } from "#contract/collection-list";
import { collectionLineId } from "#contract/collection-list";
import type { Input, Output } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import {
  addLine,
  getLines,
  getSource,
  type LineRecord,
  type LineWithSource,
  listLines,
  nextPosition,
  removeLine,
  setLine,
} from "#db/collection-list";
import { getFonds } from "#db/fonds";
import type { ReadDb, WriteDb } from "#db/open";
import type { Desk } from "#engine/desk";
import { hasPersonalWords } from "#engine/item/find-personal-words";
import { givenFields } from "#engine/item/given-fields";
import { pickFields } from "#engine/item/pick-fields";
import type { Written } from "#engine/written";
import { localDay } from "./whole-day.ts";

const describedNames = ["sourceId", "category", "year", "title", "kind", "copies", "pages", "dueOn"] as const;

/** A line as the window shows it; overdue is expected and past its day. */
export function showLine({ line, sourceName, sourceKind }: LineWithSource, today: string): CollectionLine {
  const { position: _, ...rest } = line;
  const isOverdue = line.state === "expected" && line.dueOn !== "" && line.dueOn < today;
  return { ...rest, sourceName, sourceKind, isOverdue };
}

/** Some lines as they stand. Refuses collection-not-found when one is gone. */
export function readLines(db: ReadDb, ids: readonly CollectionLineId[], desk: Desk): CollectionLine[] {
  const today = localDay(desk.clock.now());
  const lines = getLines(db, ids).map((each) => showLine(each, today));
  if (lines.length !== new Set(ids).size) throw new Refusal("collection-not-found");
  return lines;
}

export function listCollection(db: ReadDb, of: Input<"collection.list">, desk: Desk): Output<"collection.list"> {
  const today = localDay(desk.clock.now());
  return { lines: listLines(db, of).map((each) => showLine(each, today)) };
}

function writtenLine(db: ReadDb, id: CollectionLineId, desk: Desk): Output<"collection.add"> {
  const [line] = readLines(db, [id], desk);
  if (!line) throw new Refusal("collection-not-found");
  return { line, hasPersonalWords: hasPersonalWords(line.title) };
}

/** The line as it was last seen. Refuses collection-not-found, collection-changed-meanwhile. */
function lineForChange(db: ReadDb, id: CollectionLineId, revision: number): LineRecord {
  const line = getLines(db, [id])[0]?.line;
  if (!line) throw new Refusal("collection-not-found");
  if (line.revision !== revision) throw new Refusal("collection-changed-meanwhile");
  return line;
}

const expected = { state: "expected", handedInOn: "", remindedOn: "", reminderCount: 0, reason: "" } as const;

/** Refuses collection-not-found when the source is not there. The way back takes the line out. */
export function addCollectionLine(
  db: WriteDb,
  input: Input<"collection.add">,
  desk: Desk,
): Written<Output<"collection.add">> {
  if (!getSource(db, input.sourceId)) throw new Refusal("collection-not-found");
  const id = collectionLineId.parse(desk.makeId());
  const position = nextPosition(db, input.sourceId, input.year);
  const blank = { kind: "", copies: 0, pages: 0, dueOn: "" };
  addLine(db, { id, position, ...blank, ...expected, ...givenFields(input), revision: 1 } as LineRecord);
  const output = writtenLine(db, id, desk);
  return {
    output,
    objectId: id,
    after: output.line,
    undo: { name: "collection.remove", input: { id, revision: 1 } },
    nouns: ["collection"],
  };
}

/** Refuses collection-not-found, collection-changed-meanwhile. */
export function reviseCollectionLine(
  db: WriteDb,
  { id, revision, fields }: Input<"collection.revise">,
  desk: Desk,
): Written<Output<"collection.revise">> {
  const before = lineForChange(db, id, revision);
  if (fields.sourceId && !getSource(db, fields.sourceId)) throw new Refusal("collection-not-found");
  setLine(db, id, givenFields(fields));
  const output = writtenLine(db, id, desk);
  return {
    output,
    objectId: id,
    before,
    after: output.line,
    undo: {
      name: "collection.revise",
      input: { id, revision: output.line.revision, fields: pickFields(before, describedNames) },
    },
    nouns: ["collection"],
  };
}

/** Refuses collection-not-found, collection-changed-meanwhile. */
export function removeCollectionLine(
  db: WriteDb,
  { id, revision }: Input<"collection.remove">,
): Written<Record<string, never>> {
  const before = lineForChange(db, id, revision);
  removeLine(db, id);
  // A line already judged carries a verdict; it is entered anew, not undone.
  const isPlain = before.state === "expected" && before.reminderCount === 0;
  return {
    output: {},
    objectId: id,
    before,
    ...(isPlain && { undo: { name: "collection.add" as const, input: pickFields(before, describedNames) } }),
    nouns: ["collection"],
  };
}

/** Last year's lines as this year's 应交; those already there are left. Refuses fonds-not-found. */
export function expectAgain(
  db: WriteDb,
  { fondsId, fromYear, year }: Input<"collection.expect-again">,
  desk: Desk,
): Written<Output<"collection.expect-again">> {
  if (!getFonds(db, fondsId)) throw new Refusal("fonds-not-found");
  const keyOf = (line: LineRecord): string => `${line.sourceId} ${line.category} ${line.title}`;
  const known = new Set(listLines(db, { fondsId, year }).map(({ line }) => keyOf(line)));
  let addedCount = 0;
  for (const { line } of listLines(db, { fondsId, year: fromYear })) {
    if (known.has(keyOf(line)) || line.state === "excluded") continue;
    known.add(keyOf(line));
    const id = collectionLineId.parse(desk.makeId());
    const position = nextPosition(db, line.sourceId, year);
    addLine(db, { ...line, ...expected, id, year, position, copies: 0, pages: 0, dueOn: "", revision: 1 });
    addedCount += 1;
  }
  return { output: { addedCount }, objectId: `${fondsId} ${year}`, after: addedCount, nouns: ["collection"] };
}
