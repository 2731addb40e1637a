// The watch of the open archive: begun when it is opened, changed by the clerk, ended when it is closed.
import { lstat, readdir, realpath } from "node:fs/promises";
import { isAbsolute, resolve, sep } from "node:path";
import type { Input, Output } from "#contract/contract";
import { keepers } from "#contract/procedure";
import { Refusal } from "#contract/refusal";
import type { WatchedFolderSettings } from "#contract/watched-folder";
import type { ReadDb } from "#db/open";
import { getSetting, putSetting } from "#db/setting";
import type { House } from "#engine/house";
import type { OpenArchive } from "#engine/vault/open-archive";
import { writeStep } from "#engine/write-step";
import { watchFolder, type FolderWatch } from "./watch-folder.ts";

const watches = new WeakMap<OpenArchive, FolderWatch>();
const off: WatchedFolderSettings = { folder: "", isOn: false, afterIntake: "move" };
const settingsOf = (db: ReadDb): WatchedFolderSettings => getSetting(db, "watchedFolder") ?? off;

/** Settings and state as the window shows them. */
export function showWatch(db: ReadDb, archive: OpenArchive): Output<"watched-folder.show"> {
  const idle = { state: "off" as const, foundCount: 0, pageCount: 0, files: [] };
  return { ...settingsOf(db), ...(watches.get(archive)?.show() ?? idle) };
}

/** Begins watching when the office chose so and this person keeps the archive. Never waits for the folder. */
export function beginWatch(house: House, archive: OpenArchive): void {
  const settings = settingsOf(archive.connection.read);
  const mayKeep = archive.person.roles.some((role) => keepers.some((keeper) => keeper === role));
  if (settings.isOn && settings.folder !== "" && mayKeep) watches.set(archive, watchFolder(house, archive, settings));
}

/** Ends it; a file in hand is finished or given up whole. */
export async function endWatch(archive: OpenArchive): Promise<void> {
  const watch = watches.get(archive);
  watches.delete(archive);
  await watch?.close();
}

async function refuseBadFolder(folder: string, archiveFolder: string): Promise<void> {
  if (!isAbsolute(folder)) throw new Refusal("watched-folder-unreachable");
  try {
    if (!(await lstat(folder)).isDirectory()) throw new Refusal("watched-folder-unreachable");
    await readdir(folder);
    const inside = resolve(await realpath(archiveFolder)) + sep;
    if ((resolve(await realpath(folder)) + sep).startsWith(inside)) throw new Refusal("watched-folder-inside-archive");
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal("watched-folder-unreachable");
  }
}

/** Refuses as watched-folder.set declares. */
export async function setWatch(
  house: House,
  archive: OpenArchive,
  input: Input<"watched-folder.set">,
): Promise<Output<"watched-folder.set">> {
  const { read } = archive.connection;
  if (input.isOn) await refuseBadFolder(input.folder, archive.folder);
  const before = settingsOf(read);
  await writeStep(house, archive, "watched-folder.set", (db) => {
    putSetting(db, "watchedFolder", input);
    // Another folder, other files.
    if (before.folder !== input.folder) putSetting(db, "watchedFolderSeen", null);
    return {
      output: undefined,
      objectId: archive.id,
      before,
      after: input,
      keepsUndo: true,
      nouns: ["watched-folder"],
    };
  });
  await endWatch(archive);
  beginWatch(house, archive);
  return showWatch(read, archive);
}

/** Refuses watched-folder-unreachable. */
export async function decideFound(
  archive: OpenArchive,
  { take }: Input<"watched-folder.decide">,
): Promise<Output<"watched-folder.decide">> {
  const watch = watches.get(archive);
  if (!watch) throw new Refusal("watched-folder-unreachable");
  await watch.decide(take);
  return showWatch(archive.connection.read, archive);
}
