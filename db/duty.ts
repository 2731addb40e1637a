// 履职事项, the rows that prove them, and why one was not done.
import { and, asc, desc, eq, gte, inArray, lt, max, sql, type SQL } from "drizzle-orm";
import { integer, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ArchivalDate } from "#contract/archival-date";
import type { Duty, DutyFrequency, DutyId, DutyPeriod } from "#contract/duty";
import type { FondsId } from "#contract/fonds";
import type { ItemId } from "#contract/item";
import type { ColumnKey } from "#contract/ledger-column";
import type { LedgerCode, LedgerId } from "#contract/ledger";
import type { LedgerRowId } from "#contract/ledger-row";
import { countRows } from "./count-rows.ts";
import { itemTable } from "./item.ts";
import { ledgerRowTable } from "./ledger-row.ts";
import type { ReadDb, WriteDb } from "./open.ts";

export const dutyTable = sqliteTable("duty", {
  id: text().$type<DutyId>().primaryKey(),
  fondsId: text("fonds_id").$type<FondsId>().notNull(),
  code: text().notNull(),
  name: text().notNull(),
  frequency: text().$type<DutyFrequency>().notNull(),
  times: integer(),
  ledgerCode: text("ledger_code").$type<LedgerCode>().notNull(),
  countsBy: text("counts_by").$type<ColumnKey>(),
  kindValue: text("kind_value").notNull().default(""),
  owner: text().notNull(),
  source: text().notNull(),
  beginsOn: text("begins_on").$type<ArchivalDate>().notNull(),
  isActive: integer("is_active", { mode: "boolean" }).notNull().default(true),
  position: real().notNull(),
  revision: integer().notNull().default(1),
});
export const dutyProofTable = sqliteTable(
  "duty_proof",
  {
    dutyId: text("duty_id").$type<DutyId>().notNull(),
    rowId: text("row_id").$type<LedgerRowId>().notNull(),
    counts: integer({ mode: "boolean" }).notNull(),
    at: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.dutyId, table.rowId] })],
);
export const dutyStatementTable = sqliteTable(
  "duty_statement",
  {
    dutyId: text("duty_id").$type<DutyId>().notNull(),
    period: text().$type<DutyPeriod>().notNull(),
    words: text().notNull(),
    itemId: text("item_id").$type<ItemId>(),
    at: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.dutyId, table.period] })],
);

const shown = {
  id: dutyTable.id,
  fondsId: dutyTable.fondsId,
  code: dutyTable.code,
  name: dutyTable.name,
  frequency: dutyTable.frequency,
  times: dutyTable.times,
  ledgerCode: dutyTable.ledgerCode,
  countsBy: dutyTable.countsBy,
  kindValue: dutyTable.kindValue,
  owner: dutyTable.owner,
  source: dutyTable.source,
  beginsOn: dutyTable.beginsOn,
  isActive: dutyTable.isActive,
  revision: dutyTable.revision,
};

/** All duties of a 全宗 in their order, switched off ones too. */
export const listDuties = (db: ReadDb, fondsId: FondsId): Duty[] =>
  db
    .select(shown)
    .from(dutyTable)
    .where(eq(dutyTable.fondsId, fondsId))
    .orderBy(asc(dutyTable.position), asc(dutyTable.id))
    .all();

/** One duty, or undefined. */
export const getDuty = (db: ReadDb, id: DutyId): Duty | undefined =>
  db.select(shown).from(dutyTable).where(eq(dutyTable.id, id)).get();

/** Adds a duty behind all others of its 全宗. */
export function addDuty(db: WriteDb, duty: Duty): void {
  const last = db
    .select({ position: max(dutyTable.position) })
    .from(dutyTable)
    .where(eq(dutyTable.fondsId, duty.fondsId))
    .get();
  db.insert(dutyTable)
    .values({ ...duty, position: (last?.position ?? 0) + 1 })
    .run();
}

/** Changes a duty and raises its revision. */
export const setDuty = (db: WriteDb, id: DutyId, change: Partial<Duty>): void =>
  void db
    .update(dutyTable)
    .set({ ...change, revision: sql`${dutyTable.revision} + 1` })
    .where(eq(dutyTable.id, id))
    .run();

/** Whether the clerk has said anything about a duty: a word about a row, or why it was not done. */
export const hasTraces = (db: ReadDb, id: DutyId): boolean =>
  countRows(db, dutyProofTable, eq(dutyProofTable.dutyId, id)) +
    countRows(db, dutyStatementTable, eq(dutyStatementTable.dutyId, id)) >
  0;

/** Drops a duty with what hangs on it. */
export const dropDuty = (db: WriteDb, id: DutyId): void => void db.delete(dutyTable).where(eq(dutyTable.id, id)).run();

/** The clerk's word about a row, or undefined. */
export const getProof = (db: ReadDb, dutyId: DutyId, rowId: LedgerRowId): boolean | undefined =>
  db
    .select({ counts: dutyProofTable.counts })
    .from(dutyProofTable)
    .where(and(eq(dutyProofTable.dutyId, dutyId), eq(dutyProofTable.rowId, rowId)))
    .get()?.counts;

/** Keeps the clerk's word about a row; null takes it back. */
export function putProof(db: WriteDb, dutyId: DutyId, rowId: LedgerRowId, counts: boolean | null, at: string): void {
  db.delete(dutyProofTable)
    .where(and(eq(dutyProofTable.dutyId, dutyId), eq(dutyProofTable.rowId, rowId)))
    .run();
  if (counts !== null) db.insert(dutyProofTable).values({ dutyId, rowId, counts, at }).run();
}

export type StatementRecord = typeof dutyStatementTable.$inferSelect;

/** Statements of these duties. */
export const listStatements = (db: ReadDb, ids: readonly DutyId[]): StatementRecord[] =>
  ids.length === 0
    ? []
    : db
        .select()
        .from(dutyStatementTable)
        .where(inArray(dutyStatementTable.dutyId, [...ids]))
        .all();

/** Keeps a statement; blank words take it away. */
export function putStatement(db: WriteDb, statement: StatementRecord): void {
  const { dutyId, period, words } = statement;
  db.delete(dutyStatementTable)
    .where(and(eq(dutyStatementTable.dutyId, dutyId), eq(dutyStatementTable.period, period)))
    .run();
  if (words !== "") db.insert(dutyStatementTable).values(statement).run();
}

/** Which rows of which ledger prove a duty: `key` null takes the rule for met by every row, undefined by none. */
export type ProofRule = {
  readonly dutyId: DutyId;
  readonly ledgerId: LedgerId;
  readonly key: ColumnKey | null | undefined;
  readonly value: string;
};

const valueOf = (key: ColumnKey): SQL<string> =>
  sql<string>`coalesce(json_extract(${ledgerRowTable.cells}, ${`$."${key}"`}), '')`;
function matches({ key, value }: ProofRule): SQL {
  if (key === undefined) return sql`0`;
  return key === null ? sql`1` : sql`(${valueOf(key)} = ${value})`;
}
const saidOf = ({ dutyId }: ProofRule): SQL<number | null> =>
  sql<number | null>`(SELECT counts FROM duty_proof WHERE duty_id = ${dutyId} AND row_id = ${ledgerRowTable.id})`;
const standing = ({ ledgerId }: ProofRule, from: string, until: string): SQL | undefined =>
  and(
    eq(ledgerRowTable.ledgerId, ledgerId),
    eq(ledgerRowTable.removedAt, ""),
    gte(ledgerRowTable.occurredOn, from as never),
    lt(ledgerRowTable.occurredOn, until as never),
  );

/** What happened on a day, as far as it is known, and how much of it was written down late. */
export type Happening = { readonly on: string; readonly count: number; readonly lateCount: number };

/** Days from ≤ day < until on which rows prove a duty. */
export const listHappenings = (db: ReadDb, rule: ProofRule, from: string, until: string): Happening[] =>
  db
    .select({
      on: ledgerRowTable.occurredOn,
      count: sql<number>`count(*)`,
      lateCount: sql<number>`sum(${ledgerRowTable.isLate})`,
    })
    .from(ledgerRowTable)
    .where(and(standing(rule, from, until), sql`coalesce(${saidOf(rule)}, ${matches(rule)}) = 1`))
    .groupBy(ledgerRowTable.occurredOn)
    .all();

/** Days on which items of a 全宗 were filed. */
export const listFilings = (db: ReadDb, fondsId: FondsId, from: string, until: string): Happening[] =>
  db
    .select({
      on: sql<string>`substr(${itemTable.filedAt}, 1, 10)`.as("day"),
      count: sql<number>`count(*)`,
      lateCount: sql<number>`0`,
    })
    .from(itemTable)
    .where(
      and(
        eq(itemTable.fondsId, fondsId),
        eq(itemTable.state, "filed"),
        gte(itemTable.filedAt, from),
        lt(itemTable.filedAt, until),
      ),
    )
    .groupBy(sql`day`)
    .all();

/** Rows of the ledger of a duty in a period, newest first; `value` is what the column `shownKey` says. */
export const listProofRows = (
  db: ReadDb,
  rule: ProofRule,
  shownKey: ColumnKey | undefined,
  range: { readonly from: string; readonly until: string },
  limit: number,
) =>
  db
    .select({
      rowId: ledgerRowTable.id,
      seq: ledgerRowTable.seq,
      occurredOn: ledgerRowTable.occurredOn,
      isLate: ledgerRowTable.isLate,
      value: shownKey === undefined ? sql<string>`''` : valueOf(shownKey),
      said: saidOf(rule),
      matched: sql<number>`${matches(rule)}`,
    })
    .from(ledgerRowTable)
    .where(standing(rule, range.from, range.until))
    .orderBy(desc(ledgerRowTable.occurredOn), desc(ledgerRowTable.seq))
    .limit(limit)
    .all();
