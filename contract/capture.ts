// 采集 — a page taken by a device. When it was taken, when it was entered and what day it concerns are three dates.
import { z } from "zod";
import { typedSecurityMark } from "./access.ts";
import { sheetCorners } from "./derivative.ts";
import { keepers, task } from "./procedure.ts";
import { page, pageId } from "./scan.ts";

export const captureSource = z.enum(["scanner", "camera", "watched-folder"]);
export type CaptureSource = z.infer<typeof captureSource>;

/** What is noted of a page taken by a device. */
export const capture = z
  .object({
    source: captureSource,
    /** The device as it names itself. */
    device: z.string().trim().max(200),
    /** By this machine's clock. */
    capturedAt: z.iso.datetime(),
    /** One run of a feeder, one sitting at the camera. */
    pileId: z.string().min(1).max(64),
    /** Name of the 扫描方案; blank when none was chosen. */
    profile: z.string().max(60),
  })
  .readonly();
export type Capture = z.infer<typeof capture>;

/** Largest still that is taken: 64 MB. */
export const stillSizeLimit = 64 * 1024 * 1024;

export const captureProcedures = {
  /** A still of the document camera: kept as it came, flattened and split as asked; durable when answered. */
  "capture.keep": task({
    roles: keepers,
    input: z.object({
      bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.length > 0 && bytes.length <= stillSizeLimit),
      capture,
      /** The sheet in the still; null keeps the whole picture. */
      corners: sheetCorners.nullable(),
      /** An open book: two pages are made, in reading order. */
      isSpread: z.boolean(),
      /** 重拍: the page of the tray this one takes the place of. */
      replaces: pageId.nullable(),
      securityMark: typedSecurityMark,
    }),
    output: z.object({ pages: z.array(page).readonly(), code: z.string(), message: z.string() }),
    refusals: ["disk-full", "image-damaged", "image-too-large", "duplicate-file", "state-secret", "page-not-found"],
  }),
};
