// 监视文件夹: what a scanner's own software puts there is taken in as soon as it has settled (product E01). It watches while
// the archive is open; what came meanwhile is asked about once, never taken by surprise.
import { lstat, readdir, statfs } from "node:fs/promises";
import { basename, join } from "node:path";
import { watch as watchWith, type FSWatcher } from "chokidar";
import type { WatchedFile, WatchedFolder, WatchedFolderSettings } from "#contract/watched-folder";
import { Refusal } from "#contract/refusal";
import { sayRefusal } from "#contract/refusal-text";
import { getSetting, putSetting } from "#db/setting";
import type { House } from "#engine/house";
import { printableName } from "#engine/input/check-name";
import { refusalOfIo } from "#engine/refuse-io";
import type { OpenArchive } from "#engine/vault/open-archive";
import { takeWatchedFile } from "./take-watched-file.ts";
import { isFinishedName, knownBy } from "./watched-file.ts";

/** A file counts as written when it has not grown for so long (tech-scan-ocr 6.3). */
const settled = { stabilityThreshold: 800, pollInterval: 100 };
/** How often it is looked whether the folder is still there. */
const lookEveryMs = 2000;
/** Files further apart than this are two sittings at the scanner, two piles. */
const pileGapMs = 120_000;
const mostShown = 50;
const mostKnown = 5000;
/** NFS, SMB, CIFS, SMB2, FUSE, 9P: their changes are not announced to this machine and have to be looked for. */
const networkKinds = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x65735546, 0x01021997]);

export type FolderWatch = {
  show(): Pick<WatchedFolder, "state" | "foundCount" | "pageCount" | "files">;
  /** The clerk's word on files that were there before. */
  decide(take: boolean): Promise<void>;
  close(): Promise<void>;
};

const needsPolling = async (folder: string): Promise<boolean> =>
  process.platform === "win32"
    ? folder.startsWith("\\\\")
    : networkKinds.has(Number((await statfs(folder).catch(() => ({ type: 0 }))).type) >>> 0);

/** Watches a folder for one open archive. */
export function watchFolder(house: House, archive: OpenArchive, settings: WatchedFolderSettings): FolderWatch {
  const { folder, afterIntake } = settings;
  const stop = new AbortController();
  const known = new Set(getSetting(archive.connection.read, "watchedFolderSeen") ?? []);
  const files: WatchedFile[] = [];
  const found = new Set<string>();
  let state: WatchedFolder["state"] = "unreachable";
  let pageCount = 0;
  let watcher: FSWatcher | undefined;
  let place = "";
  let line: Promise<void> = Promise.resolve();
  let pile = { id: house.makeId(), lastAt: 0 };

  const changed = (): void => house.announce({ kind: "changed", nouns: ["watched-folder"] });
  const note = (name: string, told: Pick<WatchedFile, "outcome" | "code" | "message">): void => {
    const { outcome, code, message } = told;
    files.push({ name: printableName(name), outcome, code, message, at: house.clock.now() });
    files.splice(0, files.length - mostShown);
    changed();
  };
  const remember = (): void => {
    if (stop.signal.aborted) return;
    const list = [...known].slice(-mostKnown);
    try {
      archive.connection.write((db) => putSetting(db, "watchedFolderSeen", list));
    } catch (error) {
      // On a full disk the list is kept later; until then a file may be asked about twice.
      if (!(refusalOfIo(error) instanceof Refusal)) throw error;
    }
  };
  const pileNow = (): string => {
    const now = house.clock.monotonicMs();
    if (now - pile.lastAt > pileGapMs) pile = { id: house.makeId(), lastAt: now };
    pile.lastAt = now;
    return pile.id;
  };

  async function take(path: string): Promise<void> {
    const before = await knownBy(path);
    if (stop.signal.aborted || before === undefined || known.has(before)) return void found.delete(path);
    const job = { id: "watched-folder", signal: stop.signal, progress: () => undefined };
    try {
      const taken = await takeWatchedFile(house, archive, { path, pileId: pileNow(), afterIntake }, job);
      found.delete(path);
      pageCount += taken.pageCount;
      // What stays where it is, taken or refused, is told once and not again after the next start.
      if (taken.mark !== undefined) known.add(taken.mark);
      note(basename(path), taken);
    } catch (error) {
      const { code, details } =
        error instanceof Refusal ? error : new Refusal("source-unreadable", { name: printableName(basename(path)) });
      if (code === "task-cancelled") return;
      // A full disk keeps the file for later; the clerk says when.
      found.add(path);
      note(basename(path), { outcome: "reject", code, message: sayRefusal(code, details) });
    }
  }
  /** Files one after the other; closing the archive waits for the one in hand. */
  const queue = (paths: readonly string[]): Promise<void> => {
    line = line.then(async () => {
      for (const path of paths) await take(path);
      if (known.size > 0) remember();
    });
    const work = line;
    house.settling.add(work);
    void work.finally(() => house.settling.delete(work));
    return work;
  };

  async function begin(): Promise<void> {
    const polling = await needsPolling(folder);
    const started = watchWith(folder, {
      ...{ depth: 0, ignoreInitial: true, awaitWriteFinish: settled, followSymlinks: false, usePolling: polling },
      ...(polling && { interval: 1000 }),
      ignored: (path) => path !== folder && !isFinishedName(basename(path)),
    });
    watcher = started;
    started.on("add", (path) => void queue([path]));
    started.on("change", (path) => void queue([path]));
    started.on("error", () => void lose());
    await new Promise<void>((ready) => started.once("ready", ready));
    if (stop.signal.aborted) return;
    for (const path of await waiting()) found.add(path);
    state = "watching";
    changed();
  }
  /** Files that lie there and were not told about. */
  async function waiting(): Promise<string[]> {
    const names = (await readdir(folder).catch(() => [] as string[])).filter(isFinishedName);
    const paths: string[] = [];
    for (const path of names.toSorted(byNumber).map((name) => join(folder, name))) {
      const mark = await knownBy(path);
      if (mark !== undefined && !known.has(mark)) paths.push(path);
    }
    return paths;
  }
  async function lose(): Promise<void> {
    const gone = watcher;
    watcher = undefined;
    if (state !== "unreachable") {
      state = "unreachable";
      found.clear();
      note(basename(folder), {
        outcome: "reject",
        code: "watched-folder-unreachable",
        message: sayRefusal("watched-folder-unreachable"),
      });
    }
    await gone?.close();
  }
  /** A folder that went is noticed, and one that came back is watched again; another disk in its place is another folder. */
  async function look(): Promise<void> {
    const facts = await lstat(folder).catch(() => undefined);
    const here = facts?.isDirectory() && (await readdir(folder).catch(() => null)) ? `${facts.dev}/${facts.ino}` : "";
    if (stop.signal.aborted) return;
    if (here === "" || (watcher && here !== place)) await lose();
    place = here;
    if (here !== "" && !watcher && !stop.signal.aborted) await begin();
  }
  let looking: Promise<void> = look();
  const clock = setInterval(() => (looking = looking.then(look, look)), lookEveryMs);
  clock.unref();

  return {
    show: () => ({ state, foundCount: found.size, pageCount, files: [...files] }),
    async decide(shouldTake) {
      if (state !== "watching") throw new Refusal("watched-folder-unreachable");
      const paths = [...found];
      if (shouldTake) return queue(paths);
      for (const path of paths) {
        const mark = await knownBy(path);
        if (mark !== undefined) known.add(mark);
      }
      found.clear();
      remember();
      changed();
    },
    async close() {
      if (stop.signal.aborted) return;
      stop.abort();
      clearInterval(clock);
      await looking.catch(() => undefined);
      await watcher?.close();
    },
  };
}

const byNumber = (one: string, other: string): number => one.localeCompare(other, "zh-CN", { numeric: true });
