// What this room answers: the profiles of a scan.
import { listScanProfiles } from "#db/scan-profile";
import type { Reads, Writes } from "#engine/handler";
import { keepScanProfile, removeScanProfile } from "./keep-profile.ts";

export const deviceReads = {
  "scan-profile.list": (db) => listScanProfiles(db),
} satisfies Partial<Reads>;

export const deviceWrites = {
  "scan-profile.keep": keepScanProfile,
  "scan-profile.remove": removeScanProfile,
} satisfies Partial<Writes>;

/** Calls that lead back from another. */
export const deviceWaysBack = {
  "scan-profile.keep": keepScanProfile,
  "scan-profile.remove": removeScanProfile,
};
