// All that is kept of the paper a page belongs to, for taking it away (personal-data P15).
import { and, eq, isNull, or } from "drizzle-orm";
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
  /** Pages of the item, and pages of the same scan in no item; what else shows them db/follow-secret.ts finds. */
  readonly pageIds: readonly PageId[];
};

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
    pageIds: own,
  };
}
