// 原件: the received file of a page, and the pages that came in it.
import { and, asc, eq } from "drizzle-orm";
import type { PageId, ScanId } from "#contract/scan";
import type { SourceDocument } from "#contract/source-document";
import type { ReadDb } from "./open.ts";
import { pageTable, pageVersionTable, scanTable } from "./scan.ts";
import { vaultFileTable } from "./vault-file.ts";

export type SourceOfPage = {
  readonly scanId: ScanId;
  readonly sourceName: string;
  readonly mediaType: string;
  readonly pageCount: number;
  /** Null once the received file had to go. */
  readonly fileId: string | null;
  readonly size: number;
};

/** The file a page came in. */
export function getSourceOf(db: ReadDb, id: PageId): SourceOfPage | undefined {
  const row = db
    .select({
      scanId: pageTable.scanId,
      sourceName: scanTable.sourceName,
      mediaType: scanTable.mediaType,
      pageCount: scanTable.pageCount,
      fileId: scanTable.fileId,
      size: vaultFileTable.plainSize,
    })
    .from(pageTable)
    .innerJoin(scanTable, eq(scanTable.id, pageTable.scanId))
    .leftJoin(vaultFileTable, eq(vaultFileTable.id, scanTable.fileId))
    .where(eq(pageTable.id, id))
    .get();
  return row && { ...row, size: row.size ?? 0 };
}

/** The pages of a received file as they were taken in, in its order; pages that are gone or not to be seen are missing. */
export function listSourcePages(db: ReadDb, scanId: ScanId): SourceDocument["pages"][number][] {
  return db
    .select({
      pageId: pageTable.id,
      sourcePage: pageTable.sourcePage,
      width: pageVersionTable.width,
      height: pageVersionTable.height,
    })
    .from(pageTable)
    .innerJoin(pageVersionTable, and(eq(pageVersionTable.pageId, pageTable.id), eq(pageVersionTable.number, 1)))
    .where(eq(pageTable.scanId, scanId))
    .orderBy(asc(pageTable.sourcePage))
    .all();
}
