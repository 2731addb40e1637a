// What a package needs of an item's pages: where the original lies and what each page is.
import { and, asc, eq, inArray } from "drizzle-orm";
import type { DigitalFormat } from "#contract/digital-file";
import type { ItemId, PartKind } from "#contract/item";
import { digitalFileTable } from "./digital-file.ts";
import { itemPartTable } from "./item.ts";
import type { ReadDb } from "./open.ts";
import { shownVersion, pageTable, pageVersionTable, scanTable } from "./scan.ts";

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

export type PackageDigitalFile = {
  readonly partKind: PartKind;
  readonly format: DigitalFormat;
  readonly mediaType: string;
  readonly sourceName: string;
  /** Null once the bytes had to go. */
  readonly fileId: string | null;
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

/** Digital files of several items, by item and in order; they leave as they came. */
export function listPackageFiles(db: ReadDb, itemIds: readonly ItemId[]): Map<ItemId, PackageDigitalFile[]> {
  const found = new Map<ItemId, PackageDigitalFile[]>();
  for (let at = 0; at < itemIds.length; at += together) {
    const rows = db
      .select({
        itemId: digitalFileTable.itemId,
        partKind: itemPartTable.kind,
        format: digitalFileTable.format,
        mediaType: scanTable.mediaType,
        sourceName: scanTable.sourceName,
        fileId: scanTable.fileId,
      })
      .from(digitalFileTable)
      .innerJoin(scanTable, eq(scanTable.id, digitalFileTable.scanId))
      .leftJoin(
        itemPartTable,
        and(eq(itemPartTable.itemId, digitalFileTable.itemId), eq(itemPartTable.number, digitalFileTable.partNumber)),
      )
      .where(inArray(digitalFileTable.itemId, itemIds.slice(at, at + together)))
      .orderBy(asc(digitalFileTable.partNumber), asc(digitalFileTable.position))
      .all();
    for (const { itemId, partKind, ...file } of rows)
      if (itemId) found.set(itemId, [...(found.get(itemId) ?? []), { ...file, partKind: partKind ?? "正文" }]);
  }
  return found;
}

/** Pages of items in order, each in the version that is shown, with the original it came from. */
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
    .innerJoin(pageVersionTable, and(eq(pageVersionTable.pageId, pageTable.id), shownVersion))
    .where(inArray(pageTable.itemId, [...itemIds]))
    .orderBy(asc(pageTable.partNumber), asc(pageTable.position))
    .all();
}
