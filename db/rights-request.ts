// 个人信息权利申请 (PIPL 44–50): words that name the person are sealed under the request's own key.
import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { blob, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ArchivalDate } from "#contract/archival-date";
import type { ResidentId } from "#contract/resident";
import type {
  RightsAskedBy,
  RightsReason,
  RightsRequestId,
  RightsRequestKind,
  RightsRequestLine,
  RightsRequestState,
} from "#contract/rights-request";
import type { ReadDb, WriteDb } from "./open.ts";

export const rightsRequestTable = sqliteTable("rights_request", {
  id: text().$type<RightsRequestId>().primaryKey(),
  number: integer().notNull(),
  year: integer().notNull(),
  kind: text().$type<RightsRequestKind>().notNull(),
  askedBy: text("asked_by").$type<RightsAskedBy>().notNull(),
  residentId: text("resident_id").$type<ResidentId>(),
  sealed: blob({ mode: "buffer" }),
  receivedOn: text("received_on").$type<ArchivalDate>().notNull(),
  enteredAt: text("entered_at").notNull(),
  dueOn: text("due_on").$type<ArchivalDate>().notNull(),
  /** JSON of way and by; '' while not done. */
  identityCheck: text("identity_check").notNull().default(""),
  identityCheckedAt: text("identity_checked_at").notNull().default(""),
  state: text().$type<RightsRequestState>().notNull(),
  reasonCode: text("reason_code").$type<RightsReason | "">().notNull().default(""),
  endedAt: text("ended_at").notNull().default(""),
  gatheredAt: text("gathered_at").notNull().default(""),
  liftedAt: text("lifted_at").notNull().default(""),
  revision: integer().notNull().default(1),
});
export type RequestRecord = typeof rightsRequestTable.$inferSelect;

/** What a list shows: nothing that names somebody. */
const line = {
  id: rightsRequestTable.id,
  year: rightsRequestTable.year,
  number: rightsRequestTable.number,
  kind: rightsRequestTable.kind,
  askedBy: rightsRequestTable.askedBy,
  receivedOn: rightsRequestTable.receivedOn,
  enteredAt: rightsRequestTable.enteredAt,
  dueOn: rightsRequestTable.dueOn,
  state: rightsRequestTable.state,
  reasonCode: rightsRequestTable.reasonCode,
  endedAt: rightsRequestTable.endedAt,
  revision: rightsRequestTable.revision,
};

/** One request, or undefined. */
export function getRequest(db: ReadDb, id: string): RequestRecord | undefined {
  return db
    .select()
    .from(rightsRequestTable)
    .where(eq(rightsRequestTable.id, id as RightsRequestId))
    .get();
}

/** Requests received in a year, by number. */
export function listRequests(db: ReadDb, year: number): RightsRequestLine[] {
  return db
    .select(line)
    .from(rightsRequestTable)
    .where(eq(rightsRequestTable.year, year))
    .orderBy(asc(rightsRequestTable.number))
    .all();
}

/** Years with requests, newest first. */
export function listRequestYears(db: ReadDb): { year: number; count: number }[] {
  return db
    .select({ year: rightsRequestTable.year, count: sql<number>`count(*)` })
    .from(rightsRequestTable)
    .groupBy(rightsRequestTable.year)
    .orderBy(desc(rightsRequestTable.year))
    .all();
}

/** The next number of a year; numbers run without gaps, as no request is ever taken out. */
export function nextRequestNumber(db: ReadDb, year: number): number {
  const last = db
    .select({ number: sql<number | null>`max(${rightsRequestTable.number})` })
    .from(rightsRequestTable)
    .where(eq(rightsRequestTable.year, year))
    .get();
  return (last?.number ?? 0) + 1;
}

/** Whether a number of a year is given already. */
export const isNumberTaken = (db: ReadDb, year: number, number: number): boolean =>
  db
    .select({ id: rightsRequestTable.id })
    .from(rightsRequestTable)
    .where(and(eq(rightsRequestTable.year, year), eq(rightsRequestTable.number, number)))
    .get() !== undefined;

/** Writes a request down. */
export function addRequest(db: WriteDb, request: typeof rightsRequestTable.$inferInsert): void {
  db.insert(rightsRequestTable).values(request).run();
}

/** Changes a request. */
export function setRequest(db: WriteDb, id: RightsRequestId, changes: Partial<RequestRecord>): void {
  db.update(rightsRequestTable).set(changes).where(eq(rightsRequestTable.id, id)).run();
}

/** All requests about these residents, ended ones among them. */
export function listRequestsAbout(db: ReadDb, residentIds: readonly ResidentId[]): RequestRecord[] {
  return db
    .select()
    .from(rightsRequestTable)
    .where(inArray(rightsRequestTable.residentId, [...residentIds]))
    .all();
}

/** Requests by which somebody's data is restricted now: a granted restriction, or a deletion the law does not allow yet. */
export function listRestrictingRequests(db: ReadDb, residentIds: readonly ResidentId[]): RequestRecord[] {
  return listRequestsAbout(db, residentIds).filter(isRestricting);
}

/** Whether a request restricts what is held of its person (PIPL 44, 47). */
export function isRestricting({ kind, state, liftedAt }: RequestRecord): boolean {
  if (liftedAt !== "") return false;
  if (kind === "restriction") return state === "granted" || state === "partly-granted";
  return kind === "deletion" && state === "partly-granted";
}

/** Takes the words out of requests that named somebody whose data was deleted. */
export function emptyRequests(db: WriteDb, ids: readonly RightsRequestId[]): void {
  db.update(rightsRequestTable)
    .set({ sealed: null, residentId: null })
    .where(inArray(rightsRequestTable.id, [...ids]))
    .run();
}
