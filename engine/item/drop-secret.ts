// A state secret found while describing: everything kept of that paper goes with its keys, the journal keeps the code only (P15).
import type { DigitalFileId } from "#contract/digital-file";
import type { ItemId } from "#contract/item";
import { Refusal } from "#contract/refusal";
import type { PageId } from "#contract/scan";
import { dropDigitalFiles, listItemFiles, releaseDigitalFiles } from "#db/digital-file";
import { removeItem } from "#db/item";
import { dropContentKeys } from "#db/keys";
import type { WriteDb } from "#db/open";
import { dropSecretImages } from "#db/follow-secret";
import { releasePages } from "#db/scan";
import { noteTakenAway } from "#db/taken-away";
import { dropUndoOf } from "#db/undo";
import type { Written } from "#engine/written";

/** Drops item, pages, keys and ways back in this transaction; the refusal is given after it is kept. */
export function dropSecretPages(
  db: WriteDb,
  itemId: ItemId | undefined,
  pageIds: readonly PageId[],
  fileIds: readonly DigitalFileId[] = [],
): Written<never> {
  const files = itemId ? listItemFiles(db, itemId).map(({ file }) => file.id) : fileIds;
  if (itemId) {
    releasePages(db, itemId);
    releaseDigitalFiles(db, itemId);
    removeItem(db, itemId);
    dropContentKeys(db, [itemId]);
    dropUndoOf(db, [itemId]);
  }
  const droppedFiles = [...dropSecretImages(db, pageIds), ...dropDigitalFiles(db, files)];
  // Random names alone, so that restoring an older backup does not bring the paper back (P14).
  noteTakenAway(db, [...(itemId ? [itemId] : []), ...droppedFiles]);
  return {
    output: undefined as never,
    objectId: "",
    reasonCode: "state-secret",
    droppedFiles,
    nouns: ["item", "scan"],
    refuseAfter: new Refusal("state-secret"),
  };
}
