// 采集 — a page taken by a device. When it was taken, when it was entered and what day it concerns are three dates.
import { z } from "zod";
import { typedSecurityMark } from "./access.ts";
import { sheetCorners } from "./derivative.ts";
import { pageMarkName } from "./page-mark.ts";
import { keepers, task, write } from "./procedure.ts";
import { pageId } from "./scan.ts";

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

/** What was seen of a still before the page left the table. */
export const stillMark = z
  .object({
    mark: pageMarkName.extract(["blur", "glare", "dark", "cut-edge", "same-page", "upside-down"]),
    /** The measured value; blank when there is none. */
    value: z.string().max(20),
  })
  .readonly();
export type StillMark = z.infer<typeof stillMark>;

export const captureProcedures = {
  /** A still of the document camera: kept as it came, flattened and split as asked; durable when answered. */
  "capture.keep": task({
    roles: keepers,
    input: z.object({
      bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.length > 0 && bytes.length <= stillSizeLimit),
      capture,
      /** The sheet in the still; null keeps the whole picture. */
      corners: sheetCorners.nullable(),
      /** Clockwise quarter turns from the still to what is read. */
      quarters: z.literal([0, 1, 2, 3]).default(0),
      /** An open book: two pages are made, in reading order. */
      isSpread: z.boolean(),
      /** Place of the fold in the flattened, turned sheet, from its left. */
      foldAt: z.number().min(0.2).max(0.8).default(0.5),
      marks: z.array(stillMark).max(8).default([]),
      /** 新件: the clerk said that another paper begins here. */
      isFirstPage: z.boolean().default(false),
      /** 重拍: the pages of the tray this still takes the place of; they are set aside as 'retaken'. */
      replaces: z.array(pageId).max(2).default([]),
      securityMark: typedSecurityMark,
    }),
    output: z.object({
      /** The page, or both of a spread, in reading order; sizes of what is shown, in pixels. */
      pages: z.array(z.object({ id: pageId, width: z.number().int(), height: z.number().int() })).readonly(),
      /** "ok", or why the sheet was not flattened: the whole still is kept and shown then. */
      code: z.string(),
      message: z.string(),
    }),
    refusals: [
      "disk-full",
      "image-damaged",
      "image-too-large",
      "duplicate-file",
      "state-secret",
      "page-not-found",
      "page-in-use",
    ],
  }),
  /** The way back of a 重拍, and back again: pages of the tray go aside, those set aside for them come back to their places. */
  "capture.swap": write({
    roles: keepers,
    input: z.object({
      aside: z.array(pageId).min(1).max(2),
      back: z.array(pageId).min(1).max(2),
    }),
    output: z.object({}),
    refusals: ["page-not-found", "page-in-use"],
  }),
};
