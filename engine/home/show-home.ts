// 首页: what waits, how far the filing year is, whether the archive is safe.
import type { Output } from "#contract/contract";
import { countByMatter, countStates, latestYear, listRecent } from "#db/home";
import type { ReadDb } from "#db/open";
import { countTray } from "#db/scan";
import { getSetting } from "#db/setting";
import { settingsOf } from "#engine/vault/open-archive";

/** Counts for today; the filing year shown is the newest one that has drafts, else the newest of all. */
export function showHome(db: ReadDb): Output<"home.show"> {
  const filingYear = latestYear(db);
  return {
    trayPageCount: countTray(db),
    ...countStates(db),
    progress: filingYear === null ? [] : countByMatter(db, filingYear),
    filingYear,
    lastBackupAt: getSetting(db, "lastBackup")?.at ?? null,
    backupFolder: settingsOf(db).backupFolder,
    recent: listRecent(db),
  };
}
