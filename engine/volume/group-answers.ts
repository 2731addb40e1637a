// What this room answers of 组 and their captions.
import { listCaptioned } from "#db/caption";
import { listGroups } from "#db/group";
import type { Reads, Writes } from "#engine/handler";
import { describeCaptions, fillCaptions, previewFilling, readCaption } from "./group-caption.ts";
import { describeGroup, makeGroup, readGroup, removeGroup } from "./group-keep.ts";
import { releaseFromGroup, takeIntoGroup } from "./group-members.ts";

export const groupReads = {
  "group.list": (db, { offset, limit, ...of }) => listGroups(db, of, offset, limit),
  "group.read": (db, { id }) => readGroup(db, id),
  "group.items": (db, { id, offset, limit }) => listCaptioned(db, readGroup(db, id).id, offset, limit),
  "caption.read": (db, { itemId }) => readCaption(db, itemId),
  "caption.fill-preview": previewFilling,
} satisfies Partial<Reads>;

export const groupWrites = {
  "group.make": makeGroup,
  "group.describe": describeGroup,
  "group.remove": removeGroup,
  "group.take": takeIntoGroup,
  "group.release": releaseFromGroup,
  "caption.describe": describeCaptions,
  "caption.fill": fillCaptions,
} satisfies Partial<Writes>;
