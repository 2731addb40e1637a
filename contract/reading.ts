// 文字识别 (DA/T 77-2019): what was read on a page, for finding only; the image stays the evidence.
import { z } from "zod";

/** waiting: to be read, also again; unreadable: 未能识别, tried and said so. */
export const readingState = z.enum(["waiting", "read", "unreadable"]);
export type ReadingState = z.infer<typeof readingState>;

/** A corner of a line, in pixels of the version that was read, from its top left. */
const corner = z.tuple([z.number(), z.number()]);

/** One line of print as it stands on the page: corners clockwise from the beginning of the line. */
export const readLine = z
  .object({
    text: z.string(),
    corners: z.tuple([corner, corner, corner, corner]),
    /** One figure for each character of `text` (code points), 0 to 1. */
    confidences: z.array(z.number()).readonly(),
    /** Where the middle of each character lies along the line, 0 to 1; missing in readings made before it was kept. */
    middles: z.array(z.number()).readonly().optional(),
  })
  .readonly();
export type ReadLine = z.infer<typeof readLine>;

/** All that was read on a page, lines in reading order. */
export const pageReading = z
  .object({
    /** Pipeline and model pack, e.g. "lindang-1 ppocr-v4-mobile"; another name means: read again. */
    engine: z.string().min(1).max(100),
    /** Size of the version that was read, in pixels. */
    width: z.number().int(),
    height: z.number().int(),
    /** Degrees the print stands turned clockwise: 0, 90, 180 or 270, and what is left of slant. */
    turned: z.number(),
    slant: z.number(),
    seconds: z.number(),
    lines: z.array(readLine).readonly(),
  })
  .readonly();
export type PageReading = z.infer<typeof pageReading>;
