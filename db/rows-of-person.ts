// The rows of several ledgers that concern one person. Only an open, identified rights request may ask for them (personal-data P5, P9).
import { inArray, or, sql } from "drizzle-orm";
import type { LedgerRowId } from "#contract/ledger-row";
import type { ResidentId } from "#contract/resident";
import { ledgerRowTable, type RowRecord } from "./ledger-row.ts";
import type { ReadDb } from "./open.ts";

/** Rows that link one of these residents, or are named, removed ones among them, by ledger and order of entry. */
export function listRowsOf(
  db: ReadDb,
  residentIds: readonly ResidentId[],
  named: readonly LedgerRowId[] = [],
): RowRecord[] {
  const ids = JSON.stringify(residentIds);
  const links = sql`EXISTS (SELECT 1 FROM json_each(${ledgerRowTable.links}) AS link
    WHERE link.value IN (SELECT value FROM json_each(${ids})))`;
  return db
    .select()
    .from(ledgerRowTable)
    .where(named.length > 0 ? or(links, inArray(ledgerRowTable.id, [...named])) : links)
    .orderBy(ledgerRowTable.ledgerId, ledgerRowTable.seq)
    .all();
}

/** Rows that hold one of these words whole in a column of personal data. */
export function listRowsNaming(db: ReadDb, words: readonly string[]): { row: RowRecord; word: string }[] {
  if (words.length === 0) return [];
  const asked = JSON.stringify(words);
  const word = sql<string | null>`(SELECT cell.value FROM json_each(${ledgerRowTable.cells}) AS cell
    JOIN ledger_column AS c ON c.ledger_id = ${ledgerRowTable.ledgerId} AND c.key = cell.key
    WHERE (c.personal <> 'none' OR c.kind = 'person') AND cell.value IN (SELECT value FROM json_each(${asked})) LIMIT 1)`;
  return db
    .select({ row: ledgerRowTable, word })
    .from(ledgerRowTable)
    .where(sql`${word} IS NOT NULL`)
    .orderBy(ledgerRowTable.ledgerId, ledgerRowTable.seq)
    .limit(500)
    .all()
    .flatMap(({ row, word: found }) => (found === null ? [] : [{ row, word: found }]));
}
