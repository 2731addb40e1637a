// An act taken back: only the newest one, and only while nothing was built on it.
import { unknownDate } from "#contract/archival-date";
import type { Input, Output } from "#contract/contract";
import type { FondsId } from "#contract/fonds";
import { Refusal } from "#contract/refusal";
import { getFonds, putFonds } from "#db/fonds";
import { listMoves, listSides, newestAct, removeAct } from "#db/fonds-act";
import { listFondsNames, removeFondsName } from "#db/fonds-name";
import { moveDraftsBack } from "#db/move-drafts";
import type { WriteDb } from "#db/open";
import { removeFonds } from "#db/remove-class";
import type { Written } from "#engine/written";

/** Refuses fonds-act-not-last, fonds-in-use: a draft that was filed since, or anything new in a fonds it founded. */
export function revokeAct(db: WriteDb, { actId }: Input<"fonds.revoke">): Written<Output<"fonds.revoke">> {
  const act = newestAct(db);
  if (act?.id !== actId) throw new Refusal("fonds-act-not-last");
  const sides = listSides(db, actId);
  const moves = listMoves(db, actId);
  if (!moveDraftsBack(db, moves)) throw new Refusal("fonds-in-use");
  const before = sides.filter((side) => side.side === "before").map((side) => side.fondsId);
  removeAct(db, actId);
  for (const id of before) {
    if (act.kind === "rename") takeNameBack(db, id, act.effectiveOn);
    else reopen(db, id);
  }
  for (const { fondsId, isFounded } of sides)
    if (isFounded && !removeFonds(db, fondsId)) throw new Refusal("fonds-in-use");
  return {
    output: { actId, fondsIds: before, movedCount: moves.length },
    objectId: actId,
    before: { act, sides },
    after: before.map((id) => getFonds(db, id)),
    reasonCode: "revoke",
    nouns: ["fonds", "matter", "scheme", "item", "volume", "filing"],
  };
}

function takeNameBack(db: WriteDb, id: FondsId, since: string): void {
  removeFondsName(db, id, since);
  const fonds = getFonds(db, id);
  const earlier = listFondsNames(db, id).at(-1);
  if (fonds && earlier) putFonds(db, { ...fonds, name: earlier.name, unit: earlier.unit });
}

function reopen(db: WriteDb, id: FondsId): void {
  const fonds = getFonds(db, id);
  if (fonds) putFonds(db, { ...fonds, closedOn: unknownDate });
}
