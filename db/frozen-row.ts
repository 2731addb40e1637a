// Rows that stand in a frozen item of their ledger: what was frozen does not change, so what changes the row must say why.
import { and, eq, inArray, max, sql } from "drizzle-orm";
import type { LedgerId, LedgerPeriod } from "#contract/ledger";
import { ledgerFreezeRowTable, ledgerFreezeTable } from "./ledger-freeze.ts";
import type { ReadDb } from "./open.ts";

/** The last standing freezing a row is part of, and the digest it had then. */
export type FrozenRow = {
  readonly period: LedgerPeriod;
  readonly number: number;
  readonly frozenAt: string;
  readonly digest: string;
};
const atOnce = 500;

/** Those of these rows that are frozen, by number; a freezing whose item was given up counts no more. */
export function findFrozenRows(db: ReadDb, ledgerId: LedgerId, seqs: readonly number[]): Map<number, FrozenRow> {
  const found = new Map<number, FrozenRow>();
  const { rowSeq, digest } = ledgerFreezeRowTable;
  const { period, number, frozenAt } = ledgerFreezeTable;
  for (let at = 0; at < seqs.length; at += atOnce) {
    const rows = db
      // With max() SQLite takes the other columns from the row that has it.
      .select({ seq: rowSeq, digest, period, number, frozenAt: max(frozenAt) })
      .from(ledgerFreezeTable)
      .innerJoin(ledgerFreezeRowTable, eq(ledgerFreezeRowTable.freezeId, ledgerFreezeTable.id))
      .where(
        and(
          eq(ledgerFreezeTable.ledgerId, ledgerId),
          eq(ledgerFreezeTable.form, "plain"),
          sql`${ledgerFreezeTable.itemId} IS NOT NULL`,
          inArray(rowSeq, seqs.slice(at, at + atOnce)),
        ),
      )
      .groupBy(rowSeq)
      .all();
    for (const { seq, frozenAt: last, ...row } of rows) found.set(seq, { ...row, frozenAt: last ?? "" });
  }
  return found;
}
