// Months in which something was written down that a form prints, newest first, with how many lines each has.
import { and, desc, eq, isNull, or, sql, type AnyColumn } from "drizzle-orm";
import type { FondsId } from "#contract/fonds";
import { climateReadingTable } from "./climate-reading.ts";
import { damageTable } from "./damage.ts";
import { itemTable } from "./item.ts";
import type { ReadDb } from "./open.ts";
import { safetyCheckTable } from "./safety-check.ts";
import { sealedPacketTable } from "./sealed-packet.ts";

/** A month, YYYY-MM, and its lines. */
export type CountedMonth = { readonly month: string; readonly count: number };

const monthOf = (day: AnyColumn) => sql<string>`substr(${day}, 1, 7)`;
const count = sql<number>`count(*)`;

/** Readings of the archive room. */
export function listClimateMonths(db: ReadDb): CountedMonth[] {
  const month = monthOf(climateReadingTable.readOn);
  return db.select({ month, count }).from(climateReadingTable).groupBy(month).orderBy(desc(month)).all();
}

/** Rounds through the archive room. */
export function listSafetyMonths(db: ReadDb): CountedMonth[] {
  const month = monthOf(safetyCheckTable.checkedOn);
  return db.select({ month, count }).from(safetyCheckTable).groupBy(month).orderBy(desc(month)).all();
}

/** Damages found in a 全宗; one whose item is gone belongs to every 全宗, so that no line of the register is lost. */
export function listDamageMonths(db: ReadDb, fondsId: FondsId): CountedMonth[] {
  const month = monthOf(damageTable.foundOn);
  return db
    .select({ month, count })
    .from(damageTable)
    .leftJoin(itemTable, eq(itemTable.id, damageTable.itemId))
    .where(or(eq(itemTable.fondsId, fondsId), isNull(itemTable.id)))
    .groupBy(month)
    .orderBy(desc(month))
    .all();
}

/** Packets of a 全宗 that are sealed now, by the day of sealing. */
export function listSealingMonths(db: ReadDb, fondsId: FondsId): CountedMonth[] {
  const month = monthOf(sealedPacketTable.sealedOn);
  return db
    .select({ month, count })
    .from(sealedPacketTable)
    .innerJoin(itemTable, eq(itemTable.id, sealedPacketTable.itemId))
    .where(and(eq(itemTable.fondsId, fondsId), eq(sealedPacketTable.openedOn, "")))
    .groupBy(month)
    .orderBy(desc(month))
    .all();
}
