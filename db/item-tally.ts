// Counts by class, kept by triggers with every change of an item (0002): no statistic counts the items themselves.
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { FondsId } from "#contract/fonds";
import type { ItemRow } from "#contract/item";
import type { Carrier } from "#contract/place-of-item";

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
