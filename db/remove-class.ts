// Removing a class or a fonds that nothing else points at: the database itself knows who does.
import { eq, type SQL } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { FondsId, MatterId } from "#contract/fonds";
import { fondsTable, matterTable } from "./fonds.ts";
import type { WriteDb } from "./open.ts";

function removeUnlessUsed(db: WriteDb, table: SQLiteTable, where: SQL): boolean {
  try {
    db.delete(table).where(where).run();
    return true;
  } catch (error) {
    const cause: unknown = error instanceof Error && error.cause ? error.cause : error;
    if ((cause as { code?: string }).code === "SQLITE_CONSTRAINT_FOREIGNKEY") return false;
    throw error;
  }
}

/** Removes a matter; false, with nothing removed, while anything was ever put in it. */
export const removeMatter = (db: WriteDb, id: MatterId): boolean =>
  removeUnlessUsed(db, matterTable, eq(matterTable.id, id));

/** Removes a fonds with its classes, scheme and names; false while it holds anything (the caller then rolls back). */
export const removeFonds = (db: WriteDb, id: FondsId): boolean =>
  removeUnlessUsed(db, matterTable, eq(matterTable.fondsId, id)) &&
  removeUnlessUsed(db, fondsTable, eq(fondsTable.id, id));
