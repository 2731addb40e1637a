// 扫描方案 — settings of a scan under a name (DA/T 31-2017, 9.3 色彩 and 9.4 分辨率).
import { z } from "zod";
import { imageStep } from "./derivative.ts";
import { keepers, read, write } from "./procedure.ts";

export const scanProfileId = z.string().min(1).max(64).brand<"ScanProfileId">();
export type ScanProfileId = z.infer<typeof scanProfileId>;

export const scanFeed = z.enum(["flatbed", "feeder", "duplex"]);
export type ScanFeed = z.infer<typeof scanFeed>;

/** "whole" is all the glass or the longest sheet the device takes. */
export const scanPaper = z.enum(["A3", "A4", "A5", "B5", "whole"]);
export type ScanPaper = z.infer<typeof scanPaper>;

/** What a device is asked for; dpi in dots per inch. */
export const scanSettings = z
  .object({
    colourMode: z.enum(["bitonal", "grey", "colour"]),
    dpi: z.number().int().min(75).max(1200),
    paper: scanPaper,
    feed: scanFeed,
  })
  .readonly();
export type ScanSettings = z.infer<typeof scanSettings>;

export const scanProfile = scanSettings
  .unwrap()
  .extend({
    id: scanProfileId,
    name: z.string().trim().min(1).max(60),
    /** Steps made of each page at once; the scan itself stays as it came. */
    recipe: z.array(imageStep).max(12).readonly(),
    position: z.number().int().min(0),
  })
  .readonly();
export type ScanProfile = z.infer<typeof scanProfile>;

export const scanProfileProcedures = {
  /** In the order the office keeps them. */
  "scan-profile.list": read({ roles: keepers, input: z.object({}), output: z.array(scanProfile).readonly() }),
  /** A profile without id is new; with an id it is changed, or comes back after it was removed. */
  "scan-profile.keep": write({
    roles: keepers,
    input: scanProfile.unwrap().extend({ id: scanProfileId.nullable(), position: z.number().int().min(0).optional() }),
    output: scanProfile,
    refusals: ["scan-profile-name-taken"],
  }),
  /** Scans made by it keep its name. */
  "scan-profile.remove": write({
    roles: keepers,
    input: z.object({ id: scanProfileId }),
    output: z.object({}),
    refusals: ["scan-profile-not-found"],
  }),
};
