// One write: transaction, journal entry, way back, and only then the disk.
import { rm } from "node:fs/promises";
import type { Name } from "#contract/contract";
import { dropUndoOf, putUndo } from "#db/undo";
import { keyedDigest } from "#db/keys";
import { appendJournal } from "#db/journal";
import { checkpoint } from "#db/health";
import { schemaVersion } from "#db/migrate";
import type { WriteDb } from "#db/open";
import { journalKeyOf, type OpenArchive } from "#engine/vault/open-archive";
import { sealedPath } from "#engine/vault/archive-folder";
import type { House } from "./house.ts";
import type { Written } from "./written.ts";

/**
 * Runs `work` in one transaction together with its journal entry, then announces what changed. Throws what `work`
 * throws (nothing is kept then), or the written refusal after everything is kept.
 */
export async function writeStep<T>(
  house: House,
  archive: OpenArchive,
  action: Name,
  work: (db: WriteDb) => Written<T>,
): Promise<T> {
  const written = archive.connection.write((db) => {
    const result = work(db);
    const key = journalKeyOf(archive, db, result.objectId);
    const sequence = appendJournal(db, {
      at: house.clock.now(),
      monotonicMs: house.clock.monotonicMs(),
      personId: archive.person.id,
      role: archive.person.roles.join("+"),
      action,
      objectId: result.objectId,
      beforeHmac: keyedDigest(key, result.before),
      afterHmac: keyedDigest(key, result.after),
      reasonCode: result.reasonCode ?? "",
      reasonHmac: "",
      programVersion: house.programVersion,
      schemaVersion: schemaVersion(archive.connection.raw),
    });
    if (result.undo) {
      const { name, input } = result.undo;
      putUndo(db, { sequence, objectId: result.objectId, action, name, input: JSON.stringify(input) });
    } else if (!result.keepsUndo) dropUndoOf(db, [result.objectId]);
    house.reach("before-commit");
    return result;
  });
  house.reach("after-commit");
  if (written.droppedFiles) {
    // The dropped keys must not live on in the log (tech: 4.1, Keys).
    checkpoint(archive.connection.raw);
    for (const id of written.droppedFiles) await rm(sealedPath(archive.folder, id), { force: true });
    house.reach("files-removed");
  }
  house.announce({ kind: "changed", nouns: written.nouns });
  if (written.refuseAfter) throw written.refuseAfter;
  return written.output;
}
