// 扫描方案: settings of a scan under a name (DA/T 31-2017, 9.3 and 9.4). The shipped ones stand in migration 0014.
import { eq } from "drizzle-orm";
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { scanProfile, type ScanProfile, type ScanProfileId } from "#contract/scan-profile";
import type { ReadDb, WriteDb } from "./open.ts";

export const scanProfileTable = sqliteTable("scan_profile", {
  id: text().$type<ScanProfileId>().primaryKey(),
  name: text().notNull(),
  colourMode: text("colour_mode").$type<ScanProfile["colourMode"]>().notNull(),
  dpi: integer().notNull(),
  paper: text().$type<ScanProfile["paper"]>().notNull(),
  feed: text().$type<ScanProfile["feed"]>().notNull(),
  recipe: text().notNull(),
  position: integer().notNull(),
});

/** All profiles in the office's order. */
export function listScanProfiles(db: ReadDb): ScanProfile[] {
  return db
    .select()
    .from(scanProfileTable)
    .orderBy(scanProfileTable.position, scanProfileTable.name)
    .all()
    .map((row) => scanProfile.parse({ ...row, recipe: JSON.parse(row.recipe) as unknown }));
}

/** The profile of a name. */
export function findScanProfile(db: ReadDb, name: string): ScanProfile | undefined {
  return listScanProfiles(db).find((profile) => profile.name === name);
}

/** Keeps a profile, in place of one of the same id. */
export function putScanProfile(db: WriteDb, { id, recipe, ...profile }: ScanProfile): void {
  const row = { ...profile, recipe: JSON.stringify(recipe) };
  db.insert(scanProfileTable)
    .values({ id, ...row })
    .onConflictDoUpdate({ target: scanProfileTable.id, set: row })
    .run();
}

/** Drops a profile; what was scanned by it keeps its name. */
export function dropScanProfile(db: WriteDb, id: ScanProfileId): void {
  db.delete(scanProfileTable).where(eq(scanProfileTable.id, id)).run();
}
