// 台账改动: one act on rows, and what it did to each of them, sealed under the row's key (personal-data P9).
import { blob, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { LedgerId } from "#contract/ledger";
import type { LedgerRowId } from "#contract/ledger-row";

export const ledgerChangeTable = sqliteTable("ledger_change", {
  id: text().primaryKey(),
  ledgerId: text("ledger_id").$type<LedgerId>().notNull(),
  at: text().notNull(),
  personId: text("person_id").notNull(),
  kind: text()
    .$type<"enter" | "edit" | "paste" | "fill" | "import" | "remove" | "restore" | "revert" | "correct" | "attach">()
    .notNull(),
  reverts: text(),
  rowCount: integer("row_count").notNull(),
});
export const ledgerRowChangeTable = sqliteTable(
  "ledger_row_change",
  {
    changeId: text("change_id").notNull(),
    rowId: text("row_id").$type<LedgerRowId>().notNull(),
    revision: integer().notNull(),
    sealed: blob({ mode: "buffer" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.changeId, table.rowId] })],
);
