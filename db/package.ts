// What a package needs of an item's pages: where the original lies and what each page is.
import { and, asc, eq, inArray } from "drizzle-orm";
import type { ItemId, PartKind } from "#contract/item";
import { itemPartTable } from "./item.ts";
import type { ReadDb } from "./open.ts";
import { newestVersion, pageTable, pageVersionTable, scanTable } from "./scan.ts";

export type PackagePage = {
  readonly partNumber: number;
  readonly partKind: PartKind;
  readonly scanId: string;
  readonly sourcePage: number;
  readonly sourceName: string;
  readonly scanPageCount: number;
  readonly scanFileId: string | null;
  readonly scanMediaType: string;
  readonly versionFileId: string;
  readonly versionMediaType: string;
  readonly dpi: number | null;
};

/** Items asked for in one statement: thousands one by one cost more in building statements than in reading. */
const together = 500;

/** Pages of several items, by item; an item without pages has none. */
export function listPackagePages(db: ReadDb, itemIds: readonly ItemId[]): Map<ItemId, PackagePage[]> {
  const found = new Map<ItemId, PackagePage[]>();
  for (let at = 0; at < itemIds.length; at += together) {
    for (const { itemId, ...page } of readPackagePages(db, itemIds.slice(at, at + together))) {
      if (itemId === null) continue;
      const pages = found.get(itemId) ?? [];
      pages.push(page);
      found.set(itemId, pages);
    }
  }
  return found;
}

/** Pages of items in order, each in its newest version, with the original it came from. */
function readPackagePages(db: ReadDb, itemIds: readonly ItemId[]): (PackagePage & { itemId: ItemId | null })[] {
  return db
    .select({
      itemId: pageTable.itemId,
      partNumber: itemPartTable.number,
      partKind: itemPartTable.kind,
      scanId: pageTable.scanId,
      sourcePage: pageTable.sourcePage,
      sourceName: scanTable.sourceName,
      scanPageCount: scanTable.pageCount,
      scanFileId: scanTable.fileId,
      scanMediaType: scanTable.mediaType,
      versionFileId: pageVersionTable.fileId,
      versionMediaType: pageVersionTable.mediaType,
      dpi: pageVersionTable.dpi,
    })
    .from(pageTable)
    .innerJoin(
      itemPartTable,
      and(eq(itemPartTable.itemId, pageTable.itemId), eq(itemPartTable.number, pageTable.partNumber)),
    )
    .innerJoin(scanTable, eq(scanTable.id, pageTable.scanId))
    .innerJoin(pageVersionTable, and(eq(pageVersionTable.pageId, pageTable.id), newestVersion))
    .where(inArray(pageTable.itemId, [...itemIds]))
    .orderBy(asc(pageTable.partNumber), asc(pageTable.position))
    .all();
}
