// 扫描设备 — what stands on the desk and can be asked for pages. Listing and scanning are started by the clerk, never by themselves.
import { z } from "zod";
import { typedSecurityMark } from "./access.ts";
import { keepers, task } from "./procedure.ts";
import { scanFeed, scanSettings } from "./scan-profile.ts";
import { scanOutcome } from "./scan.ts";

/** SANE on Linux, WIA on Windows, eSCL where a device offers it on this machine's loopback address. */
export const deviceKind = z.enum(["sane", "wia", "escl"]);
export type DeviceKind = z.infer<typeof deviceKind>;

/** ready, or why it cannot be asked now. */
export const deviceState = z.enum(["ready", "busy", "denied", "gone", "unknown"]);
export type DeviceState = z.infer<typeof deviceState>;

/** What a device says of itself; resolutions in dots per inch, ascending. */
export const device = z
  .object({
    /** Unique among the devices found; begins with its kind. */
    id: z.string().min(1).max(400),
    kind: deviceKind,
    name: z.string().max(200),
    state: deviceState,
    feeds: z.array(scanFeed).readonly(),
    colourModes: z.array(scanSettings.unwrap().shape.colourMode).readonly(),
    /** Those it names, or of a range the usual ones inside. */
    resolutions: z.array(z.number().int()).readonly(),
  })
  .readonly();
export type Device = z.infer<typeof device>;

/** Why a kind of device could not be looked for; the others are listed all the same. */
export const deviceNote = z.object({ kind: deviceKind, code: z.string(), message: z.string() }).readonly();
export type DeviceNote = z.infer<typeof deviceNote>;

/** How a run ended. Pages taken before are kept whatever it says. */
export const scanEnding = z.enum(["finished", "stopped", "failed"]);

export const deviceProcedures = {
  /** Asks every kind this machine has; takes some seconds. */
  "device.list": task({
    roles: keepers,
    input: z.object({}),
    output: z.object({ devices: z.array(device).readonly(), notes: z.array(deviceNote).readonly() }),
  }),
  /**
   * Scans until the feeder is empty (one page from the glass). Each page is durable before the next is taken. A failure
   * after the first page is told in the answer; before it, it is a refusal.
   */
  "device.scan": task({
    roles: keepers,
    input: z.object({
      deviceId: z.string().min(1).max(400),
      /** The device as it names itself, for what is noted of its pages. */
      deviceName: z.string().max(200).default(""),
      settings: scanSettings,
      /** Name of the 扫描方案; blank when none was chosen. */
      profile: z.string().max(60),
      pileId: z.string().min(1).max(64),
      /** Pages of this pile that are in already: the run goes on counting from there. */
      pagesBefore: z.number().int().min(0).max(100_000).default(0),
      securityMark: typedSecurityMark,
    }),
    output: z.object({
      outcomes: z.array(scanOutcome).readonly(),
      pageCount: z.number().int(),
      rejectedCount: z.number().int(),
      ending: scanEnding,
      /** Code and words of what ended it early; blank when it finished. */
      code: z.string(),
      message: z.string(),
      /** What to say of how it was done: resolution not reached, pages passed over a disk. */
      notes: z.array(z.string()).readonly(),
    }),
    refusals: [
      "scanner-program-missing",
      "scanner-not-found",
      "scanner-busy",
      "scanner-denied",
      "scanner-feeder-empty",
      "scanner-jam",
      "scanner-cover-open",
      "scanner-io",
      "scanner-silent",
      "scanner-settings",
      "scanner-elsewhere",
      "disk-full",
      "state-secret",
    ],
  }),
};
