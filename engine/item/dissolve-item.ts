// 拆件: an unfiled item goes, its pages return to the tray.
import type { Input } from "#contract/contract";
import { releaseDigitalFiles } from "#db/digital-file";
import { removeItem } from "#db/item";
import { dropContentKeys } from "#db/keys";
import type { WriteDb } from "#db/open";
import { releasePages } from "#db/scan";
import type { Written } from "#engine/written";
import { fieldsOf } from "./place-parts.ts";
import { arrangementOf, readForChange } from "./read-item.ts";

/** Refuses item-not-found, item-filed, item-changed-meanwhile. The way back makes it again, description and parts included. */
export function dissolveItem(db: WriteDb, input: Input<"item.dissolve">): Written<{ pageCount: number }> {
  const before = readForChange(db, input.id, input.revision);
  const pageCount = releasePages(db, input.id);
  releaseDigitalFiles(db, input.id);
  removeItem(db, input.id);
  dropContentKeys(db, [input.id]);
  return {
    output: { pageCount },
    objectId: before.id,
    undo: {
      name: "item.make",
      input: {
        pageIds: [],
        parts: arrangementOf(before),
        fields: fieldsOf(before),
        securityMark: before.securityLevel,
      },
    },
    droppedFiles: [],
    nouns: ["item", "scan"],
  };
}
