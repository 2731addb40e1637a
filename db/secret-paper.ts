// All that is kept of the paper a page belongs to, for taking it away (personal-data P15).
import { and, eq, isNull, or, sql } from "drizzle-orm";
import type { ItemId } from "#contract/item";
import type { PageId } from "#contract/scan";
import { itemTable } from "./item.ts";
import type { ReadDb } from "./open.ts";
import { pageTable, scanTable } from "./scan.ts";

export type SecretPaper = {
  readonly itemId: ItemId | null;
  readonly isFiled: boolean;
  readonly archivalCode: string;
  readonly enteredAt: string;
  /** Pages of the item, pages of the same scan in no item, and pages joined with any of them. */
  readonly pageIds: readonly PageId[];
};

/** Pages whose pixels stand in derivatives of these, and pages in whose derivatives pixels of these stand. */
function joinedWith(db: ReadDb, ids: readonly PageId[]): PageId[] {
  const named = sql`SELECT json_extract(step.value, '$.pageId') FROM page_version v, json_each(v.recipe) step
    WHERE v.page_id IN ${ids} AND json_extract(step.value, '$.kind') = 'join'`;
  const naming = sql`SELECT v.page_id FROM page_version v, json_each(v.recipe) step WHERE v.kind = 'derivative'
    AND json_extract(step.value, '$.kind') = 'join' AND json_extract(step.value, '$.pageId') IN ${ids}`;
  return db
    .select({ id: pageTable.id })
    .from(pageTable)
    .where(and(isNull(pageTable.itemId), or(sql`${pageTable.id} IN (${named})`, sql`${pageTable.id} IN (${naming})`)))
    .all()
    .map(({ id }) => id);
}

/** The paper of a page; undefined when the page is gone. */
export function findPaperOf(db: ReadDb, pageId: PageId): SecretPaper | undefined {
  const page = db
    .select({ itemId: pageTable.itemId, scanId: pageTable.scanId, enteredAt: scanTable.enteredAt })
    .from(pageTable)
    .innerJoin(scanTable, eq(scanTable.id, pageTable.scanId))
    .where(eq(pageTable.id, pageId))
    .get();
  if (!page) return undefined;
  const { itemId, scanId, enteredAt } = page;
  const item =
    itemId === null
      ? undefined
      : db
          .select({ state: itemTable.state, archivalCode: itemTable.archivalCode })
          .from(itemTable)
          .where(eq(itemTable.id, itemId))
          .get();
  const loose = and(eq(pageTable.scanId, scanId), isNull(pageTable.itemId));
  const own = db
    .select({ id: pageTable.id })
    .from(pageTable)
    .where(itemId === null ? loose : or(eq(pageTable.itemId, itemId), loose))
    .all()
    .map(({ id }) => id);
  return {
    itemId,
    isFiled: item?.state === "filed",
    archivalCode: item?.archivalCode ?? "",
    enteredAt,
    pageIds: [...new Set([...own, ...joinedWith(db, own)])],
  };
}
