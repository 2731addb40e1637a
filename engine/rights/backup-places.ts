// Where copies of this archive may lie: every folder a backup was made in, also those of before they were all kept.
import { listBackupPlaces } from "#db/backup-place";
import type { ReadDb } from "#db/open";
import { getSetting } from "#db/setting";

/** Folders, each once. */
export function backupPlacesOf(db: ReadDb): string[] {
  const last = getSetting(db, "lastBackup")?.folder;
  return [...new Set([...listBackupPlaces(db), ...(last ? [last] : [])])];
}
