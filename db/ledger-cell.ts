// What one column of a ledger is sorted and filtered by, derived of the cells of its rows; never of a sensitive one (P3, P7).
import { integer, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const ledgerCellTable = sqliteTable(
  "ledger_cell",
  {
    columnSeq: integer("column_seq").notNull(),
    /** The amount of a number, 0 of everything else. */
    amount: real().notNull(),
    /** A date as it is, words by pinyin and then by themselves, "" of a number. */
    sort: text().notNull(),
    rowSeq: integer("row_seq").notNull(),
    words: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.columnSeq, table.amount, table.sort, table.rowSeq] })],
);
