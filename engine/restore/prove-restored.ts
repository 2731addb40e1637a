// "Restored" means: closed, opened again from the disk, sound, its journal whole, everything counted, some of it read (product: T05).
import { existsSync } from "node:fs";
import { Refusal } from "#contract/refusal";
import type { RestoreCounts } from "#contract/restore";
import { countArchive } from "#db/archive-counts";
import { isSound } from "#db/health";
import { findBrokenEntry } from "#db/journal";
import { getContentKey } from "#db/keys";
import { getVaultFiles, listVaultFileIds } from "#db/vault-file";
import { sealedPath } from "#engine/vault/archive-folder";
import type { OpenArchive } from "#engine/vault/open-archive";
import { openPart } from "#vault-format/open-file";

/** How many sealed files are opened with their keys, evenly over all of them; each was proven by its digest before. */
const openedAtMost = 20;

/** Refuses backup-damaged when anything is not as it was written. The counts of what is there now. */
export async function proveRestored(archive: OpenArchive): Promise<RestoreCounts> {
  const { connection, folder, keys } = archive;
  if (!isSound(connection.raw) || findBrokenEntry(connection.read).brokenAt !== null)
    throw new Refusal("backup-damaged");
  const ids = listVaultFileIds(connection.read);
  const missing = ids.filter((id) => !existsSync(sealedPath(folder, id))).length;
  if (missing > 0) throw new Refusal("backup-incomplete", { count: missing });
  const step = Math.max(1, Math.floor(ids.length / openedAtMost));
  for (const [id, { plainSize }] of getVaultFiles(
    connection.read,
    ids.filter((_, at) => at % step === 0),
  )) {
    const key = getContentKey(connection.read, keys, id);
    let read = 0;
    try {
      if (key) for await (const piece of openPart(sealedPath(folder, id), key, 0)) read += piece.length;
    } catch {
      throw new Refusal("backup-damaged");
    }
    if (!key || read !== plainSize) throw new Refusal("backup-damaged");
  }
  return countArchive(connection);
}
