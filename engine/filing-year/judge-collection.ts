// 已交, 未交, 不归档, 催交: what a line of the 归档移交清单 has come to, with its reason and its day.
import type { CollectionLine } from "#contract/collection-list";
import type { Input } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import { setLine } from "#db/collection-list";
import type { WriteDb } from "#db/open";
import type { Desk } from "#engine/desk";
import { pickFields } from "#engine/item/pick-fields";
import type { Written } from "#engine/written";
import { readLines } from "./keep-collection.ts";
import { localDay } from "./whole-day.ts";

type Lines = { lines: readonly CollectionLine[] };
const stateNames = ["state", "handedInOn", "remindedOn", "reminderCount", "reason"] as const;

/** The written lines, and the way back to how they stood. */
function told(before: readonly CollectionLine[], lines: readonly CollectionLine[]): Written<Lines> {
  const revisions = new Map(lines.map((line) => [line.id, line.revision]));
  const back = before.map((line) => ({
    id: line.id,
    revision: revisions.get(line.id) ?? 0,
    ...pickFields(line, stateNames),
  }));
  return {
    output: { lines },
    objectId: before[0]?.id ?? "",
    before: back,
    after: lines.map((line) => ({ id: line.id, ...pickFields(line, stateNames) })),
    undo: { name: "collection.restore", input: { lines: back } },
    nouns: ["collection"],
  };
}

/** Refuses collection-not-found, reason-missing. */
export function judgeCollection(
  db: WriteDb,
  { ids, state, on, reason }: Input<"collection.judge">,
  desk: Desk,
): Written<Lines> {
  const before = readLines(db, ids, desk);
  const needsReason = state === "missing" || state === "excluded";
  if (needsReason && reason === "") throw new Refusal("reason-missing");
  const handedInOn = state === "handed-in" ? (on ?? localDay(desk.clock.now())) : "";
  for (const { id } of before) setLine(db, id, { state, handedInOn, reason: needsReason ? reason : "" });
  return told(before, readLines(db, ids, desk));
}

/** Refuses collection-not-found, collection-not-expected. */
export function remindCollection(db: WriteDb, { ids }: Input<"collection.remind">, desk: Desk): Written<Lines> {
  const before = readLines(db, ids, desk);
  if (before.some((line) => line.state !== "expected")) throw new Refusal("collection-not-expected");
  const remindedOn = localDay(desk.clock.now());
  for (const { id, reminderCount } of before) setLine(db, id, { remindedOn, reminderCount: reminderCount + 1 });
  return told(before, readLines(db, ids, desk));
}

/** Refuses collection-not-found, collection-changed-meanwhile, reason-missing. */
export function restoreCollection(
  db: WriteDb,
  { lines: given }: Input<"collection.restore">,
  desk: Desk,
): Written<Lines> {
  const ids = given.map((line) => line.id);
  const before = readLines(db, ids, desk);
  const revisions = new Map(before.map((line) => [line.id, line.revision]));
  for (const { id, revision, ...state } of given) {
    if (revisions.get(id) !== revision) throw new Refusal("collection-changed-meanwhile");
    const needsReason = state.state === "missing" || state.state === "excluded";
    if (needsReason !== (state.reason !== "")) throw new Refusal("reason-missing");
    if ((state.state === "handed-in") !== (state.handedInOn !== "")) throw new Refusal("reason-missing");
    setLine(db, id, state);
  }
  return told(before, readLines(db, ids, desk));
}
