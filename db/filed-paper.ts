// Whether there is anything filed that stands in the room: a room that holds nothing waits for nothing.
import { and, eq, gt, ne } from "drizzle-orm";
import { countRows } from "./count-rows.ts";
import { itemTallyTable } from "./item-tally.ts";
import type { ReadDb } from "./open.ts";

/** True when a filed item of paper, an object or a sealed packet is in the archive. */
export function hasFiledPaper(db: ReadDb): boolean {
  const standing = and(
    eq(itemTallyTable.state, "filed"),
    ne(itemTallyTable.carrier, "digital"),
    gt(itemTallyTable.items, 0),
  );
  return countRows(db, itemTallyTable, standing) > 0;
}
