// 扫描件 and 页: what was received, and the pages it brought.
import { and, asc, eq, getTableColumns, inArray, ne, sql } from "drizzle-orm";
import { integer, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ItemId } from "#contract/item";
import type { Page, PageId, ScanId, SetAside } from "#contract/scan";
import { countRows } from "./count-rows.ts";
import { insertRow } from "./insert-row.ts";
import type { ReadDb, WriteDb } from "./open.ts";
import { addWaiting } from "./reading.ts";
import { dropUnusedFiles, vaultFileTable } from "./vault-file.ts";

export const scanTable = sqliteTable("scan", {
  seq: integer().primaryKey(),
  id: text().$type<ScanId>().notNull(),
  sourceName: text("source_name").notNull(),
  mediaType: text("media_type").notNull(),
  pageCount: integer("page_count").notNull(),
  /** Null once the received file had to go with a state secret (P15); its other pages are shown by their renditions. */
  fileId: text("file_id"),
  sourceModifiedAt: text("source_modified_at").notNull(),
  enteredAt: text("entered_at").notNull(),
  warning: text().notNull(),
});
export const pageTable = sqliteTable("page", {
  seq: integer().primaryKey(),
  id: text().$type<PageId>().notNull(),
  scanId: text("scan_id").$type<ScanId>().notNull(),
  sourcePage: integer("source_page").notNull(),
  itemId: text("item_id").$type<ItemId>(),
  partNumber: integer("part_number"),
  position: integer(),
  /** The version that is shown, printed and packed. */
  shownVersion: integer("shown_version").notNull().default(1),
  /** Why the page stands neither in the tray nor in an item; blank for every other page. */
  setAside: text("set_aside").$type<SetAside>().notNull().default(""),
  /** Where somebody moved it in the tray; null = in capture order. */
  trayPosition: real("tray_position"),
});
export const pageVersionTable = sqliteTable(
  "page_version",
  {
    pageId: text("page_id").$type<PageId>().notNull(),
    number: integer().notNull(),
    kind: text().$type<"original" | "rendition" | "derivative">().notNull(),
    madeBy: text("made_by").notNull(),
    fileId: text("file_id").notNull(),
    mediaType: text("media_type").notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    dpi: integer(),
    colourMode: text("colour_mode").$type<Page["colourMode"]>().notNull(),
    /** Set for a derivative: the version its recipe was applied to. */
    madeFrom: integer("made_from"),
    madeAt: text("made_at").notNull().default(""),
    /** Steps as contract/derivative.ts says them, JSON. */
    recipe: text().notNull().default("[]"),
  },
  (table) => [primaryKey({ columns: [table.pageId, table.number] })],
);
export type PageVersion = typeof pageVersionTable.$inferSelect;
/** A version before it has its place: how it was received, not what was made of it. */
export type FirstVersion = Omit<PageVersion, "pageId" | "number" | "madeFrom" | "madeAt" | "recipe">;

/** A page is seen in the version chosen for it: the first, or what was made of it last and not taken back. */
export const shownVersion = eq(pageVersionTable.number, pageTable.shownVersion);
/** 待整理: neither in an item nor set aside. */
export const inTray = sql`${pageTable.itemId} IS NULL AND ${pageTable.setAside} = ''`;

/** The columns of a page in the words of the contract. */
export const pageColumns = {
  id: pageTable.id,
  scanId: pageTable.scanId,
  sourceName: scanTable.sourceName,
  sourcePage: pageTable.sourcePage,
  version: pageTable.shownVersion,
  width: pageVersionTable.width,
  height: pageVersionTable.height,
  dpi: pageVersionTable.dpi,
  colourMode: pageVersionTable.colourMode,
  mediaType: pageVersionTable.mediaType,
  enteredAt: scanTable.enteredAt,
  remark: scanTable.warning,
};
export /** Pages with their scan and the version they show. */
const selectPages = (db: ReadDb) =>
  db
    .select({ ...pageColumns, partNumber: pageTable.partNumber })
    .from(pageTable)
    .innerJoin(scanTable, eq(scanTable.id, pageTable.scanId))
    .innerJoin(pageVersionTable, and(eq(pageVersionTable.pageId, pageTable.id), shownVersion));

/** Adds a scan with its pages, all in the tray. */
export function addScan(
  db: WriteDb,
  scan: Omit<typeof scanTable.$inferInsert, "seq">,
  pages: readonly { id: PageId; version: FirstVersion }[],
): void {
  insertRow(db, scanTable, scan);
  pages.forEach(({ id, version }, at) => {
    insertRow(db, pageTable, { id, scanId: scan.id, sourcePage: at + 1, shownVersion: 1, setAside: "" });
    insertRow(db, pageVersionTable, { ...version, pageId: id, number: 1, madeAt: "", recipe: "[]" });
    addWaiting(db, id);
  });
}

/** Pages of the tray in capture order, as far as nobody moved them. */
export function listTray(db: ReadDb, offset: number, limit: number): { pages: Page[]; total: number } {
  const pages = selectPages(db)
    .where(inTray)
    .orderBy(sql`coalesce(tray_position, page.seq)`)
    .limit(limit)
    .offset(offset)
    .all();
  return {
    pages: pages.map(({ partNumber: _, ...page }) => page),
    total: countRows(db, pageTable, inTray),
  };
}

/** Pages of one item in order, with the part each belongs to. */
export function listItemPages(db: ReadDb, itemId: ItemId): { partNumber: number; page: Page }[] {
  return selectPages(db)
    .where(eq(pageTable.itemId, itemId))
    .orderBy(asc(pageTable.partNumber), asc(pageTable.position))
    .all()
    .map(({ partNumber, ...page }) => ({ partNumber: partNumber ?? 0, page }));
}

/** Where each of these pages is: its item, or null for the tray; pages that do not exist are missing from the answer. */
export function whereaboutsOf(db: ReadDb, ids: readonly PageId[]): Map<PageId, ItemId | null> {
  const found = new Map<PageId, ItemId | null>();
  for (let at = 0; at < ids.length; at += 500) {
    const some = inArray(pageTable.id, ids.slice(at, at + 500));
    for (const row of db.select({ id: pageTable.id, itemId: pageTable.itemId }).from(pageTable).where(some).all())
      found.set(row.id, row.itemId);
  }
  return found;
}

/** How many of these pages are set aside. */
export function countSetAside(db: ReadDb, ids: readonly PageId[]): number {
  let count = 0;
  for (let at = 0; at < ids.length; at += 500) {
    const some = and(inArray(pageTable.id, ids.slice(at, at + 500)), ne(pageTable.setAside, ""));
    count += countRows(db, pageTable, some);
  }
  return count;
}

/** Puts a page at a place in an item. */
export function placePage(db: WriteDb, id: PageId, itemId: ItemId, partNumber: number, position: number): void {
  db.update(pageTable).set({ itemId, partNumber, position }).where(eq(pageTable.id, id)).run();
}

/** Sends all pages of an item back to the tray; returns how many. */
export function releasePages(db: WriteDb, itemId: ItemId): number {
  const free = { itemId: null, partNumber: null, position: null };
  return db.update(pageTable).set(free).where(eq(pageTable.itemId, itemId)).run().changes;
}

/** The shown version of a page with its file. */
export function getPageVersion(db: ReadDb, id: PageId): PageVersion | undefined {
  return db
    .select(getTableColumns(pageVersionTable))
    .from(pageTable)
    .innerJoin(pageVersionTable, and(eq(pageVersionTable.pageId, pageTable.id), shownVersion))
    .where(eq(pageTable.id, id))
    .get();
}

/** The file of a page as it was received; its key guards what was read on the page too. */
export function getFirstFile(db: ReadDb, id: PageId): string | undefined {
  // The lowest there is: of half a spread the whole scan may have gone with a state secret.
  return db
    .select({ fileId: pageVersionTable.fileId })
    .from(pageVersionTable)
    .where(eq(pageVersionTable.pageId, id))
    .orderBy(asc(pageVersionTable.number))
    .limit(1)
    .get()?.fileId;
}

/**
 * Forgets pages, and the scans that have none left; returns the names of the files to remove on disk, keys dropped.
 * With `mustOriginalsGo` the received file goes too where other pages of it stay: it holds the dropped ones (P15).
 */
export function dropPages(db: WriteDb, ids: readonly PageId[], mustOriginalsGo = false): string[] {
  const files = new Set<string>();
  const scans = new Set<ScanId>();
  for (let at = 0; at < ids.length; at += 500) {
    const some = ids.slice(at, at + 500);
    const versions = inArray(pageVersionTable.pageId, some);
    for (const row of db.select().from(pageVersionTable).where(versions).all()) files.add(row.fileId);
    for (const row of db.select().from(pageTable).where(inArray(pageTable.id, some)).all()) scans.add(row.scanId);
    db.delete(pageVersionTable).where(versions).run();
    db.delete(pageTable).where(inArray(pageTable.id, some)).run();
  }
  for (const scanId of scans) {
    const of = eq(scanTable.id, scanId);
    const original = db.select({ fileId: scanTable.fileId }).from(scanTable).where(of).get()?.fileId;
    if (countRows(db, pageTable, eq(pageTable.scanId, scanId)) === 0) db.delete(scanTable).where(of).run();
    else if (mustOriginalsGo) db.update(scanTable).set({ fileId: null }).where(of).run();
    else continue;
    if (original) files.add(original);
  }
  return dropUnusedFiles(db, [...files]);
}

/** A scan entered earlier with the same bytes: equal files are reported, never merged (house 3.1). */
export function findSameScan(db: ReadDb, plainSha256: string): { id: ScanId; sourceName: string } | undefined {
  return db
    .select({ id: scanTable.id, sourceName: scanTable.sourceName })
    .from(scanTable)
    .innerJoin(vaultFileTable, eq(vaultFileTable.id, scanTable.fileId))
    .where(eq(vaultFileTable.plainSha256, plainSha256))
    .limit(1)
    .get();
}

/** SHA-256 of the shown version of each page of an item, in order. */
export function listPageDigests(db: ReadDb, itemId: ItemId): string[] {
  return db
    .select({ digest: vaultFileTable.plainSha256 })
    .from(pageTable)
    .innerJoin(pageVersionTable, and(eq(pageVersionTable.pageId, pageTable.id), shownVersion))
    .innerJoin(vaultFileTable, eq(vaultFileTable.id, pageVersionTable.fileId))
    .where(eq(pageTable.itemId, itemId))
    .orderBy(asc(pageTable.partNumber), asc(pageTable.position))
    .all()
    .map((row) => row.digest);
}

/** How many pages wait in the tray. */
export const countTray = (db: ReadDb): number => countRows(db, pageTable, inTray);
