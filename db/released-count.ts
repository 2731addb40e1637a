// Counts over a sensitive column that were shown once: a later one that differs by fewer than ten is not (personal-data P8).
import { primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { LedgerId } from "#contract/ledger";

export const releasedCountTable = sqliteTable(
  "released_count",
  {
    ledgerId: text("ledger_id").$type<LedgerId>().notNull(),
    question: text().notNull(),
    countedAt: text("counted_at").notNull(),
    cells: text({ mode: "json" }).$type<Readonly<Record<string, number>>>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.ledgerId, table.question, table.countedAt] })],
);
