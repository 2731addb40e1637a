// 同意 of one person, for one ledger and one scope (PIPL 14–16, 29, 31).
import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Consent, ConsentId, ConsentScope } from "#contract/consent";
import type { ItemId } from "#contract/item";
import type { LedgerId } from "#contract/ledger";
import type { ResidentId } from "#contract/resident";
import { insertRow } from "./insert-row.ts";
import { ledgerTable } from "./ledger.ts";
import type { ReadDb, WriteDb } from "./open.ts";

export const consentTable = sqliteTable("consent", {
  id: text().$type<ConsentId>().primaryKey(),
  residentId: text("resident_id").$type<ResidentId>().notNull(),
  ledgerId: text("ledger_id").$type<LedgerId>(),
  scope: text().$type<ConsentScope>().notNull(),
  givenOn: text("given_on").notNull(),
  enteredAt: text("entered_at").notNull(),
  guardian: text().notNull().default(""),
  paperItemId: text("paper_item_id").$type<ItemId>(),
  withdrawnOn: text("withdrawn_on").notNull().default(""),
  withdrawnEnteredAt: text("withdrawn_entered_at").notNull().default(""),
});
export type ConsentRecord = typeof consentTable.$inferSelect;

const shown = {
  id: consentTable.id,
  residentId: consentTable.residentId,
  ledgerId: consentTable.ledgerId,
  ledgerName: sql<string>`coalesce(${ledgerTable.name}, '')`,
  scope: consentTable.scope,
  givenOn: consentTable.givenOn,
  enteredAt: consentTable.enteredAt,
  guardian: consentTable.guardian,
  paperItemId: consentTable.paperItemId,
  withdrawnOn: consentTable.withdrawnOn,
};

export function getConsent(db: ReadDb, id: ConsentId): Consent | undefined {
  return db
    .select(shown)
    .from(consentTable)
    .leftJoin(ledgerTable, eq(ledgerTable.id, consentTable.ledgerId))
    .where(eq(consentTable.id, id))
    .get();
}

/** When a consent, and its withdrawal, were written down; "" where there is none. */
export const consentEnteredAt = (db: ReadDb, id: ConsentId): Record<"give" | "withdraw", string> | undefined =>
  db
    .select({ give: consentTable.enteredAt, withdraw: consentTable.withdrawnEnteredAt })
    .from(consentTable)
    .where(eq(consentTable.id, id))
    .get();

/** Consents under any of these ids, newest first. */
export function listConsents(db: ReadDb, residentIds: readonly ResidentId[]): Consent[] {
  return db
    .select(shown)
    .from(consentTable)
    .leftJoin(ledgerTable, eq(ledgerTable.id, consentTable.ledgerId))
    .where(inArray(consentTable.residentId, [...residentIds]))
    .orderBy(desc(consentTable.givenOn), desc(consentTable.enteredAt), consentTable.id)
    .all();
}

/** The consent that stands for one ledger (null: for 民族) and scope, under any of these ids. */
export function standingConsent(
  db: ReadDb,
  residentIds: readonly ResidentId[],
  ledgerId: LedgerId | null,
  scope: ConsentScope,
): { readonly id: ConsentId; readonly guardian: string; readonly givenOn: string } | undefined {
  return db
    .select({ id: consentTable.id, guardian: consentTable.guardian, givenOn: consentTable.givenOn })
    .from(consentTable)
    .where(
      and(
        inArray(consentTable.residentId, [...residentIds]),
        ledgerId === null ? sql`${consentTable.ledgerId} IS NULL` : eq(consentTable.ledgerId, ledgerId),
        eq(consentTable.scope, scope),
        eq(consentTable.withdrawnOn, ""),
      ),
    )
    .orderBy(desc(consentTable.givenOn))
    .limit(1)
    .get();
}

export function addConsent(db: WriteDb, consent: Omit<ConsentRecord, "withdrawnOn" | "withdrawnEnteredAt">): void {
  insertRow(db, consentTable, { ...consent, withdrawnOn: "", withdrawnEnteredAt: "" });
}

/** Records a withdrawal; two blanks take the record of it back. */
export function setWithdrawal(db: WriteDb, id: ConsentId, withdrawnOn: string, withdrawnEnteredAt: string): void {
  db.update(consentTable).set({ withdrawnOn, withdrawnEnteredAt }).where(eq(consentTable.id, id)).run();
}

export function removeConsent(db: WriteDb, id: ConsentId): void {
  db.delete(consentTable).where(eq(consentTable.id, id)).run();
}
