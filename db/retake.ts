// 重拍: a page of the tray that another takes the place of; it is set aside and can be brought back.
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { PageId } from "#contract/scan";
import { captureTable } from "./capture.ts";
import { countRows } from "./count-rows.ts";
import type { ReadDb, WriteDb } from "./open.ts";
import { noteTakenAgain } from "./page-mark.ts";
import { pageTable } from "./scan.ts";

/** Sets pages of the tray aside as 'retaken' and puts the new ones where they stood, in the order given. */
export function takePlaces(db: WriteDb, taken: readonly PageId[], replaced: readonly PageId[]): void {
  const of = inArray(pageTable.id, [...replaced]);
  const places = db
    .select({ at: sql<number>`coalesce(tray_position, page.seq)` })
    .from(pageTable)
    .where(of)
    .orderBy(asc(sql`coalesce(tray_position, page.seq)`))
    .all();
  db.update(pageTable).set({ setAside: "retaken" }).where(of).run();
  // Noted so that the old ones go too, should the new page turn out to be a state secret (personal-data P15).
  const [instead] = taken;
  if (instead !== undefined) for (const id of replaced) noteTakenAgain(db, id, instead);
  const first = places[0]?.at;
  if (first === undefined) return;
  // Between two neighbours there is always room: a second page stands a thousandth behind the first.
  taken.forEach((id, at) =>
    db
      .update(pageTable)
      .set({ trayPosition: places[at]?.at ?? first + at / 1000 })
      .where(eq(pageTable.id, id))
      .run(),
  );
}

/** How many stills of one sitting have been kept: the next one's number is one more. */
export function countCaptures(db: ReadDb, pileId: string): number {
  return countRows(db, captureTable, eq(captureTable.pileId, pileId));
}

/** Sets pages of the tray aside and brings those back that were set aside for them; returns how many came back. */
export function swapPlaces(db: WriteDb, aside: readonly PageId[], back: readonly PageId[]): number {
  const isRetaken = and(eq(pageTable.setAside, "retaken"), inArray(pageTable.id, [...back]));
  const { changes } = db.update(pageTable).set({ setAside: "" }).where(isRetaken).run();
  db.update(pageTable)
    .set({ setAside: "retaken" })
    .where(inArray(pageTable.id, [...aside]))
    .run();
  return changes;
}
