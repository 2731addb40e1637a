// Opening the encrypted database: always these pragmas, always in this order (tech: 4.1). No plain database is ever
// opened or made: the first bytes are looked at before the driver sees the file.
import Database from "better-sqlite3";
import { drizzle, type BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import { closeSync, existsSync, openSync, readSync } from "node:fs";
import { totalmem } from "node:os";
import { Refusal } from "#contract/refusal";
import { withKeptStatements } from "./kept-statements.ts";
import { registerWordChecks } from "./word-check.ts";

/** A connection you may only read from. */
export type ReadDb = Pick<BetterSQLite3Database, "select" | "selectDistinct">;
/** A connection inside the one open write transaction; only `Connection.write` makes one. */
export type WriteDb = BetterSQLite3Database & { readonly __write: never };

/** One open connection. `raw` is for migrations, health and benchmarks inside db/. */
export type Connection = {
  readonly raw: Database.Database;
  readonly read: ReadDb;
  /** Runs `work` in one IMMEDIATE transaction: all of it or nothing. */
  write<T>(work: (db: WriteDb) => T): T;
  /** Whether any of these ids names a thing this person may not see (db/hide-party.ts). */
  isHidden(ids: readonly string[]): boolean;
  close(): void;
};

const plainHeader = Buffer.from("SQLite format 3\0", "latin1");

/** Refuses a file that is a plain database, or too short to be any (archive-not-encrypted, archive-damaged). */
export function refusePlainDatabase(path: string): void {
  const beginning = Buffer.alloc(16);
  const file = openSync(path, "r");
  try {
    const length = readSync(file, beginning, 0, 16, 0);
    if (beginning.equals(plainHeader)) throw new Refusal("archive-not-encrypted");
    if (length < 16) throw new Refusal("archive-damaged");
  } finally {
    closeSync(file);
  }
}

function applyPragmas(raw: Database.Database, key: Buffer, isReadonly: boolean): void {
  raw.pragma("cipher='sqlcipher'");
  raw.pragma("legacy=4");
  raw.pragma(`key="x'${key.toString("hex")}'"`);
  if (!isReadonly) raw.pragma("journal_mode=WAL");
  raw.pragma("synchronous=FULL");
  raw.pragma("temp_store=MEMORY");
  raw.pragma("foreign_keys=ON");
  raw.pragma("journal_size_limit=67108864");
  raw.pragma("trusted_schema=OFF");
  raw.pragma("mmap_size=0");
  raw.pragma("secure_delete=ON");
  // Writer: 5 % of memory, at most 128 MB; read-only worker: 32 MB. Negative means KiB. Measured on 100,000 items: twice
  // as much makes no list faster and the engine larger than its 400 MB.
  const cacheKib = isReadonly ? 32 * 1024 : Math.min(128 * 1024, Math.floor((totalmem() * 0.05) / 1024));
  raw.pragma(`cache_size=-${cacheKib}`);
}

/**
 * Opens the database at `path` under the raw 32-byte key.
 * Refuses archive-missing, archive-not-encrypted, archive-damaged (the key came out of an authenticated slot, so a file
 * it does not open is not the one that was written).
 */
export function openDatabase(
  path: string,
  key: Buffer,
  options: { mayCreate?: boolean; isReadonly?: boolean } = {},
): Connection {
  if (existsSync(path)) refusePlainDatabase(path);
  else if (!options.mayCreate) throw new Refusal("archive-missing");
  const raw = new Database(path, { readonly: options.isReadonly ?? false, timeout: 5000 });
  try {
    applyPragmas(raw, key, options.isReadonly ?? false);
    raw.prepare("SELECT count(*) FROM sqlite_master").get();
  } catch (error) {
    raw.close();
    const code = (error as { code?: string }).code ?? "";
    if (code === "SQLITE_NOTADB" || code.startsWith("SQLITE_CORRUPT")) throw new Refusal("archive-damaged");
    throw error;
  }
  return connectionOf(raw);
}

/** Wraps an open driver handle; also used by the benchmark's plain comparison database. */
export function connectionOf(raw: Database.Database): Connection {
  registerWordChecks(raw);
  const db = drizzle(withKeptStatements(raw));
  return {
    raw,
    read: db,
    write: (work) => raw.transaction(() => work(db as unknown as WriteDb)).immediate(),
    isHidden: () => false,
    close: () => raw.close(),
  };
}
