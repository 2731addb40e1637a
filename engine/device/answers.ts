// What this room answers: devices, profiles of a scan, the watched folder.
import { listScanProfiles } from "#db/scan-profile";
import type { Reads, Tasks, Writes } from "#engine/handler";
import { keepScanProfile, removeScanProfile } from "./keep-profile.ts";
import { decideFound, setWatch, showWatch } from "./keep-watch.ts";
import { listDevices } from "./list-devices.ts";
import { scanPages } from "./scan-pages.ts";

export const deviceReads = {
  "scan-profile.list": (db) => listScanProfiles(db),
  "watched-folder.show": (db, _input, { archive }) => showWatch(db, archive),
} satisfies Partial<Reads>;

export const deviceWrites = {
  "scan-profile.keep": keepScanProfile,
  "scan-profile.remove": removeScanProfile,
} satisfies Partial<Writes>;

export const deviceTasks = {
  "device.list": (house, _archive, _input, job) => listDevices(house, job),
  "device.scan": scanPages,
  "watched-folder.set": setWatch,
  "watched-folder.decide": (_house, archive, input) => decideFound(archive, input),
} satisfies Partial<Tasks>;

/** Calls that lead back from another. */
export const deviceWaysBack = {
  "scan-profile.keep": keepScanProfile,
  "scan-profile.remove": removeScanProfile,
};
