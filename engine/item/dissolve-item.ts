// 拆件: an unfiled item goes, its pages return to the tray.
import type { Input } from "#contract/contract";
import { releaseDigitalFiles } from "#db/digital-file";
import { Refusal } from "#contract/refusal";
import { listReferencesOf } from "#db/cross-reference";
import { removeItem } from "#db/item";
import { dropContentKeys } from "#db/keys";
import type { WriteDb } from "#db/open";
import { releasePages } from "#db/scan";
import type { Written } from "#engine/written";
import { readForChange } from "./read-item.ts";
import { refuseAttached } from "./refuse-attached.ts";
import { snapshotItem } from "./snapshot-item.ts";

/** Refuses item-not-found, item-filed, item-changed-meanwhile, item-sealed, item-attached. The way back puts it back as it was. */
export function dissolveItem(db: WriteDb, input: Input<"item.dissolve">): Written<{ pageCount: number }> {
  const before = readForChange(db, input.id, input.revision);
  // What was sealed leaves a history; it is judged 不归档, not taken apart.
  if (before.carrier === "sealed") throw new Refusal("item-sealed");
  refuseAttached(db, [before.id]);
  const items = [snapshotItem(db, before)];
  const references = listReferencesOf(db, [before.id]);
  const pageCount = releasePages(db, input.id);
  releaseDigitalFiles(db, input.id);
  removeItem(db, input.id);
  dropContentKeys(db, [input.id]);
  return {
    output: { pageCount },
    objectId: before.id,
    undo: { name: "item.restore", input: { current: [], items, references } },
    droppedFiles: [],
    nouns: ["item", "scan", "cross-reference", "volume", "register"],
  };
}
