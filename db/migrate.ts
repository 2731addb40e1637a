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

/**
 * Climbs to `target` (default: newest). Refuses archive-from-the-future and archive-damaged (a database that is not ours).
 */
export function migrate(raw: Database.Database, target?: number): void {
  const steps = migrations();
  const newest = target ?? steps.length;
  const from = schemaVersion(raw);
  if (from > steps.length) throw new Refusal("archive-from-the-future", { version: from });
  if (from > 0 && raw.pragma("application_id", { simple: true }) !== applicationId)
    throw new Refusal("archive-damaged");
  if (from >= newest) return;
  // A table built anew is dropped and renamed: with foreign keys on, dropping it would empty what hangs on it.
  raw.pragma("foreign_keys=OFF");
  try {
    raw
      .transaction(() => {
        for (const step of steps.slice(from, newest)) raw.exec(step.sql);
        const [broken] = raw.pragma("foreign_key_check") as { table: string }[];
        if (broken)
          throw new Error(`after migration ${newest} table ${broken.table} points at a row that is not there`);
        raw.pragma(`application_id=${applicationId}`);
        raw.pragma(`user_version=${newest}`);
      })
      .immediate();
  } finally {
    raw.pragma("foreign_keys=ON");
  }
}
