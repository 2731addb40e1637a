// 顺号 planned: what one insertion, withdrawal or move would change in its lowest class, before anything is written.
import { createHash } from "node:crypto";
import type { BoxChange, FilingUnitId, NumberChange, Renumbering } from "#contract/filing-unit";
import type { ItemId } from "#contract/item";
import type { BoxId } from "#contract/place-of-item";
import { Refusal } from "#contract/refusal";
import { findUnit, type UnitClass } from "#db/filing-unit";
import { getItem, getUnit, listBoxesOf, listNumbered } from "#db/filing-number";
import { isYearClosed } from "#db/filing-year";
import type { ItemRecord } from "#db/item";
import type { ReadDb } from "#db/open";
import { codeMaker } from "./code-maker.ts";
import { findFilingProblems } from "./find-filing-problems.ts";
import { matterRuleOf } from "./matter-rule.ts";
import { shownTitle } from "./shown-title.ts";

/** One item that gets another number, with the box it will lie in. */
export type Move = { item: ItemRecord; newNumber: number; newCode: string; boxId: BoxId | null };
export type RenumberPlan = {
  readonly unitId: FilingUnitId | undefined;
  readonly unit: UnitClass;
  readonly moves: readonly Move[];
  readonly leaving: ItemRecord | null;
  readonly view: Renumbering;
};

/** A filed item numbered in its unit itself, of an open year. Refuses item-not-found, item-not-filed, item-in-volume, year-closed. */
function filedItem(db: ReadDb, id: ItemId): { item: ItemRecord; unitId: FilingUnitId; unit: UnitClass } {
  const item = getItem(db, id);
  if (!item) throw new Refusal("item-not-found");
  if (isYearClosed(db, item)) throw new Refusal("year-closed");
  const unit = item.filingUnitId && getUnit(db, item.filingUnitId);
  if (item.state !== "filed" || !item.filingUnitId || !unit) throw new Refusal("item-not-filed");
  if (item.volumeId !== null) throw new Refusal("item-in-volume");
  return { item, unitId: item.filingUnitId, unit };
}

/** `item` before `beforeId`, or last; refuses item-not-found when that one does not lie here. */
function placed(others: readonly ItemRecord[], item: ItemRecord, beforeId: ItemId | null): ItemRecord[] {
  const at = beforeId === null ? others.length : others.findIndex((each) => each.id === beforeId);
  if (at < 0) throw new Refusal("item-not-found");
  return others.toSpliced(at, 0, item);
}

/** Plans taking one filed item out. */
export function planWithdrawal(db: ReadDb, { itemId }: { itemId: ItemId }): RenumberPlan {
  const { item, unitId, unit } = filedItem(db, itemId);
  const before = listNumbered(db, unitId);
  return planOrder(db, { unitId, unit, before, after: before.filter((each) => each.id !== itemId), leaving: item });
}

/** Plans another place of one filed item in its class. */
export function planMove(db: ReadDb, { itemId, beforeId }: { itemId: ItemId; beforeId: ItemId | null }): RenumberPlan {
  const { item, unitId, unit } = filedItem(db, itemId);
  const before = listNumbered(db, unitId);
  const others = before.filter((each) => each.id !== itemId);
  // Before itself is where it lies.
  const after = beforeId === itemId ? before : placed(others, item, beforeId);
  return planOrder(db, { unitId, unit, before, after, taken: itemId });
}

/** Plans putting one described draft among the filed ones. Refuses item-filed, item-not-classed, filing-not-ready besides. */
export function planInsertion(
  db: ReadDb,
  { itemId, beforeId }: { itemId: ItemId; beforeId: ItemId | null },
): RenumberPlan {
  const item = getItem(db, itemId);
  if (!item) throw new Refusal("item-not-found");
  if (isYearClosed(db, item)) throw new Refusal("year-closed");
  if (item.state !== "draft") throw new Refusal("item-filed");
  if (item.volumeId !== null) throw new Refusal("item-in-volume");
  const { fondsId, category, year, retention, matterId } = item;
  if (year === null || retention === null) throw new Refusal("item-not-classed");
  const rule = matterRuleOf(db, { fondsId, category, year });
  if (findFilingProblems(item, rule).length > 0) throw new Refusal("filing-not-ready", { count: 1 });
  const unit: UnitClass = { fondsId, category, year, retention, matterId };
  const unitId = findUnit(db, unit);
  const before = unitId ? listNumbered(db, unitId) : [];
  return planOrder(db, { unitId, unit, before, after: placed(before, item, beforeId), taken: itemId });
}

type Orders = {
  readonly unitId: FilingUnitId | undefined;
  readonly unit: UnitClass;
  readonly before: readonly ItemRecord[];
  readonly after: readonly ItemRecord[];
  /** The one that is taken up and put elsewhere. */
  readonly taken?: ItemId;
  readonly leaving?: ItemRecord;
};

/** Numbers from 1 in the new order; what changes is named, the boxes too. */
function planOrder(db: ReadDb, { unitId, unit, before, after, taken, leaving }: Orders): RenumberPlan {
  const makeCode = codeMaker(db, unit);
  // What is taken up goes into the box of its new neighbour; what is only counted on stays where it lies.
  const boxOf = (item: ItemRecord, at: number): BoxId | null =>
    item.id === taken ? (after[at - 1]?.boxId ?? after[at + 1]?.boxId ?? null) : item.boxId;
  const moves = after.flatMap((item, at): Move[] => {
    const newNumber = at + 1;
    if (item.itemNumber === newNumber) return [];
    return [{ item, newNumber, newCode: makeCode(newNumber), boxId: boxOf(item, at) }];
  });
  const changes: NumberChange[] = moves.map(({ item, newNumber, newCode }) => ({
    itemId: item.id,
    title: shownTitle(item),
    oldNumber: item.itemNumber,
    newNumber,
    oldCode: item.archivalCode,
    newCode,
  }));
  if (leaving) {
    const { id, itemNumber, archivalCode } = leaving;
    const gone = { oldNumber: itemNumber, newNumber: null, oldCode: archivalCode, newCode: "" };
    changes.unshift({ itemId: id, title: shownTitle(leaving), ...gone });
  }
  const boxes = boxChanges(db, unit, before, after, new Map(moves.map((move) => [move.item.id, move.boxId])));
  const told = moves.map(({ item, newCode, boxId }) => [item.id, item.revision, item.archivalCode, newCode, boxId]);
  const planDigest = createHash("sha256")
    .update(JSON.stringify([unit, told, leaving ? [leaving.id, leaving.revision, leaving.archivalCode] : null]))
    .digest("hex");
  const restampCount = moves.filter(({ item }) => item.itemNumber !== null).length;
  return { unitId, unit, moves, leaving: leaving ?? null, view: { changes, boxes, restampCount, planDigest } };
}

/** Boxes whose first or last 件号 changes. */
function boxChanges(
  db: ReadDb,
  unit: UnitClass,
  before: readonly ItemRecord[],
  after: readonly ItemRecord[],
  newBoxes: ReadonlyMap<ItemId, BoxId | null>,
): BoxChange[] {
  const edges = (numbers: readonly number[]): { first: number; last: number } => ({
    first: numbers[0] ?? 0,
    last: numbers.at(-1) ?? 0,
  });
  return listBoxesOf(db, unit).flatMap(({ id, boxNumber }) => {
    const old = edges(before.flatMap((item) => (item.boxId === id ? [item.itemNumber ?? 0] : [])));
    const lies = (item: ItemRecord): boolean => (newBoxes.has(item.id) ? newBoxes.get(item.id) : item.boxId) === id;
    const now = edges(after.flatMap((item, at) => (lies(item) ? [at + 1] : [])));
    if (old.first === now.first && old.last === now.last) return [];
    return [{ boxId: id, boxNumber, oldFirst: old.first, oldLast: old.last, newFirst: now.first, newLast: now.last }];
  });
}
