// Statements are compiled once: the query builder asks for the same text again and again, and compiling one costs more than
// running it. Kept beside the driver, so that nobody who asks through drizzle has to think of it.
import type Database from "better-sqlite3";

/** As many as the whole contract needs; the one longest unused goes first. */
const most = 600;

/** The same database whose `prepare` hands out a statement it has compiled before. SQLite compiles anew by itself when the schema changes. */
export function withKeptStatements(raw: Database.Database): Database.Database {
  const kept = new Map<string, Database.Statement>();
  const prepare = (text: string): Database.Statement => {
    const known = kept.get(text);
    // One still being read row by row is not handed out a second time.
    if (known?.busy) return raw.prepare(text);
    const statement = known ?? raw.prepare(text);
    kept.delete(text);
    kept.set(text, statement);
    if (kept.size > most) kept.delete(kept.keys().next().value ?? "");
    return statement;
  };
  return Object.create(raw, { prepare: { value: prepare } }) as Database.Database;
}
