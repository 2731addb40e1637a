// What a row of the plan dropped before another means: drafts change places, a filed one is renumbered, shown first.
import type { ItemId } from "#contract/item";
import type { PlanLine } from "./plan-lines.ts";

export type Drop =
  | { readonly kind: "reorder" | "insert" | "move"; readonly itemId: ItemId; readonly beforeId: ItemId | null }
  | undefined;

/** The unit head above a line, as its place in the list. */
const unitOf = (lines: readonly PlanLine[], at: number): number =>
  lines.findLastIndex((line, index) => index <= at && line.kind === "unit");

/**
 * Line `from` put before line `to` (one past the last of its unit means the end). Undefined where nothing changes or where
 * the other place is in another class: a class is changed by describing the item, not by dragging it.
 */
export function dropOf(lines: readonly PlanLine[], from: number, to: number): Drop {
  const line = lines[from];
  if (line?.kind !== "item" || to === from || to === from + 1) return undefined;
  const unit = unitOf(lines, from);
  const nextUnit = lines.findIndex((each, index) => index > unit && each.kind === "unit");
  const end = nextUnit < 0 ? lines.length : nextUnit;
  if (to <= unit || to > end) return undefined;
  const target = to < end ? lines[to] : undefined;
  const before = target?.kind === "item" ? target.item : null;
  const { itemId, isNew } = line.item;
  if (!isNew) {
    // Behind the last filed one is the end of the filed ones, whatever drafts follow.
    return { kind: "move", itemId, beforeId: before && !before.isNew ? before.itemId : null };
  }
  if (before && !before.isNew) return { kind: "insert", itemId, beforeId: before.itemId };
  return { kind: "reorder", itemId, beforeId: before?.itemId ?? null };
}
