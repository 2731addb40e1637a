// What the forms of the archive room print of a 全宗: damages, slips and stock-takes.
import { and, asc, between, eq, isNull, or, sql } from "drizzle-orm";
import type { DigitisationBatch } from "#contract/digitisation-batch";
import type { FondsId } from "#contract/fonds";
import type { StockTake } from "#contract/stock-take";
import { damageTable, type DamageRecord } from "./damage.ts";
import { listBatches } from "./digitisation-batch.ts";
import { itemTable, type ItemRecord } from "./item.ts";
import type { ReadDb } from "./open.ts";
import { listStockTakes } from "./stock-take.ts";

/** Days from … to, both included. */
export type Days = { readonly from: string; readonly to: string };

/** The register of damages, oldest found first; the item is null when it is gone. */
export function listDamagesOf(
  db: ReadDb,
  fondsId: FondsId,
  days?: Days,
): { damage: DamageRecord; item: ItemRecord | null }[] {
  return db
    .select({ damage: damageTable, item: itemTable })
    .from(damageTable)
    .leftJoin(itemTable, eq(itemTable.id, damageTable.itemId))
    .where(
      and(
        or(eq(itemTable.fondsId, fondsId), isNull(itemTable.id)),
        days && between(damageTable.foundOn, days.from, days.to),
      ),
    )
    .orderBy(asc(damageTable.foundOn), asc(damageTable.enteredAt), asc(damageTable.id))
    .all();
}

/** Batches and stock-takes that hold something of a 全宗, newest first. */
export function listSlipsOf(db: ReadDb, fondsId: FondsId): { batches: DigitisationBatch[]; takes: StockTake[] } {
  const idsOf = (table: string, column: string): Set<string> =>
    new Set(
      db
        .selectDistinct({ id: sql<string>`l.${sql.raw(column)}` })
        .from(sql`${sql.raw(table)} AS l`)
        .innerJoin(itemTable, sql`${itemTable.id} = l.item_id`)
        .where(eq(itemTable.fondsId, fondsId))
        .all()
        .map(({ id }) => id),
    );
  const [batchIds, takeIds] = [idsOf("digitisation_line", "batch_id"), idsOf("stock_take_line", "stock_take_id")];
  return {
    batches: listBatches(db).filter(({ id }) => batchIds.has(id)),
    takes: listStockTakes(db).filter(({ id }) => takeIds.has(id)),
  };
}
