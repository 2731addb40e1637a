// Copies that are proven: VACUUM INTO is the only way to copy an encrypted database (tech: 4.2).
import type Database from "better-sqlite3";
import { rmSync } from "node:fs";
import { schemaVersion } from "./migrate.ts";

/** A consistent copy under the same key at `to`, which must not exist. */
export function copyDatabase(raw: Database.Database, to: string): void {
  raw.prepare("VACUUM INTO ?").run(to);
}

/** The copy made before a migration, beside the database; one per schema version, replaced when made again. */
export function safeCopy(raw: Database.Database, path: string): string {
  const to = `${path}.before-${schemaVersion(raw) + 1}`;
  rmSync(to, { force: true });
  copyDatabase(raw, to);
  return to;
}

/** Structure and references are sound; the driver has checked every page's tag on the way. */
export function isSound(raw: Database.Database): boolean {
  return (
    raw.pragma("integrity_check", { simple: true }) === "ok" &&
    (raw.pragma("foreign_key_check") as unknown[]).length === 0
  );
}

/** Brings the write-ahead log into the database and empties it, so that dropped rows are gone from it too. */
export function checkpoint(raw: Database.Database): void {
  raw.pragma("wal_checkpoint(TRUNCATE)");
}
