// After a crash sealed files may lie about that no row names: their keys are lost with the row, so they are removed.
import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { listVaultFileIds } from "#db/vault-file";
import { archivePaths } from "./archive-folder.ts";
import type { OpenArchive } from "./open-archive.ts";

/** Removes files older than this unlock that the archive does not refer to; returns how many. */
export async function sweepOrphans(archive: OpenArchive): Promise<number> {
  const { files, temporary } = archivePaths(archive.folder);
  await rm(temporary, { recursive: true, force: true });
  const before = Date.parse(archive.unlockedAt);
  let swept = 0;
  // Folder by folder: names of a million files would be half of the engine's memory.
  for (const shard of await readdir(files).catch(() => [])) {
    const names = await readdir(join(files, shard)).catch(() => []);
    const known = new Set(listVaultFileIds(archive.connection.read, shard));
    for (const name of names) {
      if (known.has(name)) continue;
      const path = join(files, shard, name);
      const age = await stat(path).catch(() => undefined);
      if (!age || age.mtimeMs >= before) continue;
      await rm(path, { force: true });
      swept += 1;
    }
  }
  return swept;
}
