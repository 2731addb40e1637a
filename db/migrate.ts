// Numbered files up, never down; all pending ones in one transaction; an archive of a newer program is refused.
import type Database from "better-sqlite3";
import { readdirSync, readFileSync } from "node:fs";
import { Refusal } from "#contract/refusal";
import { migrationsFolder } from "./migrations-folder.ts";

/** Marks the file as ours (SQLite application_id): "LDNG". */
export const applicationId = 0x4c444e47;

type Migration = { readonly version: number; readonly name: string; readonly sql: string };

/** All migrations in order; numbers rise by one from 1, else the house is crooked and we stop. */
export function migrations(): readonly Migration[] {
  const found = readdirSync(migrationsFolder)
    .filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
    .sort()
    .map((name) => ({
      version: Number(name.slice(0, 4)),
      name,
      sql: readFileSync(new URL(name, migrationsFolder), "utf8"),
    }));
  found.forEach((each, at) => {
    if (each.version !== at + 1) throw new Error(`migration ${each.name} should be number ${at + 1}`);
  });
  return found;
}

/** The schema version of an open database (0 = empty). */
export const schemaVersion = (raw: Database.Database): number => Number(raw.pragma("user_version", { simple: true }));

/** Whether opening this database needs a safe copy first. */
export function hasPendingMigrations(raw: Database.Database): boolean {
  const version = schemaVersion(raw);
  return version > 0 && version < migrations().length;
}

/** Where a climb is: so many of its steps done, or so many tables looked at afterwards. */
export type Climbing = { readonly stage: "climb" | "check"; readonly done: number; readonly total: number };

const tablesWithReferences = (raw: Database.Database): string[] =>
  raw
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema
      WHERE type = 'table' AND EXISTS (SELECT 1 FROM pragma_foreign_key_list(sqlite_schema.name)) ORDER BY name`,
    )
    .pluck()
    .all();

/**
 * Climbs to `target` (default: newest) and says before each step, and before each table it checks, how far it is: whoever goes through
 * it may take a breath between. Nothing stands until it is at its end; given up before, it leaves everything as it was. Refuses
 * archive-from-the-future and archive-damaged (a database that is not ours).
 */
export function* climb(raw: Database.Database, target?: number): Generator<Climbing, void> {
  const steps = migrations();
  const newest = target ?? steps.length;
  const from = schemaVersion(raw);
  if (from > steps.length) throw new Refusal("archive-from-the-future", { version: from });
  if (from > 0 && raw.pragma("application_id", { simple: true }) !== applicationId)
    throw new Refusal("archive-damaged");
  if (from >= newest) return;
  // A table built anew is dropped and renamed: with foreign keys on, dropping it would empty what hangs on it.
  raw.pragma("foreign_keys=OFF");
  raw.exec("BEGIN IMMEDIATE");
  try {
    const pending = steps.slice(from, newest);
    for (const [done, { sql }] of pending.entries()) {
      yield { stage: "climb", done, total: pending.length };
      raw.exec(sql);
    }
    const tables = tablesWithReferences(raw);
    for (const [done, table] of tables.entries()) {
      yield { stage: "check", done, total: tables.length };
      const [broken] = raw.pragma(`foreign_key_check("${table}")`) as unknown[];
      if (broken) throw new Error(`after migration ${newest} table ${table} points at a row that is not there`);
    }
    raw.pragma(`application_id=${applicationId}`);
    raw.pragma(`user_version=${newest}`);
    raw.exec("COMMIT");
  } finally {
    if (raw.inTransaction) raw.exec("ROLLBACK");
    raw.pragma("foreign_keys=ON");
  }
}

/** Climbs in one go. Refuses what climb refuses. */
export function migrate(raw: Database.Database, target?: number): void {
  for (const _ of climb(raw, target));
}
