// What the office chose, and what the program remembers of the archive, as JSON under a name.
import { eq } from "drizzle-orm";
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { BoxingRules } from "#contract/boxing-rules";
import type { CustodyRules } from "#contract/custody";
import type { ModelPackManifest } from "#contract/model-pack";
import type { RightsRules } from "#contract/rights-request";
import type { Settings } from "#contract/settings";
import type { WatchedFolderSettings } from "#contract/watched-folder";
import type { ReportFigures, ReportTable } from "#contract/yearly-report";
import type { ReadDb, WriteDb } from "./open.ts";

export const settingTable = sqliteTable("setting", { key: text().primaryKey(), value: text().notNull() });
export const archiveTable = sqliteTable("archive", {
  onlyRow: integer("only_row").primaryKey(),
  id: text().notNull(),
  name: text().notNull(),
  createdAt: text("created_at").notNull(),
  createdByVersion: text("created_by_version").notNull(),
});

/** Everything kept as a setting, with the type of its value. */
export type Kept = {
  readonly settings: Settings;
  readonly boxingRules: BoxingRules;
  readonly custodyRules: CustodyRules;
  readonly rightsRules: RightsRules;
  readonly yearlyReport: ReportTable;
  /** By 全宗 and year. */
  readonly yearlyReportFigures: Readonly<Record<string, ReportFigures>>;
  readonly watchedFolder: WatchedFolderSettings;
  /** Digests of files that were told about and stay where they are. */
  readonly watchedFolderSeen: readonly string[];
  readonly recoveryConfirmedAt: string;
  /** Imported model packs as they were checked, and the name of the one chosen. */
  readonly modelPacks: { readonly chosen: string; readonly imported: readonly ModelPackManifest[] };
  /** 文字识别 was stopped by a keeper. */
  readonly readingPaused: boolean;
  /** Sealed files and items that were state secrets (P15), by their random names. */
  readonly takenAway: readonly string[];
  readonly lastBackup: { readonly folder: string; readonly at: string; readonly files: number };
};

/** Reads one setting. */
export function getSetting<K extends keyof Kept>(db: ReadDb, key: K): Kept[K] | undefined {
  const row = db.select().from(settingTable).where(eq(settingTable.key, key)).get();
  return row && (JSON.parse(row.value) as Kept[K]);
}

/** Keeps one setting, or forgets it when the value is null. */
export function putSetting<K extends keyof Kept>(db: WriteDb, key: K, value: Kept[K] | null): void {
  if (value === null) {
    db.delete(settingTable).where(eq(settingTable.key, key)).run();
    return;
  }
  const json = JSON.stringify(value);
  db.insert(settingTable)
    .values({ key, value: json })
    .onConflictDoUpdate({ target: settingTable.key, set: { value: json } })
    .run();
}

/** Name and id of the archive. */
export function getArchive(db: ReadDb): typeof archiveTable.$inferSelect | undefined {
  return db.select().from(archiveTable).get();
}

/** Writes down what the archive is, once. */
export function putArchive(
  db: WriteDb,
  archive: { id: string; name: string; createdAt: string; createdByVersion: string },
): void {
  db.insert(archiveTable)
    .values({ onlyRow: 1, ...archive })
    .run();
}
