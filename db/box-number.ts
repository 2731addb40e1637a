// Boxes by 盒号, which begins anew in every class.
import { desc, eq } from "drizzle-orm";
import type { BoxId } from "#contract/place-of-item";
import { boxTable } from "./box.ts";
import type { ReadDb } from "./open.ts";

/** Boxes of this number, the newest years first. */
export function findNumberedBoxes(db: ReadDb, boxNumber: number, limit: number): BoxId[] {
  return db
    .select({ id: boxTable.id })
    .from(boxTable)
    .where(eq(boxTable.boxNumber, boxNumber))
    .orderBy(desc(boxTable.year), boxTable.id)
    .limit(limit)
    .all()
    .map((row) => row.id);
}
