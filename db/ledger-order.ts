// Numbers of the rows of one ledger that meet a condition, or in the order of one column: whole lists of numbers, no row is read.
import { and, eq, gte, lt, sql } from "drizzle-orm";
import type { LedgerId } from "#contract/ledger";
import { ledgerAttachmentTable } from "./ledger-attachment.ts";
import { keyBlocks, wordBlocks, type CellKey } from "./ledger-cell.ts";
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
  // One text instead of fifty thousand answers.
  const all = db
    .select({ seqs: sql<string>`json_group_array(${ledgerRowTable.seq})` })
    .from(ledgerRowTable)
    .where(where)
    .get();
  return JSON.parse(all?.seqs ?? "[]") as number[];
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
  | { readonly ask: "keys"; readonly keys: readonly CellKey[] }
  | { readonly ask: "has"; readonly pieces: readonly string[] }
  | { readonly ask: "words"; readonly passes: (words: string) => boolean }
  | { readonly ask: "amounts"; readonly from: number | null; readonly to: number | null }
  | { readonly ask: "sorts"; readonly from: string; readonly to: string };

/** What is no number stands in order as 0 does, and before all words what is no word. */
const amountOf = (key: CellKey): number => (typeof key === "number" ? key : 0);
const sortOf = (key: CellKey): string => (typeof key === "number" ? "" : key);

function keyTestOf(question: Exclude<CellQuestion, { ask: "has" | "words" }>): (key: CellKey) => boolean {
  switch (question.ask) {
    case "filled":
      return () => true;
    case "keys": {
      const asked = new Set(question.keys);
      return (key) => asked.has(key);
    }
    case "amounts": {
      const [from, to] = [question.from ?? -Infinity, question.to ?? Infinity];
      return (key) => amountOf(key) >= from && amountOf(key) <= to;
    }
    case "sorts": {
      const { from, to } = question;
      // Every day of the month or year that was named as the end.
      return (key) => sortOf(key) >= from && (to === "" || sortOf(key) <= `${to}~`);
    }
  }
}

/** The rows of these blocks whose cell passes. */
function pick<T>(
  blocks: Iterable<readonly [rowSeqs: readonly number[], list: readonly T[]]>,
  passes: (of: T) => boolean,
): number[] {
  const found: number[] = [];
  for (const [rowSeqs, list] of blocks)
    rowSeqs.forEach((rowSeq, at) => {
      const of = list[at];
      if (of !== undefined && passes(of)) found.push(rowSeq);
    });
  return found;
}

/** Rows whose cell of this column answers, upwards; removed rows among them. */
export function listCells(db: ReadDb, columnSeq: number, question: CellQuestion): number[] {
  if (question.ask === "words") return pick(wordBlocks(db, columnSeq), question.passes);
  if (question.ask !== "has") return pick(keyBlocks(db, columnSeq), keyTestOf(question));
  const { pieces } = question;
  return pick(wordBlocks(db, columnSeq, pieces), (words) => pieces.some((piece) => words.includes(piece)));
}

/** Cells of some columns that hold any of these pieces: for 查找. */
export const findCells = (
  db: ReadDb,
  columnSeqs: readonly number[],
  piece: string,
): { columnSeq: number; rowSeq: number }[] =>
  columnSeqs.flatMap((columnSeq) =>
    listCells(db, columnSeq, { ask: "has", pieces: [piece] }).map((rowSeq) => ({ columnSeq, rowSeq })),
  );
