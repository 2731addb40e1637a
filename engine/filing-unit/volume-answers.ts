// What the filing unit answers of 案卷.
import type { Reads, Writes } from "#engine/handler";
import { fileVolumes } from "./file-volumes.ts";
import { previewVolumeFiling } from "./plan-volume-filing.ts";
import { previewUnfiling, unfileVolume } from "./unfile-volume.ts";

export const volumeFilingReads = {
  "volume.preview-filing": previewVolumeFiling,
  "volume.preview-unfile": previewUnfiling,
} satisfies Partial<Reads>;

export const volumeFilingWrites = {
  "volume.file": fileVolumes,
  "volume.unfile": unfileVolume,
} satisfies Partial<Writes>;
