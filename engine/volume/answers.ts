// What the room answers of 案卷; filing them is engine/filing-unit.
import { listFormerVolumeCodes, listVolumes } from "#db/volume";
import type { Reads, Writes } from "#engine/handler";
import { checkVolume } from "./check-volume.ts";
import { arrangeVolume, describeVolume } from "./describe-volume.ts";
import { dissolveVolume, makeVolume, restoreVolume } from "./make-volume.ts";
import { readVolume } from "./read-volume.ts";

export const volumeReads = {
  "volume.list": (db, { offset, limit, ...scope }) => listVolumes(db, scope, offset, limit),
  "volume.read": (db, { id }) => readVolume(db, id),
  "volume.check": (db, { id }) => checkVolume(db, id),
  "volume.former-codes": (db, { id }) => listFormerVolumeCodes(db, id),
} satisfies Partial<Reads>;

export const volumeWrites = {
  "volume.make": makeVolume,
  "volume.describe": describeVolume,
  "volume.arrange": arrangeVolume,
  "volume.dissolve": dissolveVolume,
  "volume.restore": restoreVolume,
} satisfies Partial<Writes>;
