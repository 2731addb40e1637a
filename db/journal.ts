// 操作日志: a hash chain over every write, appended in the write's own transaction (package-and-trust B1, Audit log).
import { createHash } from "node:crypto";
import { asc, desc, eq, getTableColumns, sql } from "drizzle-orm";
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { JournalEntry } from "#contract/journal";
import { countRows } from "./count-rows.ts";
import { insertRow } from "./insert-row.ts";
import type { ReadDb, WriteDb } from "./open.ts";
import { personTable } from "./person.ts";

export const journalTable = sqliteTable("journal", {
  sequence: integer().primaryKey(),
  previousHash: text("previous_hash").notNull(),
  hash: text().notNull(),
  at: text().notNull(),
  monotonicMs: integer("monotonic_ms").notNull(),
  personId: text("person_id").notNull(),
  role: text().notNull(),
  action: text().notNull(),
  objectId: text("object_id").notNull(),
  beforeHmac: text("before_hmac").notNull(),
  afterHmac: text("after_hmac").notNull(),
  reasonCode: text("reason_code").notNull(),
  reasonHmac: text("reason_hmac").notNull(),
  programVersion: text("program_version").notNull(),
  schemaVersion: integer("schema_version").notNull(),
});
type Row = typeof journalTable.$inferSelect;
export type NewJournalEntry = Omit<Row, "sequence" | "previousHash" | "hash">;

/** The hash before the first entry. */
export const chainStart = "0".repeat(64);

/** Canonical JSON of an entry: its columns in the order of the table, hash left out. */
function hashOf(row: Omit<Row, "hash">): string {
  const canonical = Object.keys(getTableColumns(journalTable))
    .filter((name) => name !== "hash")
    .map((name) => [name, row[name as keyof typeof row]]);
  return createHash("sha256").update(JSON.stringify(canonical)).digest("hex");
}

/** Sequence, hash and time of the last entry. */
export function journalHead(db: ReadDb): { sequence: number; hash: string; at: string } {
  const last = db.select().from(journalTable).orderBy(desc(journalTable.sequence)).limit(1).get();
  return last ? { sequence: last.sequence, hash: last.hash, at: last.at } : { sequence: 0, hash: chainStart, at: "" };
}

/** The hash of one entry, or undefined when the chain does not reach so far; that of 0 is the start. */
export function journalHashAt(db: ReadDb, sequence: number): string | undefined {
  if (sequence === 0) return chainStart;
  return db.select({ hash: journalTable.hash }).from(journalTable).where(eq(journalTable.sequence, sequence)).get()
    ?.hash;
}

/**
 * Appends one entry to the chain and returns its sequence. A clock that went back is itself an entry: order is by
 * sequence, never by time.
 */
export function appendJournal(db: WriteDb, entry: NewJournalEntry): number {
  const head = journalHead(db);
  if (entry.at < head.at && entry.action !== "clock.went-back") {
    appendJournal(db, {
      ...entry,
      action: "clock.went-back",
      objectId: "",
      beforeHmac: "",
      afterHmac: "",
      reasonCode: "",
      reasonHmac: "",
    });
    return appendAfter(db, journalHead(db), entry);
  }
  return appendAfter(db, head, entry);
}

function appendAfter(db: WriteDb, head: { sequence: number; hash: string }, entry: NewJournalEntry): number {
  const row = { ...entry, sequence: head.sequence + 1, previousHash: head.hash };
  insertRow(db, journalTable, { ...row, hash: hashOf(row) });
  return row.sequence;
}

/** Walks the whole chain: the first sequence that does not fit, or null when all do. */
export function findBrokenEntry(db: ReadDb): { entryCount: number; head: string; brokenAt: number | null } {
  let previous = chainStart;
  let count = 0;
  for (let after = 0; ;) {
    const rows = db
      .select()
      .from(journalTable)
      .where(sql`${journalTable.sequence} > ${after}`)
      .orderBy(asc(journalTable.sequence))
      .limit(2000)
      .all();
    if (rows.length === 0) return { entryCount: count, head: previous, brokenAt: null };
    for (const { hash, ...row } of rows) {
      const isNext = row.sequence === count + 1 && row.previousHash === previous && hash === hashOf(row);
      if (!isNext) return { entryCount: count, head: previous, brokenAt: count + 1 };
      previous = hash;
      count += 1;
    }
    after = count;
  }
}

/** Entries newest first, with the person's name as it is now. */
export function listJournal(db: ReadDb, offset: number, limit: number): { entries: JournalEntry[]; total: number } {
  const entries = db
    .select({
      sequence: journalTable.sequence,
      hash: journalTable.hash,
      at: journalTable.at,
      personName: sql<string>`coalesce(${personTable.name}, '')`,
      role: journalTable.role,
      action: journalTable.action,
      objectId: journalTable.objectId,
      reasonCode: journalTable.reasonCode,
    })
    .from(journalTable)
    .leftJoin(personTable, eq(personTable.id, journalTable.personId))
    .orderBy(desc(journalTable.sequence))
    .limit(limit)
    .offset(offset)
    .all();
  return { entries, total: countRows(db, journalTable) };
}
