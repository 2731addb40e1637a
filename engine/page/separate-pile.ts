// 分件: where in a pile the papers begin, as a proposal. What is not known yet is said, and nothing is made.
import type { Input, Output } from "#contract/contract";
import { pileLimit, type PileRole, type PileRun, type SeparationMethod } from "#contract/pile";
import { Refusal } from "#contract/refusal";
import type { ReadDb } from "#db/open";
import { countWaitingLooks } from "#db/page-look";
import { listPilePages, type PilePage } from "#db/pile";
import type { Desk } from "#engine/desk";
import { openReading } from "#engine/vault/seal-reading";
import { findDocumentNumber } from "./mark-reading.ts";
import { judgeName } from "./mark-rules.ts";
import { findBeginnings, type Beginning } from "./separate-beginnings.ts";
import { readSheet } from "./separate-sheet.ts";

/** Pages of one pile together, piles in the order in which they begin: two piles that came in turns do not mix. */
function byPile(pages: readonly PilePage[]): PilePage[] {
  const piles = new Map<string, PilePage[]>();
  for (const page of pages) {
    const known = piles.get(page.pileId);
    if (known) known.push(page);
    else piles.set(page.pileId, [page]);
  }
  return [...piles.values()].flat();
}

const roleOf = ({ separator, isBlank }: PilePage): PileRole =>
  separator !== undefined ? "separator" : isBlank ? "blank" : "page";

/** 隔页, or what was said at the camera, where there are any; else first pages where some are known; else blank sheets; else so many pages each. */
function surestMethod(pages: readonly PilePage[]): SeparationMethod {
  if (pages.some((page) => page.separator !== undefined || page.isBegun)) return "separator";
  if (pages.some((page) => page.head !== "" || page.redHead > 0)) return "first-page";
  const blanks = pages.filter((page) => page.isBlank).length;
  return blanks > 0 && blanks < pages.length / 2 ? "blank" : "first-page";
}

/** Refuses pile-empty, pile-too-large. */
export function proposePile(db: ReadDb, input: Input<"pile.propose">, desk: Desk): Output<"pile.propose"> {
  const found = listPilePages(db, input.scope, pileLimit + 1);
  if (found.length === 0) throw new Refusal("pile-empty");
  if (found.length > pileLimit) throw new Refusal("pile-too-large", { limit: pileLimit, count: found.length });
  const pages = byPile(found);
  const method = input.method ?? surestMethod(pages);
  const runs = findBeginnings(pages, method, input.every).map((beginning) => runOf(db, beginning, desk));
  return {
    method,
    pages: pages.map((each) => ({ page: each.page, role: roleOf(each), isBlank: each.isBlank })),
    runs,
    unlookedCount: pages.filter((each) => !each.isLooked).length,
    unreadCount: pages.filter((each) => !each.isRead && each.separator === undefined && !each.isBlank).length,
  };
}

function runOf(db: ReadDb, { page, reason, confidence, sheet }: Beginning, desk: Desk): PileRun {
  const reading = page.isRead ? openReading(db, desk.archive, page.page.id) : undefined;
  return {
    firstPageId: page.page.id,
    reason,
    confidence,
    documentNumber: reading ? findDocumentNumber(reading) : "",
    ...readSheet(db, sheet),
  };
}

/** Pages of the tray nobody has looked at. */
export const countUnlooked = (db: ReadDb): number => countWaitingLooks(db, judgeName);
