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

/**
 * Runs a large write whose log is brought into the database by `settleLog`, not by the commit itself: the commit is as safe without, and
 * whoever waits for it waits for the disk once.
 */
export async function leavingLog<T>(raw: Database.Database, work: () => Promise<T>): Promise<T> {
  const before = raw.pragma("wal_autocheckpoint", { simple: true }) as number;
  raw.pragma("wal_autocheckpoint=0");
  try {
    return await work();
  } finally {
    raw.pragma(`wal_autocheckpoint=${before}`);
  }
}

/** Brings what a large write left in the log into the database, unless it was closed meanwhile, which does so too. Never throws. */
export function settleLog(raw: Database.Database): void {
  try {
    if (raw.open) raw.pragma("wal_checkpoint(PASSIVE)");
  } catch {
    // A full disk: nothing is lost, the log is read along with the database, and the next commit tries again.
  }
}

/** Brings the write-ahead log into the database and empties it, so that dropped rows are gone from it too. */
export function checkpoint(raw: Database.Database): void {
  raw.pragma("wal_checkpoint(TRUNCATE)");
}
