// 清除登记: granted deletions, the keys they dropped, and on which media they took effect (personal-data P14).
import { and, asc, desc, eq } from "drizzle-orm";
import { primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Erasure, ErasureMedium, ErasureMediumState } from "#contract/erasure";
import type { RightsRequestId } from "#contract/rights-request";
import type { ReadDb, WriteDb } from "./open.ts";
import { rightsRequestTable, type RequestRecord } from "./rights-request.ts";

export const erasureTable = sqliteTable("erasure", {
  requestId: text("request_id").$type<RightsRequestId>().primaryKey(),
  at: text().notNull(),
  droppedKeys: text("dropped_keys", { mode: "json" }).$type<readonly string[]>().notNull(),
});
export const erasureMediumTable = sqliteTable(
  "erasure_medium",
  {
    requestId: text("request_id").$type<RightsRequestId>().notNull(),
    place: text().notNull(),
    state: text().$type<ErasureMediumState>().notNull(),
    at: text().notNull(),
    signedBy: text("signed_by").notNull().default(""),
  },
  (table) => [primaryKey({ columns: [table.requestId, table.place] })],
);

function mediaOf(db: ReadDb, requestId: RightsRequestId): ErasureMedium[] {
  return db
    .select({
      place: erasureMediumTable.place,
      state: erasureMediumTable.state,
      at: erasureMediumTable.at,
      signedBy: erasureMediumTable.signedBy,
    })
    .from(erasureMediumTable)
    .where(eq(erasureMediumTable.requestId, requestId))
    .orderBy(asc(erasureMediumTable.place))
    .all();
}

/** Granted deletions with their media, newest first. */
export function listErasures(db: ReadDb): Erasure[] {
  return db
    .select({ erasure: erasureTable, year: rightsRequestTable.year, number: rightsRequestTable.number })
    .from(erasureTable)
    .innerJoin(rightsRequestTable, eq(rightsRequestTable.id, erasureTable.requestId))
    .orderBy(desc(erasureTable.at))
    .all()
    .map(({ erasure: { requestId, at, droppedKeys }, year, number }) => ({
      requestId,
      requestNumber: `${year}-${number}`,
      at,
      keyCount: droppedKeys.length,
      media: mediaOf(db, requestId),
    }));
}

/** A deletion with what its register outside the archive keeps of the request: ids, days and reasons, nobody's name. */
export type ErasureEntry = {
  readonly requestId: RightsRequestId;
  readonly at: string;
  readonly droppedKeys: readonly string[];
  readonly request: Pick<
    RequestRecord,
    "year" | "number" | "askedBy" | "receivedOn" | "enteredAt" | "dueOn" | "reasonCode" | "endedAt"
  >;
  readonly media: readonly Pick<ErasureMedium, "place" | "state" | "at">[];
};

/** Granted deletions as they are written into the register outside, oldest first. */
export function listErasureEntries(db: ReadDb): ErasureEntry[] {
  return db
    .select({ erasure: erasureTable, request: rightsRequestTable })
    .from(erasureTable)
    .innerJoin(rightsRequestTable, eq(rightsRequestTable.id, erasureTable.requestId))
    .orderBy(asc(erasureTable.at))
    .all()
    .map(({ erasure, request: { year, number, askedBy, receivedOn, enteredAt, dueOn, reasonCode, endedAt } }) => ({
      ...erasure,
      request: { year, number, askedBy, receivedOn, enteredAt, dueOn, reasonCode, endedAt },
      media: mediaOf(db, erasure.requestId).map(({ place, state, at }) => ({ place, state, at })),
    }));
}

/** Whether a deletion is known here. */
export const hasErasure = (db: ReadDb, requestId: RightsRequestId): boolean =>
  db.select({ at: erasureTable.at }).from(erasureTable).where(eq(erasureTable.requestId, requestId)).get() !==
  undefined;

/** Notes a granted deletion. */
export function addErasure(db: WriteDb, erasure: typeof erasureTable.$inferInsert): void {
  db.insert(erasureTable).values(erasure).run();
}

/** Notes how far a deletion has come on one medium; the newest word counts. */
export function putErasureMedium(db: WriteDb, requestId: RightsRequestId, medium: ErasureMedium): void {
  db.insert(erasureMediumTable)
    .values({ requestId, ...medium })
    .onConflictDoUpdate({ target: [erasureMediumTable.requestId, erasureMediumTable.place], set: medium })
    .run();
}

/** Says of a place what became of every deletion that waits there; how many there were. */
export function settleMedium(
  db: WriteDb,
  place: string,
  { state, at, signedBy }: Omit<ErasureMedium, "place">,
): number {
  return db
    .update(erasureMediumTable)
    .set({ state, at, signedBy })
    .where(and(eq(erasureMediumTable.place, place), eq(erasureMediumTable.state, "waiting")))
    .run().changes;
}

/** Whether a deletion waits for this place. */
export function isWaitingFor(db: ReadDb, place: string): boolean {
  return (
    db
      .select({ place: erasureMediumTable.place })
      .from(erasureMediumTable)
      .where(and(eq(erasureMediumTable.place, place), eq(erasureMediumTable.state, "waiting")))
      .get() !== undefined
  );
}
