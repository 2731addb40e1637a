// What a double-layer file is made of: items with their pages as they are shown, and what is known of each page's reading.
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { AccessClass } from "#contract/access";
import type { ItemId } from "#contract/item";
import type { ReadingState } from "#contract/reading";
import type { PageId } from "#contract/scan";
import { itemTable } from "./item.ts";
import type { ReadDb } from "./open.ts";
import { readingTable } from "./reading.ts";
import { pageTable, pageVersionTable, scanTable, shownVersion } from "./scan.ts";
import { vaultFileTable } from "./vault-file.ts";

export type LayerItem = {
  readonly id: ItemId;
  readonly seq: number;
  readonly archivalCode: string;
  readonly title: string;
  readonly neutralTitle: string;
  readonly creator: string;
  readonly access: AccessClass;
  readonly fileCount: number;
};
export type LayerPage = {
  readonly id: PageId;
  readonly itemId: ItemId | null;
  readonly fileId: string;
  readonly mediaType: string;
  readonly width: number;
  readonly height: number;
  readonly dpi: number | null;
  readonly enteredAt: string;
  readonly size: number;
  readonly shownVersion: number;
  readonly readingState: ReadingState | null;
  readonly readVersion: number | null;
};

/** Ids in one statement. */
const together = 500;
function byParts<Id, Row>(ids: readonly Id[], look: (some: Id[]) => Row[]): Row[] {
  const rows: Row[] = [];
  for (let at = 0; at < ids.length; at += together) rows.push(...look(ids.slice(at, at + together)));
  return rows;
}

/** These items, in the order asked for; one that is not there is missing from the answer. */
export function listLayerItems(db: ReadDb, ids: readonly ItemId[]): LayerItem[] {
  const columns = {
    id: itemTable.id,
    seq: itemTable.seq,
    archivalCode: itemTable.archivalCode,
    title: itemTable.title,
    neutralTitle: itemTable.neutralTitle,
    creator: itemTable.creator,
    access: itemTable.access,
    fileCount: itemTable.fileCount,
  };
  const rows = byParts([...new Set(ids)], (some) =>
    db.select(columns).from(itemTable).where(inArray(itemTable.id, some)).all(),
  );
  const known = new Map(rows.map((row) => [row.id, row]));
  return [...new Set(ids)].flatMap((id) => known.get(id) ?? []);
}

/** Pages of items in order, in the version that is shown. */
export function listLayerPages(db: ReadDb, ids: readonly ItemId[]): Map<ItemId, LayerPage[]> {
  const rows = byParts(ids, (some) =>
    db
      .select({
        id: pageTable.id,
        itemId: pageTable.itemId,
        fileId: pageVersionTable.fileId,
        mediaType: pageVersionTable.mediaType,
        width: pageVersionTable.width,
        height: pageVersionTable.height,
        dpi: pageVersionTable.dpi,
        enteredAt: scanTable.enteredAt,
        size: vaultFileTable.plainSize,
        shownVersion: pageTable.shownVersion,
        readingState: readingTable.state,
        readVersion: readingTable.versionNumber,
      })
      .from(pageTable)
      .innerJoin(pageVersionTable, and(eq(pageVersionTable.pageId, pageTable.id), shownVersion))
      .innerJoin(scanTable, eq(scanTable.id, pageTable.scanId))
      .innerJoin(vaultFileTable, eq(vaultFileTable.id, pageVersionTable.fileId))
      .leftJoin(readingTable, eq(readingTable.pageId, pageTable.id))
      .where(inArray(pageTable.itemId, some))
      .orderBy(asc(pageTable.partNumber), asc(pageTable.position))
      .all(),
  );
  const found = new Map<ItemId, LayerPage[]>();
  for (const row of rows) {
    if (row.itemId === null) continue;
    const pages = found.get(row.itemId) ?? [];
    pages.push(row);
    found.set(row.itemId, pages);
  }
  return found;
}

/** Pages of each item that look personal and were not judged yet (personal-data P6); an item without any is missing. */
export function countUnjudged(db: ReadDb, ids: readonly ItemId[]): Map<ItemId, number> {
  const rows = byParts(ids, (some) =>
    db
      .select({ itemId: pageTable.itemId, count: sql<number>`count(*)` })
      .from(pageTable)
      .where(
        and(
          inArray(pageTable.itemId, some),
          sql`EXISTS (SELECT 1 FROM page_mark m WHERE m.page_id = page.id AND m.mark = 'personal' AND m.is_settled = 0)`,
        ),
      )
      .groupBy(pageTable.itemId)
      .all(),
  );
  return new Map(rows.flatMap(({ itemId, count }) => (itemId === null ? [] : [[itemId, count] as const])));
}
