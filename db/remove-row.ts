// Removing what nothing else points at: the database itself knows who does.
import type { SQL } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { WriteDb } from "./open.ts";

/** Removes rows unless another table points at one; false then, and nothing is removed. */
export function removeUnlessUsed(db: WriteDb, table: SQLiteTable, where: SQL): boolean {
  try {
    db.delete(table).where(where).run();
    return true;
  } catch (error) {
    const cause: unknown = error instanceof Error && error.cause ? error.cause : error;
    if ((cause as { code?: string }).code === "SQLITE_CONSTRAINT_FOREIGNKEY") return false;
    throw error;
  }
}
