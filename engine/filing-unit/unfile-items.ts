// 撤销归档: a filing taken back as a whole before the year is closed. Only the last numbers of a class go, so no gap is left.
import type { Input, Output } from "#contract/contract";
import type { FilingUnitId } from "#contract/filing-unit";
import type { ItemId } from "#contract/item";
import { Refusal } from "#contract/refusal";
import { getItem, listNumbered } from "#db/filing-number";
import { isYearClosed } from "#db/filing-year";
import { keepFormerCode } from "#db/former-code";
import { setItem } from "#db/item";
import type { WriteDb } from "#db/open";
import type { Desk } from "#engine/desk";
import type { Written } from "#engine/written";
import { unfiled } from "./renumber.ts";
import { yearKey } from "./year-key.ts";

/** Refuses item-not-found, item-not-filed, year-closed, filing-not-last. */
export function unfileItems(db: WriteDb, input: Input<"filing.unfile">, desk: Desk): Written<Output<"filing.unfile">> {
  const { itemIds, reason, ...scope } = input;
  if (isYearClosed(db, scope)) throw new Refusal("year-closed");
  const leaving = new Map<FilingUnitId, Set<ItemId>>();
  const until = desk.clock.now();
  for (const id of new Set(itemIds)) {
    const item = getItem(db, id);
    if (!item || item.fondsId !== scope.fondsId || item.category !== scope.category || item.year !== scope.year)
      throw new Refusal("item-not-found");
    if (item.state !== "filed" || !item.filingUnitId || item.volumeId !== null) throw new Refusal("item-not-filed");
    const unit = leaving.get(item.filingUnitId) ?? new Set();
    leaving.set(item.filingUnitId, unit.add(id));
  }
  for (const [unitId, ids] of leaving) {
    const numbered = listNumbered(db, unitId);
    const kept = numbered.findIndex((item) => ids.has(item.id));
    if (numbered.slice(kept).some((item) => !ids.has(item.id))) throw new Refusal("filing-not-last");
    for (const { id, archivalCode } of numbered.slice(kept)) {
      keepFormerCode(db, { itemId: id, archivalCode, until, reason: reason || "撤销归档" });
      setItem(db, id, unfiled);
    }
  }
  return {
    output: { unfiledCount: new Set(itemIds).size },
    objectId: yearKey(scope),
    before: itemIds,
    nouns: ["item", "filing", "box"],
  };
}
