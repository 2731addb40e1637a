// What an older copy still holds of papers that were taken away as state secrets, by the random names of their files (P14, P15).
import { inArray } from "drizzle-orm";
import type { DigitalFileId } from "#contract/digital-file";
import type { ItemId } from "#contract/item";
import type { PageId } from "#contract/scan";
import { digitalFileTable } from "./digital-file.ts";
import { itemTable } from "./item.ts";
import type { ReadDb } from "./open.ts";
import { pageTable, pageVersionTable, scanTable, whereaboutsOf } from "./scan.ts";

export type SecretRemains = {
  readonly itemIds: readonly ItemId[];
  readonly pageIds: readonly PageId[];
  readonly fileIds: readonly DigitalFileId[];
};

/** Items, pages with a version in one of these files, and born-digital files that are still there. */
export function listSecretRemains(db: ReadDb, ids: readonly string[]): SecretRemains {
  const [items, pages, files] = [new Set<ItemId>(), new Set<PageId>(), new Set<DigitalFileId>()];
  for (let at = 0; at < ids.length; at += 500) {
    const some = [...ids.slice(at, at + 500)];
    for (const { id } of db
      .select({ id: itemTable.id })
      .from(itemTable)
      .where(inArray(itemTable.id, some as ItemId[]))
      .all())
      items.add(id);
    const versions = db.select({ id: pageVersionTable.pageId }).from(pageVersionTable);
    for (const { id } of versions.where(inArray(pageVersionTable.fileId, some)).all()) pages.add(id);
    const scans = db.select({ id: scanTable.id }).from(scanTable).where(inArray(scanTable.fileId, some));
    const ofScans = db.select({ id: pageTable.id }).from(pageTable).where(inArray(pageTable.scanId, scans));
    for (const { id } of ofScans.all()) pages.add(id);
    const digital = db.select({ id: digitalFileTable.id }).from(digitalFileTable);
    for (const { id } of digital.where(inArray(digitalFileTable.scanId, scans)).all()) files.add(id);
  }
  // A paper that was put together as an item then may have been loose pages when it was found out: the item goes too.
  for (const id of whereaboutsOf(db, [...pages]).values()) if (id !== null) items.add(id);
  return { itemIds: [...items], pageIds: [...pages], fileIds: [...files] };
}
