// What one column of a ledger is sorted and filtered by, derived of the cells of its rows; never of a sensitive one (P3, P7).
import { and, eq, sql } from "drizzle-orm";
import { integer, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { insertRow, insertRows } from "./insert-row.ts";
import type { ReadDb, WriteDb } from "./open.ts";

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

export type CellRecord = typeof ledgerCellTable.$inferSelect;

/** Puts what a column is sorted and filtered by for one row. */
export const addCell = (db: WriteDb, cell: CellRecord): void => insertRow(db, ledgerCellTable, cell);
/** The same for many cells. */
export const addCells = (db: WriteDb, cells: Iterable<CellRecord>): void => insertRows(db, ledgerCellTable, cells);

const prepareDrop = (db: WriteDb) =>
  db
    .delete(ledgerCellTable)
    .where(
      and(
        eq(ledgerCellTable.rowSeq, sql.placeholder("rowSeq")),
        // The sign keeps SQLite from going through the whole column by its own key, which is no quicker for knowing the row.
        sql`+${ledgerCellTable.columnSeq} = ${sql.placeholder("columnSeq")}`,
      ),
    )
    .prepare();
const prepared = new WeakMap<WriteDb, ReturnType<typeof prepareDrop>>();

/** Takes the cell of a row out of the index of a column. */
export function dropCell(db: WriteDb, rowSeq: number, columnSeq: number): void {
  const statement = prepared.get(db) ?? prepareDrop(db);
  prepared.set(db, statement);
  statement.run({ rowSeq, columnSeq });
}

/** Row number and words of every cell of one column: for looking a person up by the sound of her name. */
export const listWords = (db: ReadDb, columnSeq: number): [rowSeq: number, words: string][] =>
  // As bare pairs: fifty thousand of them are asked for at once.
  db
    .select({ rowSeq: ledgerCellTable.rowSeq, words: ledgerCellTable.words })
    .from(ledgerCellTable)
    .where(eq(ledgerCellTable.columnSeq, columnSeq))
    .values() as [number, string][];
