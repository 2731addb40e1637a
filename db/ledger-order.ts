// Numbers of the rows of one ledger that meet a condition, or in the order of one column: whole lists of numbers, no row is read.
import { and, asc, eq, gte, inArray, lt, lte, or, sql, type SQL } from "drizzle-orm";
import type { LedgerId } from "#contract/ledger";
import { ledgerAttachmentTable } from "./ledger-attachment.ts";
import { ledgerCellTable } from "./ledger-cell.ts";
import { ledgerRowTable } from "./ledger-row.ts";
import type { ReadDb } from "./open.ts";

const numbers = (rows: unknown[][]): number[] => rows.map(([seq]) => Number(seq));

export type StandingRows = {
  readonly isRemoved: boolean;
  readonly isLate: boolean | null;
  /** Half open: 发生日期 from … until. */
  readonly occurred: { readonly from: string; readonly until: string } | null;
};

/** Rows of a ledger that stand, or that were removed; answered by an index alone. */
export function listSeqs(db: ReadDb, ledgerId: LedgerId, { isRemoved, isLate, occurred }: StandingRows): number[] {
  const { removedAt, occurredOn } = ledgerRowTable;
  const where = and(
    eq(ledgerRowTable.ledgerId, ledgerId),
    isRemoved ? sql`${removedAt} > ''` : eq(removedAt, ""),
    isLate === null ? undefined : eq(ledgerRowTable.isLate, isLate),
    occurred ? and(gte(occurredOn, occurred.from as never), lt(occurredOn, occurred.until as never)) : undefined,
  );
  return numbers(db.select({ seq: ledgerRowTable.seq }).from(ledgerRowTable).where(where).values());
}

/** Rows of a ledger that have an attachment. */
export const listAttached = (db: ReadDb, ledgerId: LedgerId): number[] =>
  numbers(
    db
      .selectDistinct({ seq: ledgerRowTable.seq })
      .from(ledgerAttachmentTable)
      .innerJoin(ledgerRowTable, eq(ledgerRowTable.id, ledgerAttachmentTable.rowId))
      .where(eq(ledgerRowTable.ledgerId, ledgerId))
      .values(),
  );

/** What the index of one column is asked. `keys` are as db/ledger-cell.ts keeps them. */
export type CellQuestion =
  | { readonly ask: "filled" }
  | { readonly ask: "keys"; readonly keys: readonly { readonly amount: number; readonly sort: string }[] }
  | { readonly ask: "has"; readonly pieces: readonly string[] }
  | { readonly ask: "amounts"; readonly from: number | null; readonly to: number | null }
  | { readonly ask: "sorts"; readonly from: string; readonly to: string };

function whereCell(question: CellQuestion): SQL | undefined {
  const { amount, sort, words } = ledgerCellTable;
  switch (question.ask) {
    case "filled":
      return undefined;
    case "keys":
      return or(...question.keys.map((key) => and(eq(amount, key.amount), eq(sort, key.sort))));
    case "has":
      return or(...question.pieces.map((piece) => sql`instr(${words}, ${piece}) > 0`));
    case "amounts":
      return and(
        question.from === null ? undefined : gte(amount, question.from),
        question.to === null ? undefined : lte(amount, question.to),
      );
    case "sorts":
      return and(
        question.from === "" ? undefined : gte(sort, question.from),
        // Every day of the month or year that was named as the end.
        question.to === "" ? undefined : lte(sort, `${question.to}~`),
      );
  }
}

/** Rows whose cell of this column answers; removed rows among them. */
export const listCells = (db: ReadDb, columnSeq: number, question: CellQuestion): number[] =>
  numbers(
    db
      .select({ seq: ledgerCellTable.rowSeq })
      .from(ledgerCellTable)
      .where(and(eq(ledgerCellTable.columnSeq, columnSeq), whereCell(question)))
      .values(),
  );

/** Rows in the order of a column; `keys` tells which stand equal. */
export function listSorted(db: ReadDb, columnSeq: number, withKeys: boolean): { seqs: number[]; keys: string[] } {
  const { amount, sort, rowSeq } = ledgerCellTable;
  const rows = db
    .select(withKeys ? { seq: rowSeq, amount, sort } : { seq: rowSeq })
    .from(ledgerCellTable)
    .where(eq(ledgerCellTable.columnSeq, columnSeq))
    .orderBy(asc(amount), asc(sort), asc(rowSeq))
    .values() as unknown[][];
  return { seqs: numbers(rows), keys: withKeys ? rows.map(([, of, key]) => `${String(of)} ${String(key)}`) : [] };
}

/** Cells of some columns that hold any of these pieces: for 查找. */
export const findCells = (
  db: ReadDb,
  columnSeqs: readonly number[],
  piece: string,
): { columnSeq: number; rowSeq: number }[] =>
  db
    .select({ columnSeq: ledgerCellTable.columnSeq, rowSeq: ledgerCellTable.rowSeq })
    .from(ledgerCellTable)
    .where(and(inArray(ledgerCellTable.columnSeq, [...columnSeqs]), sql`instr(${ledgerCellTable.words}, ${piece}) > 0`))
    .all();
