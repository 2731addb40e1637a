// 个人信息权利申请 (PIPL 44–50): words that name the person are sealed under the request's own key.
import { blob, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ResidentId } from "#contract/resident";

export const rightsRequestTable = sqliteTable("rights_request", {
  id: text().primaryKey(),
  number: integer().notNull(),
  year: integer().notNull(),
  kind: text().$type<"access" | "copy" | "correction" | "restriction" | "deletion" | "explanation">().notNull(),
  askedBy: text("asked_by").$type<"self" | "guardian" | "kin" | "agent">().notNull(),
  residentId: text("resident_id").$type<ResidentId>(),
  sealed: blob({ mode: "buffer" }),
  receivedOn: text("received_on").notNull(),
  enteredAt: text("entered_at").notNull(),
  dueOn: text("due_on").notNull(),
  identityCheck: text("identity_check").notNull().default(""),
  identityCheckedAt: text("identity_checked_at").notNull().default(""),
  state: text().$type<"received" | "identified" | "granted" | "partly-granted" | "refused" | "withdrawn">().notNull(),
  reasonCode: text("reason_code").notNull().default(""),
  endedAt: text("ended_at").notNull().default(""),
  revision: integer().notNull().default(1),
});
