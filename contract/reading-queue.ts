// 文字识别 in the background: how far it is, stopping and going on, and what was read on one page.
import { z } from "zod";
import { itemId } from "./item.ts";
import { pageMark } from "./page-mark.ts";
import { keepers, read, write } from "./procedure.ts";
import { readingState, readLine } from "./reading.ts";
import { pageId } from "./scan.ts";

/** Why reading stands still though nobody stopped it; blank while it goes on. */
export const readingObstacle = z.enum(["", "disk-full", "model-pack-damaged"]);
export type ReadingObstacle = z.infer<typeof readingObstacle>;

/** How far the reading of an archive is, in pages. */
export const readingProgress = z
  .object({
    waiting: z.number().int(),
    read: z.number().int(),
    /** 未能识别. */
    unreadable: z.number().int(),
    isPaused: z.boolean(),
    /** A page is being read right now. */
    isReading: z.boolean(),
    /** Of the last pages, pauses left out; null before the first. */
    secondsPerPage: z.number().nullable(),
    obstacle: readingObstacle,
  })
  .readonly();
export type ReadingProgress = z.infer<typeof readingProgress>;

/** Characters read with less than this are shown as doubtful (tech: 1.4, measured: no right name fell under it). */
export const doubtfulBelow = 0.9;

/** The reading of one page for looking at, beside the page. */
export const shownReading = z
  .object({
    pageId,
    state: readingState,
    /** Of the image that is shown now; false while a newer image waits, and then places do not fit it. */
    isOfShownImage: z.boolean(),
    /** Pixels the places are in. */
    width: z.number().int(),
    height: z.number().int(),
    lines: z.array(readLine).readonly(),
    marks: z.array(pageMark).readonly(),
  })
  .readonly();
export type ShownReading = z.infer<typeof shownReading>;

export const readingProcedures = {
  "reading.state": read({ roles: keepers, input: z.object({}), output: readingProgress }),
  /** Stops reading until it is asked to go on, also after the next unlocking. */
  "reading.pause": write({ roles: keepers, input: z.object({}), output: readingProgress }),
  "reading.resume": write({ roles: keepers, input: z.object({}), output: readingProgress }),
  /** The text of one page; of a restricted item only beside that very item, opened (personal-data P6). */
  "reading.of-page": read({
    roles: keepers,
    input: z.object({ pageId, openedItemId: itemId.nullable().default(null) }),
    output: shownReading,
    refusals: ["page-not-found", "reading-restricted"],
  }),
  /** Whether pages were read, for the marks of tray and item. */
  "reading.states": read({
    roles: keepers,
    input: z.object({ pageIds: z.array(pageId).max(2000) }),
    output: z.array(z.object({ pageId, state: readingState, characterCount: z.number().int() })).readonly(),
  }),
  /** Reads pages anew; what was read before stays until then. */
  "reading.again": write({
    roles: keepers,
    input: z.object({ pageIds: z.array(pageId).min(1).max(5000) }),
    output: z.object({ count: z.number().int() }),
    refusals: ["page-not-found"],
  }),
  /** 涉密: takes the paper of a page away with everything kept of it; the journal keeps the code alone (P15). */
  "reading.drop-secret": write({
    roles: keepers,
    input: z.object({ pageId }),
    output: z.object({}),
    refusals: ["page-not-found", "state-secret-recognised", "state-secret-filed"],
  }),
  /** Pages of the tray that came in right behind a paper taken away as a secret, and their places in the tray, from 1. */
  "reading.secret-rest": read({
    roles: keepers,
    input: z.object({}),
    output: z.object({ pages: z.array(z.object({ pageId, place: z.number().int() })).readonly() }),
  }),
  /** They are further sheets of it: taken away like the paper itself (P15). */
  "reading.drop-rest": write({
    roles: keepers,
    input: z.object({ pageIds: z.array(pageId).min(1).max(1000) }),
    output: z.object({ count: z.number().int() }),
    refusals: ["page-not-found"],
  }),
  /** They are other papers: asked about no more. */
  "reading.keep-rest": write({ roles: keepers, input: z.object({}), output: z.object({}) }),
};
