// What a package needs of an item's pages: where the original lies and what each page is.
import { and, asc, eq, sql } from "drizzle-orm";
import type { ItemId, PartKind } from "#contract/item";
import { itemPartTable } from "./item.ts";
import type { ReadDb } from "./open.ts";
import { pageTable, pageVersionTable, scanTable } from "./scan.ts";

export type PackagePage = {
  readonly partNumber: number;
  readonly partKind: PartKind;
  readonly scanId: string;
  readonly sourcePage: number;
  readonly sourceName: string;
  readonly scanPageCount: number;
  readonly scanFileId: string;
  readonly scanMediaType: string;
  readonly versionFileId: string;
  readonly versionMediaType: string;
  readonly dpi: number | null;
};

/** Pages of an item in order, each in its newest version, with the original it came from. */
export function listPackagePages(db: ReadDb, itemId: ItemId): PackagePage[] {
  return db
    .select({
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
    .innerJoin(
      pageVersionTable,
      and(
        eq(pageVersionTable.pageId, pageTable.id),
        sql`${pageVersionTable.number} = (SELECT max(number) FROM page_version v WHERE v.page_id = ${pageTable.id})`,
      ),
    )
    .where(eq(pageTable.itemId, itemId))
    .orderBy(asc(pageTable.partNumber), asc(pageTable.position))
    .all();
}
