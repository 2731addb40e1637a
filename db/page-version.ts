// 页面图像的各个版本: the image as received and what was made of it; which of them is shown.
import { and, asc, eq, max } from "drizzle-orm";
import type { ImageRecipe } from "#contract/derivative";
import type { PageId } from "#contract/scan";
import type { ReadDb, WriteDb } from "./open.ts";
import { insertRow } from "./insert-row.ts";
import { addWaiting, readingTable } from "./reading.ts";
import { type FirstVersion, pageTable, type PageVersion, pageVersionTable } from "./scan.ts";

/** What is written down of a derivative; its number is given here. */
export type NewDerivative = Omit<FirstVersion, "kind"> & {
  readonly madeFrom: number;
  readonly madeAt: string;
  readonly recipe: ImageRecipe;
};

/** All versions of a page, the received one first. */
export function listVersions(db: ReadDb, pageId: PageId): PageVersion[] {
  const of = eq(pageVersionTable.pageId, pageId);
  return db.select().from(pageVersionTable).where(of).orderBy(asc(pageVersionTable.number)).all();
}

/** One version of a page. */
export function getVersion(db: ReadDb, pageId: PageId, number: number): PageVersion | undefined {
  const one = and(eq(pageVersionTable.pageId, pageId), eq(pageVersionTable.number, number));
  return db.select().from(pageVersionTable).where(one).get();
}

/** Number of the version that is shown; undefined when there is no such page. */
export function shownVersionOf(db: ReadDb, pageId: PageId): number | undefined {
  return db.select({ shown: pageTable.shownVersion }).from(pageTable).where(eq(pageTable.id, pageId)).get()?.shown;
}

/** Adds a derivative after the others and shows it; returns its number. Versions below it never change. */
export function addDerivative(db: WriteDb, pageId: PageId, { recipe, ...facts }: NewDerivative): number {
  const of = eq(pageVersionTable.pageId, pageId);
  const last =
    db
      .select({ last: max(pageVersionTable.number) })
      .from(pageVersionTable)
      .where(of)
      .get()?.last ?? 0;
  const number = last + 1;
  insertRow(db, pageVersionTable, { ...facts, kind: "derivative", pageId, number, recipe: JSON.stringify(recipe) });
  showVersion(db, pageId, number);
  return number;
}

/** Shows a version. The page is read again, unless it was this version that was read last. */
export function showVersion(db: WriteDb, pageId: PageId, number: number): void {
  db.update(pageTable).set({ shownVersion: number }).where(eq(pageTable.id, pageId)).run();
  const of = eq(readingTable.pageId, pageId);
  const reading = db.select().from(readingTable).where(of).get();
  const isRead = reading?.versionNumber === number && reading.engine !== "" && reading.readAt !== "";
  db.update(readingTable)
    .set({ state: isRead ? "read" : "waiting", attempts: 0 })
    .where(of)
    .run();
}

/** A further page out of the same scan, with the versions of a page up to `upTo`; it waits to be read and stands in the tray. */
export function copyPage(db: WriteDb, from: PageId, to: PageId, upTo: number): void {
  const page = db.select().from(pageTable).where(eq(pageTable.id, from)).get();
  if (!page) return;
  const { scanId, sourcePage } = page;
  insertRow(db, pageTable, { id: to, scanId, sourcePage, shownVersion: upTo, setAside: "" });
  for (const version of listVersions(db, from))
    if (version.number <= upTo) insertRow(db, pageVersionTable, { ...version, pageId: to });
  addWaiting(db, to);
}
