// How much of a printed list the person who prints may not see: counted past the views that hide 党务 (main.…), so that a
// list says what is not on it instead of passing for whole. Nothing but a number is learnt.
import { and, eq, sql, type SQL } from "drizzle-orm";
import type { CompilationEntryId, CompilationId } from "#contract/compilation";
import type { FondsId } from "#contract/fonds";
import type { RegisterKind } from "#contract/register";
import { compilationEntryTable } from "./compilation.ts";
import { fondsTable } from "./fonds.ts";
import type { ReadDb } from "./open.ts";

/** What stands in the store less what this person sees of it. */
function difference(db: ReadDb, fondsId: FondsId, all: SQL, seen: SQL): number {
  const row = db
    .select({ count: sql<number>`(${all}) - (${seen})` })
    .from(fondsTable)
    .where(eq(fondsTable.id, fondsId))
    .get();
  return row?.count ?? 0;
}

/** Items of a 全宗 up to a year that the person may not see. */
export function countHiddenItems(db: ReadDb, fondsId: FondsId, throughYear: number): number {
  const ours = sql`fonds_id = ${fondsId} AND year BETWEEN 1 AND ${throughYear}`;
  return difference(
    db,
    fondsId,
    sql`SELECT coalesce(sum(items), 0) FROM main.item_tally WHERE ${ours}`,
    sql`SELECT coalesce(sum(items), 0) FROM item_tally WHERE ${ours}`,
  );
}

/** Numbers of a register and year that the person may not see. */
export function countHiddenEntries(db: ReadDb, fondsId: FondsId, kind: RegisterKind, year: number): number {
  const ours = sql`fonds_id = ${fondsId} AND kind = ${kind} AND year = ${year}`;
  return difference(
    db,
    fondsId,
    sql`SELECT count(*) FROM main.register_entry WHERE ${ours}`,
    sql`SELECT count(*) FROM register_entry WHERE ${ours}`,
  );
}

/** Entries of a compilation that have a 出处, whether the person may see it or not. */
export function listCitedEntryIds(db: ReadDb, id: CompilationId): ReadonlySet<CompilationEntryId> {
  const rows = db
    .select({ id: compilationEntryTable.id })
    .from(compilationEntryTable)
    .where(
      and(
        eq(compilationEntryTable.compilationId, id),
        sql`EXISTS (SELECT 1 FROM main.citation c WHERE c.entry_id = compilation_entry.id)`,
      ),
    )
    .all();
  return new Set(rows.map((row) => row.id));
}
