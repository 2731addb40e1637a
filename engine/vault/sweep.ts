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
  const seen: { id: string; path: string }[] = [];
  for (const shard of await readdir(files).catch(() => [])) {
    for (const name of await readdir(join(files, shard)).catch(() => []))
      seen.push({ id: name, path: join(files, shard, name) });
  }
  const known = new Set(listVaultFileIds(archive.connection.read));
  let swept = 0;
  for (const { id, path } of seen) {
    if (known.has(id)) continue;
    const age = await stat(path).catch(() => undefined);
    if (!age || age.mtimeMs >= before) continue;
    await rm(path, { force: true });
    swept += 1;
  }
  return swept;
}
