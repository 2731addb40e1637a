// 查看记录: each look at a masked value, with its reason; never the value (personal-data P7).
import { and, desc, eq, gt, sql } from "drizzle-orm";
import { sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { LedgerRowId } from "#contract/ledger-row";
import type { ResidentId } from "#contract/resident";
import type { Reveal, RevealReason } from "#contract/reveal";
import { countRows } from "./count-rows.ts";
import { insertRow } from "./insert-row.ts";
import { ledgerColumnTable } from "./ledger-column.ts";
import { ledgerRowTable } from "./ledger-row.ts";
import { ledgerTable } from "./ledger.ts";
import type { ReadDb, WriteDb } from "./open.ts";
import { personTable } from "./person.ts";

export const revealTable = sqliteTable("reveal", {
  id: text().primaryKey(),
  at: text().notNull(),
  personId: text("person_id").notNull(),
  rowId: text("row_id").$type<LedgerRowId>(),
  residentId: text("resident_id").$type<ResidentId>(),
  field: text().notNull(),
  reasonCode: text("reason_code").$type<RevealReason>().notNull(),
  reason: text().notNull(),
});

export function addReveal(db: WriteDb, look: typeof revealTable.$inferInsert): void {
  insertRow(db, revealTable, look);
}

/** Looks of one person at the desk after a moment. */
export function countReveals(db: ReadDb, personId: string, after: string): number {
  return countRows(db, revealTable, and(eq(revealTable.personId, personId), gt(revealTable.at, after)));
}

/** The register, newest first. */
export function listReveals(db: ReadDb, offset: number, limit: number): { looks: Reveal[]; total: number } {
  const looks = db
    .select({
      id: revealTable.id,
      at: revealTable.at,
      personName: sql<string>`coalesce(${personTable.name}, '')`,
      of: sql<"resident" | "row">`iif(${revealTable.rowId} IS NULL, 'resident', 'row')`,
      subjectId: sql<string>`coalesce(${revealTable.rowId}, ${revealTable.residentId}, '')`,
      ledgerName: sql<string>`coalesce(${ledgerTable.name}, '')`,
      field: sql<string>`coalesce(${ledgerColumnTable.heading}, ${revealTable.field})`,
      reasonCode: revealTable.reasonCode,
      reason: revealTable.reason,
    })
    .from(revealTable)
    .leftJoin(personTable, eq(personTable.id, sql`${revealTable.personId}`))
    .leftJoin(ledgerRowTable, eq(ledgerRowTable.id, revealTable.rowId))
    .leftJoin(ledgerTable, eq(ledgerTable.id, ledgerRowTable.ledgerId))
    .leftJoin(
      ledgerColumnTable,
      and(
        eq(ledgerColumnTable.ledgerId, ledgerRowTable.ledgerId),
        sql`${ledgerColumnTable.key} = ${revealTable.field}`,
      ),
    )
    .orderBy(desc(revealTable.at), desc(revealTable.id))
    .limit(limit)
    .offset(offset)
    .all();
  return { looks, total: countRows(db, revealTable) };
}
