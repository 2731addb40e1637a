// Digital files of the tray put away for good: rows, keys and bytes (personal-data P14).
import type { Input } from "#contract/contract";
import { dropDigitalFiles } from "#db/digital-file";
import type { WriteDb } from "#db/open";
import type { Written } from "#engine/written";
import { refuseForeignFiles } from "./refuse-foreign-files.ts";

/** Refuses digital-file-not-found, digital-file-in-use; all or none of the files go. */
export function discardDigitalFiles(
  db: WriteDb,
  { ids }: Input<"digital-file.discard">,
): Written<{ discardedCount: number }> {
  refuseForeignFiles(db, ids, null);
  const droppedFiles = dropDigitalFiles(db, ids);
  return {
    output: { discardedCount: new Set(ids).size },
    objectId: ids[0] ?? "",
    droppedFiles,
    nouns: ["digital-file"],
  };
}
