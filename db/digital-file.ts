// 电子文件: received files that are kept as they are, in the tray or in a part of an item.
import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { integer, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { isFlowing, type DigitalFile, type DigitalFileId, type DigitalFormat } from "#contract/digital-file";
import type { RecordingFacts } from "#contract/digital-file";
import type { ItemId } from "#contract/item";
import type { ScanId } from "#contract/scan";
import { countRows } from "./count-rows.ts";
import { insertRow } from "./insert-row.ts";
import type { ReadDb, WriteDb } from "./open.ts";
import { readingCopyTable } from "./reading-copy.ts";
import { scanTable } from "./scan.ts";
import { dropUnusedFiles, vaultFileTable } from "./vault-file.ts";

export const digitalFileTable = sqliteTable("digital_file", {
  seq: integer().primaryKey(),
  id: text().$type<DigitalFileId>().notNull(),
  scanId: text("scan_id").$type<ScanId>().notNull(),
  format: text().$type<DigitalFormat>().notNull(),
  formatVersion: text("format_version").notNull(),
  madeWith: text("made_with").notNull(),
  hasMacro: integer("has_macro", { mode: "boolean" }).notNull(),
  itemId: text("item_id").$type<ItemId>(),
  partNumber: integer("part_number"),
  position: integer(),
});
export const recordingTable = sqliteTable("recording", {
  digitalFileId: text("digital_file_id").$type<DigitalFileId>().primaryKey(),
  durationMs: integer("duration_ms"),
  codec: text().notNull(),
  sampleRate: integer("sample_rate"),
  bitDepth: integer("bit_depth"),
  channelCount: integer("channel_count"),
  width: integer(),
  height: integer(),
  frameRate: real("frame_rate"),
});

const selectFiles = (db: ReadDb) =>
  db
    .select({
      file: digitalFileTable,
      scan: scanTable,
      size: vaultFileTable.plainSize,
      recording: recordingTable,
      copy: readingCopyTable,
    })
    .from(digitalFileTable)
    .innerJoin(scanTable, eq(scanTable.id, digitalFileTable.scanId))
    .leftJoin(vaultFileTable, eq(vaultFileTable.id, scanTable.fileId))
    .leftJoin(recordingTable, eq(recordingTable.digitalFileId, digitalFileTable.id))
    .leftJoin(readingCopyTable, eq(readingCopyTable.digitalFileId, digitalFileTable.id));
type Row = ReturnType<ReturnType<typeof selectFiles>["all"]>[number];

/** A joined row in the words of the contract. */
function asDigitalFile({ file, scan, size, recording, copy }: Row): DigitalFile {
  const { digitalFileId: _, ...facts } = recording ?? { digitalFileId: null };
  return {
    id: file.id,
    sourceName: scan.sourceName,
    format: file.format,
    formatVersion: file.formatVersion,
    madeWith: file.madeWith,
    hasMacro: file.hasMacro,
    size: size ?? 0,
    sourceModifiedAt: scan.sourceModifiedAt,
    enteredAt: scan.enteredAt,
    warnings: scan.warning === "" ? [] : scan.warning.split(","),
    recording: recording ? (facts as RecordingFacts) : null,
    readingCopy: copy && {
      format: copy.format,
      sourceName: copy.sourceName,
      suppliedBy: copy.suppliedBy,
      suppliedAt: copy.suppliedAt,
    },
    awaitsReadingCopy: isFlowing(file.format) && copy === null,
  };
}

/** Adds a digital file to the tray; its scan must be there. */
export function addDigitalFile(
  db: WriteDb,
  file: Pick<
    typeof digitalFileTable.$inferSelect,
    "id" | "scanId" | "format" | "formatVersion" | "madeWith" | "hasMacro"
  >,
  recording: RecordingFacts | null,
): void {
  insertRow(db, digitalFileTable, file);
  if (recording) insertRow(db, recordingTable, { digitalFileId: file.id, ...recording });
}

/** Digital files of the tray, in the order they came in. */
export function listDigitalTray(db: ReadDb, offset: number, limit: number): { rows: DigitalFile[]; total: number } {
  const inTray = isNull(digitalFileTable.itemId);
  const rows = selectFiles(db).where(inTray).orderBy(asc(digitalFileTable.seq)).limit(limit).offset(offset).all();
  return { rows: rows.map(asDigitalFile), total: countRows(db, digitalFileTable, inTray) };
}

/** Digital files of one item in order, with the part each belongs to. */
export function listItemFiles(db: ReadDb, itemId: ItemId): { partNumber: number; file: DigitalFile }[] {
  return selectFiles(db)
    .where(eq(digitalFileTable.itemId, itemId))
    .orderBy(asc(digitalFileTable.partNumber), asc(digitalFileTable.position))
    .all()
    .map((row) => ({ partNumber: row.file.partNumber ?? 0, file: asDigitalFile(row) }));
}

/** The first digital file of each of these items. */
export function listFilesOfItems(db: ReadDb, ids: readonly ItemId[]): Map<ItemId, DigitalFile> {
  const found = new Map<ItemId, DigitalFile>();
  const rows = selectFiles(db)
    .where(inArray(digitalFileTable.itemId, [...ids]))
    .orderBy(asc(digitalFileTable.partNumber), asc(digitalFileTable.position))
    .all();
  for (const row of rows)
    if (row.file.itemId && !found.has(row.file.itemId)) found.set(row.file.itemId, asDigitalFile(row));
  return found;
}

/** 待转换: flowing files without reading copy, oldest first, with the item each lies in. */
export function listAwaiting(
  db: ReadDb,
  offset: number,
  limit: number,
): { rows: (DigitalFile & { itemId: ItemId | null })[]; total: number } {
  const flowing = ["docx", "wps", "doc", "xlsx", "et", "xls", "html", "mhtml", "eml"] satisfies DigitalFormat[];
  const where = and(
    inArray(digitalFileTable.format, flowing),
    sql`NOT EXISTS (SELECT 1 FROM reading_copy c WHERE c.digital_file_id = digital_file.id)`,
  );
  const rows = selectFiles(db).where(where).orderBy(asc(digitalFileTable.seq)).limit(limit).offset(offset).all();
  return {
    rows: rows.map((row) => ({ ...asDigitalFile(row), itemId: row.file.itemId })),
    total: countRows(db, digitalFileTable, where),
  };
}

/** One digital file with where it lies: its item and its sealed bytes (null when they had to go). */
export function getDigitalFile(
  db: ReadDb,
  id: DigitalFileId,
): { file: DigitalFile; itemId: ItemId | null; fileId: string | null } | undefined {
  const row = selectFiles(db).where(eq(digitalFileTable.id, id)).get();
  return row && { file: asDigitalFile(row), itemId: row.file.itemId, fileId: row.scan.fileId };
}

/** Where each of these files is: its item, or null for the tray; what does not exist is missing from the answer. */
export function fileWhereaboutsOf(db: ReadDb, ids: readonly DigitalFileId[]): Map<DigitalFileId, ItemId | null> {
  const found = new Map<DigitalFileId, ItemId | null>();
  for (let at = 0; at < ids.length; at += 500) {
    const some = inArray(digitalFileTable.id, ids.slice(at, at + 500));
    const rows = db.select({ id: digitalFileTable.id, itemId: digitalFileTable.itemId }).from(digitalFileTable);
    for (const row of rows.where(some).all()) found.set(row.id, row.itemId);
  }
  return found;
}

/** Puts a file at a place in an item. */
export function placeDigitalFile(
  db: WriteDb,
  id: DigitalFileId,
  itemId: ItemId,
  partNumber: number,
  position: number,
): void {
  db.update(digitalFileTable).set({ itemId, partNumber, position }).where(eq(digitalFileTable.id, id)).run();
}

/** Sends all files of an item back to the tray; returns how many. */
export function releaseDigitalFiles(db: WriteDb, itemId: ItemId): number {
  const free = { itemId: null, partNumber: null, position: null };
  return db.update(digitalFileTable).set(free).where(eq(digitalFileTable.itemId, itemId)).run().changes;
}

/** Forgets files with their reading copies and scans, keys dropped; returns the names of the sealed files to remove on disk. */
export function dropDigitalFiles(db: WriteDb, ids: readonly DigitalFileId[]): string[] {
  const sealed = new Set<string>();
  for (let at = 0; at < ids.length; at += 500) {
    const some = inArray(digitalFileTable.id, ids.slice(at, at + 500));
    const rows = selectFiles(db).where(some).all();
    const copies = inArray(readingCopyTable.digitalFileId, ids.slice(at, at + 500));
    db.delete(readingCopyTable).where(copies).run();
    db.delete(digitalFileTable).where(some).run();
    for (const { file, scan, copy } of rows) {
      db.delete(scanTable).where(eq(scanTable.id, file.scanId)).run();
      for (const fileId of [scan.fileId, copy?.fileId]) if (fileId) sealed.add(fileId);
    }
  }
  return dropUnusedFiles(db, [...sealed]);
}

/** SHA-256 of the files of an item, in order. */
export function listFileDigests(db: ReadDb, itemId: ItemId): string[] {
  return db
    .select({ digest: vaultFileTable.plainSha256 })
    .from(digitalFileTable)
    .innerJoin(scanTable, eq(scanTable.id, digitalFileTable.scanId))
    .innerJoin(vaultFileTable, eq(vaultFileTable.id, scanTable.fileId))
    .where(eq(digitalFileTable.itemId, itemId))
    .orderBy(asc(digitalFileTable.partNumber), asc(digitalFileTable.position))
    .all()
    .map((row) => row.digest);
}
