// What this room answers of digital files.
import { listDigitalTray } from "#db/digital-file";
import type { Reads, Tasks, Writes } from "#engine/handler";
import { discardDigitalFiles } from "./discard-digital-files.ts";
import { saveDigitalFile } from "./save-digital-file.ts";
import { listWaiting, supplyReadingCopy } from "./supply-reading-copy.ts";

export const digitalReads = {
  "digital-file.tray": (db, { offset, limit }) => listDigitalTray(db, offset, limit),
  "reading-copy.waiting": listWaiting,
} satisfies Partial<Reads>;

export const digitalWrites = {
  "digital-file.discard": discardDigitalFiles,
} satisfies Partial<Writes>;

export const digitalTasks = {
  "digital-file.save-as": saveDigitalFile,
  "reading-copy.supply": supplyReadingCopy,
} satisfies Partial<Tasks>;
