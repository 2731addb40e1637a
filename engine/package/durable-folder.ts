import { open, rename } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { syncFolder } from "#vault-format/seal-file";

// Half of the thread pool that all file calls of this process share: the rest must not wait for the disk.
const syncLanes = 2;

/**
 * Makes files survive a power cut. All at the end and several at a time: the disk has been writing meanwhile, and one
 * journal commit of the file system serves many files.
 */
export async function syncFiles(paths: readonly string[], signal?: AbortSignal): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let path = paths[next++]; path !== undefined; path = paths[next++]) {
      signal?.throwIfAborted();
      const file = await open(path, "r+"); // Windows flushes only what may be written
      try {
        await file.sync();
      } finally {
        await file.close();
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: syncLanes }, lane));
  const failed = ends.find((end) => end.status === "rejected");
  if (failed) throw failed.reason;
}

/** Makes folders survive a power cut: the deepest first, so that no name is durable before what it holds; those of one depth together. */
export async function syncFolders(folders: readonly string[]): Promise<void> {
  const byDepth = new Map<number, string[]>();
  for (const path of folders) {
    const depth = path.split(/[\\/]/).length;
    const same = byDepth.get(depth) ?? [];
    same.push(path);
    byDepth.set(depth, same);
  }
  for (const depth of [...byDepth.keys()].sort((a, b) => b - a)) {
    const same = byDepth.get(depth) ?? [];
    let next = 0;
    const lane = async (): Promise<void> => {
      for (let path = same[next++]; path !== undefined; path = same[next++]) await syncFolder(path);
    };
    await Promise.all(Array.from({ length: syncLanes }, lane));
  }
}

/**
 * Renames a folder. On Windows a virus scanner or indexer may hold a file for a moment (package-and-trust B3): tried
 * again with growing pauses, about a minute in all; never replaced by a copy, which would not be atomic.
 */
export async function renameWithPatience(from: string, to: string): Promise<void> {
  for (let pause = 50; ; pause *= 2) {
    try {
      return await rename(from, to);
    } catch (error) {
      const { code = "" } = error as NodeJS.ErrnoException;
      if (process.platform !== "win32" || !["EPERM", "EBUSY", "EACCES"].includes(code) || pause > 30_000) throw error;
      await setTimeout(pause);
    }
  }
}
