// Where pages stand: in the tray in an order somebody may change, set aside, or at a place in an item.
import { and, desc, eq, gt, inArray, isNull, lt, max, ne, type SQL, sql } from "drizzle-orm";
import type { PagePlace } from "#contract/page-tool";
import type { Page, PageId, SetAside } from "#contract/scan";
import { countRows } from "./count-rows.ts";
import type { ReadDb, WriteDb } from "./open.ts";
import { pageColumns, pageTable, pageVersionTable, scanTable, shownVersion } from "./scan.ts";

/** Place in the tray: in capture order, as far as nobody moved the page. */
export const standing: SQL<number> = sql<number>`coalesce(${pageTable.trayPosition}, ${pageTable.seq})`;
export const inTray = and(isNull(pageTable.itemId), eq(pageTable.setAside, ""));

/** A gap so narrow that numbers no longer tell two places apart. */
const leastGap = 1e-7;

/** Where a page of the tray stands; undefined for any other page. */
export function standingOf(db: ReadDb, id: PageId): number | undefined {
  return db
    .select({ at: standing })
    .from(pageTable)
    .where(and(eq(pageTable.id, id), inTray))
    .get()?.at;
}

function neighbour(db: ReadDb, where: SQL | undefined, isBefore: boolean): { id: PageId; at: number } | undefined {
  return db
    .select({ id: pageTable.id, at: standing })
    .from(pageTable)
    .where(and(inTray, where))
    .orderBy(isBefore ? sql`${standing} DESC` : standing)
    .limit(1)
    .get();
}

/** Where each of these pages stands, in the order of the tray, so that each can be put after the one before it. */
export function listPlaces(db: ReadDb, ids: readonly PageId[]): PagePlace[] {
  const rows: (Omit<PagePlace, "after"> & { at: number })[] = [];
  const { itemId, partNumber, position, setAside, shownVersion } = pageTable;
  for (let from = 0; from < ids.length; from += 500)
    rows.push(
      ...db
        .select({ pageId: pageTable.id, itemId, partNumber, position, setAside, shownVersion, at: standing })
        .from(pageTable)
        .where(inArray(pageTable.id, ids.slice(from, from + 500)))
        .all(),
    );
  return rows
    .sort((one, other) => one.at - other.at)
    .map(({ at, ...row }) => {
      const isWaiting = row.itemId === null && row.setAside === "";
      return { ...row, after: isWaiting ? (neighbour(db, lt(standing, at), true)?.id ?? null) : null };
    });
}

/** Before every place there is: where pages are while they move. */
const away = -1e15;

/** Numbers the tray anew, evenly, before a gap gets too narrow; pages on their way stay out of it. */
function spreadTray(db: WriteDb, end: number): void {
  const standingThere = and(inTray, gt(standing, away / 2));
  const rows = db
    .select({ id: pageTable.id, at: standing })
    .from(pageTable)
    .where(standingThere)
    .orderBy(standing)
    .all();
  const first = Math.min(rows[0]?.at ?? 0, end - 1);
  rows.forEach(({ id }, index) => {
    const trayPosition = first + ((end - first) * index) / rows.length;
    db.update(pageTable).set({ trayPosition }).where(eq(pageTable.id, id)).run();
  });
}

/** Sets pages of the tray, in the order given, right after another page of it; null sets them before all others. */
export function placeInTray(db: WriteDb, ids: readonly PageId[], after: PageId | null): void {
  // What comes in later stands behind: places never reach the next number of capture.
  const end =
    (db
      .select({ last: max(pageTable.seq) })
      .from(pageTable)
      .get()?.last ?? 0) + 1;
  for (const id of ids) db.update(pageTable).set({ trayPosition: away }).where(eq(pageTable.id, id)).run();
  const gap = (): { from: number; to: number } => {
    const from = after === null ? undefined : standingOf(db, after);
    const next = neighbour(db, gt(standing, from ?? away / 2), false)?.at;
    return { from: from ?? (next ?? end) - ids.length - 1, to: next ?? end };
  };
  let { from, to } = gap();
  if ((to - from) / (ids.length + 1) < leastGap) {
    spreadTray(db, end);
    ({ from, to } = gap());
  }
  ids.forEach((id, index) => {
    const trayPosition = from + ((to - from) * (index + 1)) / (ids.length + 1);
    db.update(pageTable).set({ trayPosition }).where(eq(pageTable.id, id)).run();
  });
}

/** Out of the tray or an item, with the reason. */
export function setPageAside(db: WriteDb, id: PageId, setAside: PagePlace["setAside"]): void {
  const change = { setAside, itemId: null, partNumber: null, position: null };
  db.update(pageTable).set(change).where(eq(pageTable.id, id)).run();
}

/** Number of pages that lie in an item. */
export const countItemPages = (db: ReadDb, itemId: NonNullable<PagePlace["itemId"]>): number =>
  countRows(db, pageTable, eq(pageTable.itemId, itemId));

/** Page numbers of a part of an item after a place, moved on by one to make room. */
export function makeRoom(db: WriteDb, place: Pick<PagePlace, "itemId" | "partNumber" | "position">): void {
  const { itemId, partNumber, position } = place;
  if (itemId === null || partNumber === null || position === null) return;
  const after = and(
    eq(pageTable.itemId, itemId),
    eq(pageTable.partNumber, partNumber),
    gt(pageTable.position, position),
  );
  db.update(pageTable)
    .set({ position: sql`${pageTable.position} + 1` })
    .where(after)
    .run();
}

/** 已搁置的页, the newest first. */
export function listAside(
  db: ReadDb,
  offset: number,
  limit: number,
): { pages: (Page & { setAside: SetAside })[]; total: number } {
  const isAside = ne(pageTable.setAside, "");
  const pages = db
    .select({ ...pageColumns, setAside: pageTable.setAside })
    .from(pageTable)
    .innerJoin(scanTable, eq(scanTable.id, pageTable.scanId))
    .innerJoin(pageVersionTable, and(eq(pageVersionTable.pageId, pageTable.id), shownVersion))
    .where(isAside)
    .orderBy(desc(pageTable.seq))
    .limit(limit)
    .offset(offset)
    .all();
  return { pages, total: countRows(db, pageTable, isAside) };
}
