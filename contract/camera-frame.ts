// The document camera's frame (app://camera/) and the desk around it: what one tells the other, held to its shape on both
// sides. The frame has no wire to the engine or the shell; bytes of a still are handed over, not copied.
import { z } from "zod";
import { stillMark, stillSizeLimit } from "./capture.ts";
import { sheetCorners } from "./derivative.ts";

/** auto: edges found in every still; locked: the crop as it was set; off: the whole picture. */
export const cropWay = z.enum(["auto", "locked", "off"]);
export type CropWay = z.infer<typeof cropWay>;

/** Corners as shares (0 to 1) of the picture's width and height. */
export const cameraChoices = z
  .object({
    /** The camera by its name: ids change with every start. Blank takes the first there is. */
    camera: z.string().max(200).default(""),
    /** Pixels asked for; 0 asks for the most the camera gives. */
    width: z.number().int().min(0).max(20_000).default(0),
    height: z.number().int().min(0).max(20_000).default(0),
    crop: cropWay.default("auto"),
    isHandsFree: z.boolean().default(true),
    isSpread: z.boolean().default(false),
    /** Clockwise quarter turns from what the camera sees to what is read. */
    quarters: z.literal([0, 1, 2, 3]).default(0),
    foldAt: z.number().min(0.2).max(0.8).default(0.5),
    /** The crop set last; kept for a desk as white as the paper. */
    corners: sheetCorners.nullable().default(null),
    hasSound: z.boolean().default(true),
    /** The key a foot pedal sends, as KeyboardEvent.key. */
    footKey: z.enum(["PageDown", "Enter", "F9"]).default("PageDown"),
  })
  .readonly();
export type CameraChoices = z.infer<typeof cameraChoices>;

/** What the desk tells the frame. */
export const cameraOrder = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("open"), choices: cameraChoices }),
  z.object({ kind: z.literal("choose"), choices: cameraChoices, theme: z.string().max(20) }),
  /** Space bar or button: takes what lies there now. */
  z.object({ kind: z.literal("take") }),
  /** The still has been kept, or not; only then the next is taken. The name is the pile's own. */
  z.object({ kind: z.literal("kept"), isKept: z.boolean(), name: z.string().max(64) }),
  /** 重拍: the still of this name is forgotten, so that the same page may be taken again. */
  z.object({ kind: z.literal("forget"), name: z.string().max(64) }),
  z.object({ kind: z.literal("pause"), isPaused: z.boolean() }),
]);
export type CameraOrder = z.infer<typeof cameraOrder>;

/** Why no picture comes: nobody let it, there is none, another program has it, it went away, it gave an error. */
export const cameraProblem = z.enum(["refused", "none", "busy", "vanished", "failed"]);
export type CameraProblem = z.infer<typeof cameraProblem>;

/** What the frame sees at the moment. */
export const cameraLook = z.enum(["empty", "moving", "settling", "same", "taking", "taken", "ready", "paused"]);
export type CameraLook = z.infer<typeof cameraLook>;

/** What the frame tells the desk. */
export const cameraReport = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("hello") }),
  z.object({ kind: z.literal("cameras"), names: z.array(z.string().max(200)).max(40) }),
  z.object({
    kind: z.literal("opened"),
    camera: z.string().max(200),
    width: z.number().int().min(1),
    height: z.number().int().min(1),
    sizes: z.array(z.tuple([z.number().int(), z.number().int()])).max(40),
  }),
  z.object({ kind: z.literal("problem"), problem: cameraProblem }),
  z.object({
    kind: z.literal("look"),
    look: cameraLook,
    /** Whether edges are found now, and pictures a second shown. */
    hasEdges: z.boolean(),
    framesPerSecond: z.number(),
  }),
  /** The crop or the fold was dragged. */
  z.object({ kind: z.literal("dragged"), corners: sheetCorners.nullable(), foldAt: z.number().min(0.2).max(0.8) }),
  z.object({
    kind: z.literal("still"),
    bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.length > 0 && bytes.length <= stillSizeLimit),
    width: z.number().int().min(1),
    height: z.number().int().min(1),
    /** In pixels of the still; null keeps the whole picture. */
    corners: sheetCorners.nullable(),
    marks: z.array(stillMark).max(8),
    /** When it was pressed or found still: milliseconds since 1970. */
    askedAt: z.number(),
    capturedAt: z.iso.datetime(),
  }),
  z.object({
    kind: z.literal("key"),
    key: z.string().max(30),
    code: z.string().max(30),
    ctrlKey: z.boolean(),
    altKey: z.boolean(),
    shiftKey: z.boolean(),
    repeat: z.boolean(),
  }),
]);
export type CameraReport = z.infer<typeof cameraReport>;
