// What the room answers of 页面提示 and of piles that fall apart into items.
import type { Input, Output } from "#contract/contract";
import { askingMarks, type PageMark } from "#contract/page-mark";
import { Refusal } from "#contract/refusal";
import type { PageId } from "#contract/scan";
import type { ReadDb, WriteDb } from "#db/open";
import { listMarkedPages, listTrayMarks, settleMark } from "#db/page-mark";
import { listPiles } from "#db/pile";
import { whereaboutsOf } from "#db/scan";
import type { Reads, Tasks, Writes } from "#engine/handler";
import type { Written } from "#engine/written";
import { lookAtPages } from "./mark-pages.ts";
import { countUnlooked, proposePile } from "./separate-pile.ts";

function showTrayMarks(db: ReadDb): Output<"page-mark.tray"> {
  const byPage = new Map<PageId, PageMark[]>();
  const counts = new Map<PageMark["mark"], number>();
  const asking = new Set<PageId>();
  for (const { pageId, ...mark } of listTrayMarks(db)) {
    byPage.set(pageId, [...(byPage.get(pageId) ?? []), mark]);
    if (mark.isSettled) continue;
    counts.set(mark.mark, (counts.get(mark.mark) ?? 0) + 1);
    if (askingMarks.includes(mark.mark)) asking.add(pageId);
  }
  return {
    marked: [...byPage].map(([pageId, marks]) => ({ pageId, marks })),
    counts: [...counts].map(([mark, count]) => ({ mark, count })),
    markedCount: asking.size,
    unlookedCount: countUnlooked(db),
  };
}

/** Refuses page-not-found. The way back is the same call with the other answer. */
function settleMarks(
  db: WriteDb,
  { pageIds, mark, isSettled }: Input<"page-mark.settle">,
): Written<Output<"page-mark.settle">> {
  if (whereaboutsOf(db, pageIds).size !== new Set(pageIds).size) throw new Refusal("page-not-found");
  const changed = settleMark(db, pageIds, mark, isSettled);
  return {
    output: { count: changed.length },
    objectId: pageIds[0] ?? "",
    after: { mark, isSettled, pageIds: changed },
    ...(changed.length > 0
      ? { undo: { name: "page-mark.settle" as const, input: { pageIds: changed, mark, isSettled: !isSettled } } }
      : { keepsUndo: true as const }),
    nouns: ["page-mark"],
  };
}

export const pileReads = {
  "page-mark.tray": showTrayMarks,
  "page-mark.pages": (db, { mark, offset, limit }) => listMarkedPages(db, mark, offset, limit),
  "pile.list": (db) => listPiles(db),
  "pile.propose": proposePile,
} satisfies Partial<Reads>;

export const pileMarkWrites = { "page-mark.settle": settleMarks } satisfies Partial<Writes>;

export const pileTasks = { "page-mark.look": lookAtPages } satisfies Partial<Tasks>;

export const pileMarkWaysBack = { "page-mark.settle": settleMarks };
