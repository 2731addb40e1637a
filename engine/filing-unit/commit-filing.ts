// 归档编号: the previewed plan is written, that one and no other.
import type { Input, Output } from "#contract/contract";
import { type FilingUnit, filingUnitId } from "#contract/filing-unit";
import type { ItemId } from "#contract/item";
import { Refusal } from "#contract/refusal";
import { isYearClosed } from "#db/filing-year";
import { addUnit, findUnit, listUnits } from "#db/filing-unit";
import { findTakenCode } from "#db/filing-number";
import { numberItem } from "#db/number-item";
import type { WriteDb } from "#db/open";
import { dropUndoOf } from "#db/undo";
import type { Desk } from "#engine/desk";
import type { Written } from "#engine/written";
import { recordFreezer } from "./freeze-record.ts";
import { planFiling } from "./plan-filing.ts";
import { yearKey } from "./year-key.ts";

/** Items taken back in one step at most; a larger filing is withdrawn item by item. */
const mostUndone = 20_000;

/** Refuses fonds-not-found, year-closed, filing-preview-stale, filing-not-ready, archival-code-taken; all items of the plan are numbered or none. */
export function commitFiling(db: WriteDb, input: Input<"filing.commit">, desk: Desk): Written<Output<"filing.commit">> {
  const { planDigest, ...scope } = input;
  if (isYearClosed(db, scope)) throw new Refusal("year-closed");
  // As the person at the desk saw it (党务): nothing has been written in this transaction yet.
  const plan = planFiling(desk.archive.connection.read, scope);
  if (plan.digest !== planDigest) throw new Refusal("filing-preview-stale");
  if (plan.problems.length > 0)
    throw new Refusal("filing-not-ready", { count: new Set(plan.problems.map((each) => each.itemId)).size });
  const filedAt = desk.clock.now();
  const codes: string[] = [];
  const itemIds: ItemId[] = [];
  for (const { unit, drafts } of plan.classes) {
    if (drafts.length === 0) continue;
    let unitId = findUnit(db, unit);
    if (!unitId) addUnit(db, (unitId = filingUnitId.parse(desk.makeId())), unit);
    const taken = findTakenCode(
      db,
      scope.fondsId,
      drafts.map((each) => each.archivalCode),
    );
    if (taken !== undefined) throw new Refusal("archival-code-taken", { code: taken });
    const freeze = recordFreezer(
      db,
      drafts.map(({ item }) => item),
    );
    for (const { item, itemNumber, archivalCode } of drafts) {
      const recordHash = freeze(item, archivalCode);
      const { boxId, rank } = item;
      numberItem(db, item.id, { filingUnitId: unitId, itemNumber, archivalCode, recordHash, filedAt, boxId, rank });
      codes.push(archivalCode);
      itemIds.push(item.id);
    }
    // From here on the filing is undone as a whole, until the year closes; not what was described before (house 6.4).
    dropUndoOf(
      db,
      drafts.map(({ item }) => item.id),
    );
  }
  return {
    output: { filedCount: codes.length, units: unitsSeen(db, scope, desk) },
    objectId: yearKey(scope),
    after: codes,
    ...(itemIds.length > 0 && itemIds.length <= mostUndone
      ? { undo: { name: "filing.unfile" as const, input: { ...scope, itemIds } } }
      : { keepsUndo: true as const }),
    nouns: ["item", "filing"],
  };
}

/** The units of the year but those of 党务 hidden from the person at the desk. */
const unitsSeen = (db: WriteDb, { fondsId, year }: Input<"filing.preview">, desk: Desk): FilingUnit[] =>
  listUnits(db, { fondsId, year }).filter(
    (unit) => unit.matter === null || !desk.archive.connection.isHidden([unit.matter.id]),
  );
