// Counts by class, kept by triggers with every change of an item (0002): no statistic counts the items themselves.
import { and, type AnyColumn, eq, sql } from "drizzle-orm";
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { FondsId } from "#contract/fonds";
import type { ItemRow } from "#contract/item";
import type { Carrier } from "#contract/place-of-item";
import type { SearchFilter } from "#contract/search";
import type { ReadDb } from "./open.ts";

export const itemTallyTable = sqliteTable(
  "item_tally",
  {
    fondsId: text("fonds_id").$type<FondsId>().notNull(),
    category: text().notNull(),
    year: integer().notNull(),
    retention: text().notNull(),
    matterId: text("matter_id").notNull(),
    state: text().$type<ItemRow["state"]>().notNull(),
    carrier: text().$type<Carrier>().notNull(),
    items: integer().notNull(),
    pages: integer().notNull(),
    images: integer().notNull(),
    digitised: integer().notNull(),
    boxed: integer().notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.fondsId, table.category, table.year, table.retention, table.matterId, table.state, table.carrier],
    }),
  ],
);

/** How many items a filter of classes and states leaves, by the kept counts. */
export function countTallied(db: ReadDb, of: SearchFilter): number {
  const is = (column: AnyColumn, value: string | number | null | undefined, unsettled: string | number) =>
    value === undefined ? undefined : eq(column, value ?? unsettled);
  const row = db
    .select({ count: sql<number>`coalesce(sum(${itemTallyTable.items}), 0)` })
    .from(itemTallyTable)
    .where(
      and(
        is(itemTallyTable.fondsId, of.fondsId, ""),
        is(itemTallyTable.category, of.category, ""),
        is(itemTallyTable.year, of.year, 0),
        is(itemTallyTable.retention, of.retention, ""),
        is(itemTallyTable.matterId, of.matterId, ""),
        is(itemTallyTable.state, of.state, ""),
      ),
    )
    .get();
  return row?.count ?? 0;
}
