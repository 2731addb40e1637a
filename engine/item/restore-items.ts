// The way back of merging and splitting: what came of it goes, the items from before stand again under their own ids.
import { randomBytes } from "node:crypto";
import type { Input, Output } from "#contract/contract";
import type { ItemSnapshot } from "#contract/item-case";
import { putCaption } from "#db/caption";
import { addReference, listReferencesOf, removeReferences } from "#db/cross-reference";
import { releaseDigitalFiles } from "#db/digital-file";
import { removeItem } from "#db/item";
import { getItemRecord, pointEntriesAt, putItemRecord } from "#db/item-snapshot";
import { dropContentKeys, putContentKey } from "#db/keys";
import type { WriteDb } from "#db/open";
import { releasePages } from "#db/scan";
import type { Desk } from "#engine/desk";
import type { Written } from "#engine/written";
import { placeParts } from "./place-parts.ts";
import { readForChange } from "./read-item.ts";
import { refuseAttached } from "./refuse-attached.ts";

function putBack(db: WriteDb, snapshot: ItemSnapshot, desk: Desk): void {
  const { fields, parts, registerEntryIds, access, caption, ...facts } = snapshot;
  const now = getItemRecord(db, snapshot.id);
  const isNew = now === undefined;
  // A revision is never given twice to an item that stood all the while: an older window would take it for its own.
  const revision = now ? now.revision + 1 : snapshot.revision;
  const imageCount = parts.flatMap((part) => part.pageIds).length;
  putItemRecord(db, { ...fields, ...facts, access, revision, imageCount });
  if (isNew) putContentKey(db, desk.archive.keys, snapshot.id, "item", randomBytes(32));
  placeParts(db, snapshot.id, parts);
  pointEntriesAt(db, registerEntryIds, snapshot.id);
  if (caption) putCaption(db, { itemId: snapshot.id, ...caption });
}

/** Refuses item-not-found, item-filed, item-changed-meanwhile (somebody has worked on what came of it), item-attached, page-in-use. */
export function restoreItems(db: WriteDb, input: Input<"item.restore">, desk: Desk): Written<Output<"item.restore">> {
  const came = input.current.map(({ id, revision }) => readForChange(db, id, revision));
  const kept = new Set(input.items.map((snapshot) => snapshot.id));
  refuseAttached(
    db,
    came.flatMap(({ id }) => (kept.has(id) ? [] : id)),
  );
  removeReferences(
    db,
    listReferencesOf(
      db,
      came.map((item) => item.id),
    ).map((reference) => reference.id),
  );
  for (const { id } of came) {
    releasePages(db, id);
    releaseDigitalFiles(db, id);
    if (kept.has(id)) continue;
    removeItem(db, id);
    dropContentKeys(db, [id]);
  }
  for (const snapshot of input.items) putBack(db, snapshot, desk);
  for (const reference of input.references) addReference(db, reference);
  const itemIds = input.items.map((snapshot) => snapshot.id);
  return {
    output: { itemIds },
    objectId: itemIds[0] ?? "",
    after: input.items,
    keepsUndo: true,
    droppedFiles: [],
    nouns: ["item", "scan", "cross-reference", "volume", "register"],
  };
}
