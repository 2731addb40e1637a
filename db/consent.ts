// 同意 of one person, for one ledger and one scope (PIPL 14–16, 29, 31).
import { sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ItemId } from "#contract/item";
import type { LedgerId } from "#contract/ledger";
import type { ResidentId } from "#contract/resident";

export const consentTable = sqliteTable("consent", {
  id: text().primaryKey(),
  residentId: text("resident_id").$type<ResidentId>().notNull(),
  ledgerId: text("ledger_id").$type<LedgerId>(),
  scope: text().$type<"ordinary" | "sensitive" | "ethnicity">().notNull(),
  givenOn: text("given_on").notNull(),
  enteredAt: text("entered_at").notNull(),
  guardian: text().notNull().default(""),
  paperItemId: text("paper_item_id").$type<ItemId>(),
  withdrawnOn: text("withdrawn_on").notNull().default(""),
  withdrawnEnteredAt: text("withdrawn_entered_at").notNull().default(""),
});
