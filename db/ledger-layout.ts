// How somebody likes one grid: widths, hidden and frozen columns; never a filter by a value (personal-data P5).
import { and, eq } from "drizzle-orm";
import { primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { LedgerLayout } from "#contract/ledger-layout";
import type { LedgerId } from "#contract/ledger";
import type { ReadDb, WriteDb } from "./open.ts";

export const ledgerLayoutTable = sqliteTable(
  "ledger_layout",
  {
    ledgerId: text("ledger_id").$type<LedgerId>().notNull(),
    personId: text("person_id").notNull(),
    layout: text({ mode: "json" }).$type<LedgerLayout>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.ledgerId, table.personId] })],
);

/** The layout somebody kept for a ledger, or undefined. */
export const getLayout = (db: ReadDb, ledgerId: LedgerId, personId: string): LedgerLayout | undefined =>
  db
    .select({ layout: ledgerLayoutTable.layout })
    .from(ledgerLayoutTable)
    .where(and(eq(ledgerLayoutTable.ledgerId, ledgerId), eq(ledgerLayoutTable.personId, personId)))
    .get()?.layout;

/** Keeps it in place of the one before. */
export function putLayout(db: WriteDb, ledgerId: LedgerId, personId: string, layout: LedgerLayout): void {
  db.insert(ledgerLayoutTable)
    .values({ ledgerId, personId, layout })
    .onConflictDoUpdate({ target: [ledgerLayoutTable.ledgerId, ledgerLayoutTable.personId], set: { layout } })
    .run();
}
