// 说明 of photos and recordings, with what the camera said and where the picture is.
import { and, asc, eq, inArray, sql, type SQL } from "drizzle-orm";
import { sqliteTable, text } from "drizzle-orm/sqlite-core";
import { archivalDate } from "#contract/archival-date";
import type { CaptionedItem, CaptionFields } from "#contract/caption";
import type { ItemId } from "#contract/item";
import type { VolumeId } from "#contract/place-of-item";
import { cameraFactTable } from "./camera-fact.ts";
import { countRows } from "./count-rows.ts";
import { listFilesOfItems } from "./digital-file.ts";
import { itemTable } from "./item.ts";
import type { ReadDb, WriteDb } from "./open.ts";
import { shownVersion, pageTable, pageVersionTable, scanTable } from "./scan.ts";

export const captionTable = sqliteTable("caption", {
  itemId: text("item_id").$type<ItemId>().primaryKey(),
  statedDate: text("stated_date").notNull(),
  place: text().notNull(),
  people: text().notNull(),
  affair: text().notNull(),
  background: text().notNull(),
  text: text().notNull(),
  seeAlso: text("see_also").notNull(),
});
export type CaptionRecord = typeof captionTable.$inferSelect;

/** Writes the caption of an item anew. */
export function putCaption(db: WriteDb, caption: CaptionRecord): void {
  const { itemId: _, ...fields } = caption;
  db.insert(captionTable).values(caption).onConflictDoUpdate({ target: captionTable.itemId, set: fields }).run();
}

/** What stands in the caption row of an item itself. */
export function getCaption(db: ReadDb, itemId: ItemId): Omit<CaptionFields, "title" | "photographer"> | undefined {
  const row = db.select().from(captionTable).where(eq(captionTable.itemId, itemId)).get();
  if (!row) return undefined;
  const { itemId: _, ...fields } = row;
  return { ...fields, statedDate: archivalDate.parse(fields.statedDate) };
}

type Picture = Pick<CaptionedItem, "page" | "camera" | "sourceName">;

/** The first page of each of these items, with the camera's words. */
function picturesOf(db: ReadDb, ids: readonly ItemId[]): Map<ItemId, Picture> {
  const found = new Map<ItemId, Picture>();
  const rows = db
    .select({
      itemId: pageTable.itemId,
      id: pageTable.id,
      width: pageVersionTable.width,
      height: pageVersionTable.height,
      sourceName: scanTable.sourceName,
      camera: cameraFactTable,
    })
    .from(pageTable)
    .innerJoin(scanTable, eq(scanTable.id, pageTable.scanId))
    .innerJoin(pageVersionTable, and(eq(pageVersionTable.pageId, pageTable.id), shownVersion))
    .leftJoin(cameraFactTable, eq(cameraFactTable.scanId, pageTable.scanId))
    .where(inArray(pageTable.itemId, [...ids]))
    .orderBy(asc(pageTable.partNumber), asc(pageTable.position))
    .all();
  for (const { itemId, id, width, height, sourceName, camera } of rows)
    if (itemId && !found.has(itemId))
      found.set(itemId, {
        page: { id, width, height },
        camera: camera && { make: camera.make, model: camera.model, takenAt: camera.takenAt },
        sourceName,
      });
  return found;
}

function readCaptioned(db: ReadDb, where: SQL | undefined, offset: number, limit: number): CaptionedItem[] {
  const rows = db
    .select({ item: itemTable, caption: captionTable })
    .from(itemTable)
    .leftJoin(captionTable, eq(captionTable.itemId, itemTable.id))
    .where(where)
    .orderBy(asc(itemTable.itemNumber), sql`${itemTable.rank} IS NULL`, asc(itemTable.rank), asc(itemTable.seq))
    .limit(limit)
    .offset(offset)
    .all();
  const ids = rows.map(({ item }) => item.id);
  const pictures = picturesOf(db, ids);
  const files = listFilesOfItems(db, ids);
  return rows.map(({ item, caption }) => {
    const fields: CaptionFields = {
      title: item.title,
      statedDate: archivalDate.parse(caption?.statedDate ?? ""),
      place: caption?.place ?? "",
      people: caption?.people ?? "",
      affair: caption?.affair ?? "",
      background: caption?.background ?? "",
      photographer: item.creator,
      text: caption?.text ?? "",
      seeAlso: caption?.seeAlso ?? "",
    };
    const picture = pictures.get(item.id);
    const file = files.get(item.id) ?? null;
    return {
      itemId: item.id,
      revision: item.revision,
      state: item.state,
      access: item.access,
      itemNumber: item.itemNumber,
      archivalCode: item.archivalCode,
      documentDate: archivalDate.parse(item.documentDate),
      caption: fields,
      camera: picture?.camera ?? null,
      sourceName: picture?.sourceName ?? file?.sourceName ?? "",
      page: picture?.page ?? null,
      file,
    };
  });
}

/** What is in a group, in order. */
export function listCaptioned(
  db: ReadDb,
  volumeId: VolumeId,
  offset: number,
  limit: number,
): { rows: CaptionedItem[]; total: number } {
  const of = eq(itemTable.volumeId, volumeId);
  return { rows: readCaptioned(db, of, offset, limit), total: countRows(db, itemTable, of) };
}

/** Items with their captions, by id; those that do not exist are missing from the answer. */
export function getCaptioned(db: ReadDb, ids: readonly ItemId[]): Map<ItemId, CaptionedItem> {
  const found = new Map<ItemId, CaptionedItem>();
  for (let at = 0; at < ids.length; at += 500) {
    const some = ids.slice(at, at + 500);
    for (const row of readCaptioned(db, inArray(itemTable.id, some), 0, some.length)) found.set(row.itemId, row);
  }
  return found;
}
