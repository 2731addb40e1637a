// 设置: changes of the office's choices.
import { accessSync, constants, realpathSync } from "node:fs";
import { resolve, sep } from "node:path";
import type { Input } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import type { Settings } from "#contract/settings";
import type { WriteDb } from "#db/open";
import { putSetting } from "#db/setting";
import type { Desk } from "#engine/desk";
import { settingsOf } from "#engine/vault/open-archive";
import type { Written } from "#engine/written";

function refuseBadBackupFolder(folder: string, archiveFolder: string): void {
  if (folder === "") return;
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    throw new Refusal("target-not-writable");
  }
  const inside = resolve(realpathSync(archiveFolder)) + sep;
  if ((resolve(realpathSync(folder)) + sep).startsWith(inside)) throw new Refusal("backup-folder-inside-archive");
}

/** Refuses backup-folder-inside-archive, target-not-writable. */
export function reviseSettings(db: WriteDb, input: Input<"settings.revise">, desk: Desk): Written<Settings> {
  const before = settingsOf(db);
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  const after: Settings = { ...before, ...given };
  refuseBadBackupFolder(after.backupFolder, desk.archive.folder);
  putSetting(db, "settings", after);
  return { output: after, objectId: desk.archive.id, before, after, nouns: ["settings", "archive"] };
}
