// Digests of what items are made of, for many items at once: their pages in order, then their digital files in order.
import { and, asc, eq, inArray } from "drizzle-orm";
import type { ItemId } from "#contract/item";
import { digitalFileTable } from "./digital-file.ts";
import type { ReadDb } from "./open.ts";
import { shownVersion, pageTable, pageVersionTable, scanTable } from "./scan.ts";
import { vaultFileTable } from "./vault-file.ts";

/** Items asked for in one statement: one by one, building statements costs more than reading. */
const together = 500;

type Line = { readonly itemId: ItemId | null; readonly digest: string };

function readPages(db: ReadDb, ids: ItemId[]): Line[] {
  return db
    .select({ itemId: pageTable.itemId, digest: vaultFileTable.plainSha256 })
    .from(pageTable)
    .innerJoin(pageVersionTable, and(eq(pageVersionTable.pageId, pageTable.id), shownVersion))
    .innerJoin(vaultFileTable, eq(vaultFileTable.id, pageVersionTable.fileId))
    .where(inArray(pageTable.itemId, ids))
    .orderBy(asc(pageTable.partNumber), asc(pageTable.position))
    .all();
}

function readFiles(db: ReadDb, ids: ItemId[]): Line[] {
  return db
    .select({ itemId: digitalFileTable.itemId, digest: vaultFileTable.plainSha256 })
    .from(digitalFileTable)
    .innerJoin(scanTable, eq(scanTable.id, digitalFileTable.scanId))
    .innerJoin(vaultFileTable, eq(vaultFileTable.id, scanTable.fileId))
    .where(inArray(digitalFileTable.itemId, ids))
    .orderBy(asc(digitalFileTable.partNumber), asc(digitalFileTable.position))
    .all();
}

/** SHA-256 (hex) of the contents of each item in order; an item without any is not in the map. */
export function listContentDigests(db: ReadDb, ids: readonly ItemId[]): Map<ItemId, string[]> {
  const found = new Map<ItemId, string[]>();
  for (let at = 0; at < ids.length; at += together) {
    const some = ids.slice(at, at + together);
    for (const { itemId, digest } of [...readPages(db, some), ...readFiles(db, some)]) {
      if (itemId === null) continue;
      const digests = found.get(itemId);
      if (digests) digests.push(digest);
      else found.set(itemId, [digest]);
    }
  }
  return found;
}
