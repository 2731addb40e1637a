// Boxes and shelves: what this room answers.
import type { Reads, Writes } from "#engine/handler";
import { boxingRulesOf } from "./boxed-class.ts";
import { addBoxTo, removeBoxFrom, renumberBox, resizeBox } from "./change-box.ts";
import { commitBoxes } from "./commit-boxes.ts";
import { defineCabinets, removeShelves } from "./define-shelves.ts";
import { moveEntries } from "./move-entries.ts";
import { noteBoxes, signBoxes } from "./note-boxes.ts";
import { fillShelf, putBoxes } from "./place-boxes.ts";
import { showBoxPlan } from "./plan-boxes.ts";
import { restoreBoxes } from "./restore-boxes.ts";
import { setBoxingRules } from "./set-boxing-rules.ts";
import { listBoxes, listLoose, readBox } from "./show-boxes.ts";
import { findAtPlace, showShelfMap } from "./show-shelves.ts";

export const boxReads = {
  "box.rules": (db) => boxingRulesOf(db),
  "box.plan": showBoxPlan,
  "box.list": listBoxes,
  "box.read": readBox,
  "box.loose": listLoose,
  "shelf-place.map": showShelfMap,
  "shelf-place.find": findAtPlace,
} satisfies Partial<Reads>;

export const boxWrites = {
  "box.set-rules": setBoxingRules,
  "box.commit": commitBoxes,
  "box.move-items": moveEntries,
  "box.add": addBoxTo,
  "box.remove": removeBoxFrom,
  "box.resize": resizeBox,
  "box.renumber": renumberBox,
  "box.note": noteBoxes,
  "box.sign": signBoxes,
  "box.restore": restoreBoxes,
  "shelf-place.define": defineCabinets,
  "shelf-place.remove": removeShelves,
  "shelf-place.fill": fillShelf,
  "shelf-place.put": putBoxes,
} satisfies Partial<Writes>;

/** Calls of this room that can be a way back. */
export const boxWaysBack = {
  "box.set-rules": setBoxingRules,
  "box.note": noteBoxes,
  "box.restore": restoreBoxes,
  "shelf-place.define": defineCabinets,
  "shelf-place.remove": removeShelves,
  "shelf-place.put": putBoxes,
};
