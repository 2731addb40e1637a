// Pages noticed as personal (personal-data P6) and not settled by a keeper.
import { and, eq, inArray } from "drizzle-orm";
import type { ItemId } from "#contract/item";
import type { PageId } from "#contract/scan";
import type { ReadDb } from "./open.ts";
import { pageMarkTable } from "./page-mark.ts";
import { pageTable } from "./scan.ts";

const isOpen = and(eq(pageMarkTable.mark, "personal"), eq(pageMarkTable.isSettled, false));

/** Of these pages those that are personal, with what they are. */
export function listPersonalPages(db: ReadDb, pageIds: readonly PageId[]): { pageId: PageId; value: string }[] {
  const found: { pageId: PageId; value: string }[] = [];
  for (let at = 0; at < pageIds.length; at += 500) {
    const some = inArray(pageMarkTable.pageId, pageIds.slice(at, at + 500));
    const columns = { pageId: pageMarkTable.pageId, value: pageMarkTable.value };
    found.push(...db.select(columns).from(pageMarkTable).where(and(isOpen, some)).all());
  }
  return found;
}

/** Of an item the pages that are personal. */
export const listPersonalPagesOf = (db: ReadDb, itemId: ItemId): PageId[] =>
  db
    .select({ pageId: pageMarkTable.pageId })
    .from(pageMarkTable)
    .innerJoin(pageTable, eq(pageTable.id, pageMarkTable.pageId))
    .where(and(isOpen, eq(pageTable.itemId, itemId)))
    .all()
    .map(({ pageId }) => pageId);
