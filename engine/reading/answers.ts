// What the room answers of 文字识别. Model packs are answered beside it.
import { listReadings } from "#db/reading";
import type { Reads, Writes } from "#engine/handler";
import { pauseReading, readAgain } from "./control-reading.ts";
import { dropSecretPaper } from "./drop-secret-paper.ts";
import { progressOf } from "./progress-of.ts";
import { proposeFields } from "./propose-fields.ts";
import { dropRest, keepRest, showRest } from "./secret-rest.ts";
import { showReading } from "./show-reading.ts";

export const readingReads = {
  "reading.state": (db, _, { archive }) => progressOf(db, archive),
  "reading.of-page": showReading,
  "reading.states": (db, { pageIds }) =>
    listReadings(db, pageIds).map(({ pageId, state, characterCount }) => ({ pageId, state, characterCount })),
  "reading.propose": proposeFields,
  "reading.secret-rest": showRest,
} satisfies Partial<Reads>;

export const readingWrites = {
  "reading.pause": (db, _, desk) => pauseReading(db, true, desk),
  "reading.resume": (db, _, desk) => pauseReading(db, false, desk),
  "reading.again": readAgain,
  "reading.drop-secret": dropSecretPaper,
  "reading.drop-rest": dropRest,
  "reading.keep-rest": keepRest,
} satisfies Partial<Writes>;
