// What goes into a 组 and out of it: each photo or recording is one item of the group.
import type { Input, Output } from "#contract/contract";
import type { ItemId } from "#contract/item";
import { Refusal } from "#contract/refusal";
import { getCaptioned } from "#db/caption";
import { setItem } from "#db/item";
import type { WriteDb } from "#db/open";
import { placeInVolume, setVolume } from "#db/volume";
import type { Desk } from "#engine/desk";
import { dissolveItem } from "#engine/item/dissolve-item";
import { makeItem } from "#engine/item/make-item";
import { readItem } from "#engine/item/read-item";
import type { Written } from "#engine/written";
import { cameraDay, readCaption, writeCaption } from "./group-caption.ts";
import { readDraftGroup } from "./group-keep.ts";

/** Refuses group-not-found, group-filed, and what making an item refuses; all members come in or none. */
export function takeIntoGroup(db: WriteDb, input: Input<"group.take">, desk: Desk): Written<Output<"group.take">> {
  const group = readDraftGroup(db, input.id);
  const { fondsId, category, year, retention, matterId, scheduleRowId, photographer, securityLevel } = group;
  const itemIds = input.members.map(({ pageIds, fileIds, caption }): ItemId => {
    if (pageIds.length + fileIds.length === 0) throw new Refusal("item-without-pages");
    const fields = {
      ...{ fondsId, category, year, retention, matterId, scheduleRowId, carrier: input.carrier },
      ...{ title: "", creator: photographer, documentNumber: "", affair: "", remark: "" },
    };
    const { id } = makeItem(db, { pageIds, fileIds, fields, securityMark: securityLevel }, desk).output.item;
    placeInVolume(db, id, input.id, null);
    const made = readCaption(db, id);
    setItem(db, id, { documentDate: cameraDay(made) });
    if (Object.keys(caption).length > 0) writeCaption(db, made, caption);
    return id;
  });
  setVolume(db, input.id, {});
  return {
    ...{ output: { itemIds }, objectId: input.id, after: itemIds, nouns: ["group", "item", "scan", "digital-file"] },
    undo: { name: "group.release", input: { id: input.id, itemIds } },
  };
}

/** Refuses group-not-found, group-filed, item-not-found (also of another group), item-filed. */
export function releaseFromGroup(db: WriteDb, input: Input<"group.release">): Written<Output<"group.release">> {
  readDraftGroup(db, input.id);
  const captions = getCaptioned(db, input.itemIds);
  let carrier: "digital" | "paper" = "digital";
  const members = input.itemIds.map((id) => {
    const item = readItem(db, id);
    const caption = captions.get(id)?.caption;
    if (item.volumeId !== input.id || !caption) throw new Refusal("item-not-found");
    if (item.carrier === "paper") carrier = "paper";
    const pageIds = item.parts.flatMap((part) => part.pages.map((page) => page.id));
    const fileIds = item.parts.flatMap((part) => part.files.map((file) => file.id));
    dissolveItem(db, { id, revision: item.revision });
    return { pageIds, fileIds, caption };
  });
  setVolume(db, input.id, {});
  return {
    output: { releasedCount: members.length },
    objectId: input.id,
    before: input.itemIds,
    undo: { name: "group.take", input: { id: input.id, carrier, members } },
    droppedFiles: [],
    nouns: ["group", "item", "scan", "digital-file"],
  };
}
