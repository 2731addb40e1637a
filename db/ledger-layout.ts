// How somebody likes one grid: widths, hidden and frozen columns; never a filter by a value (personal-data P5).
import { primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { LedgerId } from "#contract/ledger";

export const ledgerLayoutTable = sqliteTable(
  "ledger_layout",
  {
    ledgerId: text("ledger_id").$type<LedgerId>().notNull(),
    personId: text("person_id").notNull(),
    layout: text({ mode: "json" }).$type<Readonly<Record<string, unknown>>>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.ledgerId, table.personId] })],
);
