// What the columns of a ledger are sorted and filtered by, derived of the cells of its rows; never of a sensitive one (P3, P7). Cells of
// neighbouring rows of one column stand in one record: a table of ten thousand rows is written, and a column read, in a few of them.
import { and, asc, eq, or, sql, type SQL } from "drizzle-orm";
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { insertRow } from "./insert-row.ts";
import type { ReadDb, WriteDb } from "./open.ts";

export const ledgerCellBlockTable = sqliteTable(
  "ledger_cell_block",
  {
    columnSeq: integer("column_seq").notNull(),
    block: integer().notNull(),
    rowSeqs: text("row_seqs", { mode: "json" }).$type<readonly number[]>().notNull(),
    keys: text({ mode: "json" }).$type<readonly CellKey[]>().notNull(),
    words: text({ mode: "json" }).$type<readonly string[]>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.columnSeq, table.block] })],
);
const { columnSeq: columnOf, block: blockOf, rowSeqs, keys, words } = ledgerCellBlockTable;

/** As in migration 0022: another number would need another migration. */
const rowsInBlock = 128;

/** What a cell stands in order by: the amount of a number; a date as it is, words by pinyin and then by themselves; 0 of a digest. */
export type CellKey = number | string;
export type CellEntry = { readonly key: CellKey; readonly words: string };
/** What becomes of one cell in the index; undefined takes it out. */
export type CellChange = readonly [rowSeq: number, entry: CellEntry | undefined];

// Asked for every cell of a row that is typed: built once per connection.
const prepareOne = (db: WriteDb) => {
  const one = and(eq(columnOf, sql.placeholder("columnSeq")), eq(blockOf, sql.placeholder("block")));
  return {
    get: db.select({ rowSeqs, keys, words }).from(ledgerCellBlockTable).where(one).prepare(),
    drop: db.delete(ledgerCellBlockTable).where(one).prepare(),
  };
};
const prepared = new WeakMap<WriteDb, ReturnType<typeof prepareOne>>();

function putBlock(db: WriteDb, columnSeq: number, block: number, changes: readonly CellChange[]): void {
  const statements = prepared.get(db) ?? prepareOne(db);
  prepared.set(db, statements);
  const known = statements.get.get({ columnSeq, block });
  const entries = new Map<number, CellEntry>();
  known?.rowSeqs.forEach((rowSeq, at) => {
    entries.set(rowSeq, { key: known.keys[at] ?? 0, words: known.words[at] ?? "" });
  });
  for (const [rowSeq, entry] of changes) {
    if (entry) entries.set(rowSeq, entry);
    else entries.delete(rowSeq);
  }
  if (known) statements.drop.run({ columnSeq, block });
  if (entries.size === 0) return;
  const cells = [...entries].sort(([one], [other]) => one - other);
  insertRow(db, ledgerCellBlockTable, {
    ...{ columnSeq, block },
    rowSeqs: cells.map(([rowSeq]) => rowSeq),
    keys: cells.map(([, entry]) => entry.key),
    words: cells.map(([, entry]) => entry.words),
  });
}

/** Puts cells of one column into the index, over what stood there of their rows. */
export function putCells(db: WriteDb, columnSeq: number, changes: Iterable<CellChange>): void {
  const blocks = new Map<number, CellChange[]>();
  for (const change of changes) {
    const block = Math.floor(change[0] / rowsInBlock);
    const some = blocks.get(block);
    if (some) some.push(change);
    else blocks.set(block, [change]);
  }
  for (const [block, some] of blocks) putBlock(db, columnSeq, block, some);
}

/** Cells of several columns gathered row by row, to be written column by column. */
export function gatherCells() {
  const columns = new Map<number, CellChange[]>();
  return {
    note(columnSeq: number, change: CellChange): void {
      const some = columns.get(columnSeq);
      if (some) some.push(change);
      else columns.set(columnSeq, [change]);
    },
    put(db: WriteDb): void {
      for (const [columnSeq, changes] of columns) putCells(db, columnSeq, changes);
    },
  };
}

/** Takes a whole column out of the index. */
export const dropColumnCells = (db: WriteDb, columnSeq: number): void =>
  void db.delete(ledgerCellBlockTable).where(eq(columnOf, columnSeq)).run();

type Blocks<T> = Generator<readonly [rowSeqs: readonly number[], list: readonly T[]], void>;

/** One column as it is read for a question: numbers of rows, upwards, and beside them what is asked for. */
function* readBlocks<T>(db: ReadDb, columnSeq: number, list: typeof keys | typeof words, which?: SQL): Blocks<T> {
  // Bare: fifty thousand cells are asked for at once.
  const blocks = db
    .select({ rowSeqs, list })
    .from(ledgerCellBlockTable)
    .where(and(eq(columnOf, columnSeq), which))
    .orderBy(asc(blockOf))
    .values();
  for (const [seqs, values] of blocks)
    yield [JSON.parse(String(seqs)) as readonly number[], JSON.parse(String(values)) as readonly T[]];
}

/** Keys of a column, block by block. */
export const keyBlocks = (db: ReadDb, columnSeq: number): Blocks<CellKey> => readBlocks(db, columnSeq, keys);
/** Words of a column, block by block; with `pieces` only of blocks in which one of them stands somewhere. */
export const wordBlocks = (db: ReadDb, columnSeq: number, pieces?: readonly string[]): Blocks<string> =>
  readBlocks(
    db,
    columnSeq,
    words,
    pieces && or(...pieces.map((piece) => sql`instr(${words}, ${asInJson(piece)}) > 0`)),
  );

/** A piece of a text as it stands in a list of texts. */
const asInJson = (piece: string): string => JSON.stringify(piece).slice(1, -1);
