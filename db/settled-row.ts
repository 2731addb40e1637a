// Rows of a ledger whose columns were written anew, as they are gone through one by one: no act of anybody, so the revision stays.
import { and, asc, eq, gt, sql } from "drizzle-orm";
import type { LedgerId } from "#contract/ledger";
import type { RowCells } from "#contract/ledger-row";
import { countRows } from "./count-rows.ts";
import { ledgerRowTable } from "./ledger-row.ts";
import type { ReadDb, WriteDb } from "./open.ts";

export type RowToSettle = { readonly seq: number; readonly revision: number; readonly cells: RowCells };
const { seq, revision, cells, ledgerId } = ledgerRowTable;

/** Rows of a ledger behind a number, removed ones too, in order: what they are reckoned of. */
export const listRowsToSettle = (db: ReadDb, id: LedgerId, after: number, limit: number): RowToSettle[] =>
  db
    .select({ seq, revision, cells })
    .from(ledgerRowTable)
    .where(and(eq(ledgerId, id), gt(seq, after)))
    .orderBy(asc(seq))
    .limit(limit)
    .all();

/** One of them as it is now, or undefined. */
export const getRowToSettle = (db: ReadDb, at: number): RowToSettle | undefined =>
  db.select({ seq, revision, cells }).from(ledgerRowTable).where(eq(seq, at)).get();

/** How many rows a ledger has, removed ones too. */
export const countRowsToSettle = (db: ReadDb, id: LedgerId): number => countRows(db, ledgerRowTable, eq(ledgerId, id));

const prepareStands = (db: ReadDb) =>
  db
    .select({ seq })
    .from(ledgerRowTable)
    .where(and(eq(seq, sql.placeholder("seq")), eq(revision, sql.placeholder("revision"))))
    .prepare();
const preparePatch = (db: WriteDb) =>
  db
    .update(ledgerRowTable)
    .set({ cells: sql`json_patch(${cells}, ${sql.placeholder("patch")})` })
    .where(and(eq(seq, sql.placeholder("seq")), eq(revision, sql.placeholder("revision"))))
    .prepare();
const prepared = new WeakMap<
  WriteDb,
  { readonly stands: ReturnType<typeof prepareStands>; readonly patch: ReturnType<typeof preparePatch> }
>();

/**
 * Writes values over those of a row, null taking one away; false, and nothing done, when the row is no more at that revision. With an
 * empty patch only that is asked.
 */
export function patchCells(
  db: WriteDb,
  at: Pick<RowToSettle, "seq" | "revision">,
  patch: Readonly<Record<string, string | null>>,
): boolean {
  let statements = prepared.get(db);
  if (!statements) prepared.set(db, (statements = { stands: prepareStands(db), patch: preparePatch(db) }));
  const which = { seq: at.seq, revision: at.revision };
  if (Object.keys(patch).length === 0) return statements.stands.get(which) !== undefined;
  return statements.patch.run({ ...which, patch: JSON.stringify(patch) }).changes === 1;
}
