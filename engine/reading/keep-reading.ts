// What was read of a page is kept in one write: sealed lines, figures, marks and the index of words together.
import type { PageReading } from "#contract/reading";
import type { WriteDb } from "#db/open";
import { listPageMarks, renewPageMarks } from "#db/page-mark";
import { indexPageText } from "#db/page-words";
import { putReading } from "#db/reading";
import type { WaitingPage } from "#db/reading-queue";
import { getPageVersion } from "#db/scan";
import { sealReading } from "#engine/vault/seal-reading";
import type { OpenArchive } from "#engine/vault/open-archive";
import type { PersonalKind } from "./judge-personal.ts";

/** On the average of a page under this, the print is not reliably read: handwriting, carbon copies, dirt. */
const reliableAbove = 0.75;

type Kept = {
  readonly archive: OpenArchive;
  readonly page: WaitingPage;
  readonly reading: PageReading;
  readonly personal: PersonalKind | undefined;
  readonly readAt: string;
};

/** `isPersonalNow`: seen to be personal just now; `hasOtherMarks`: the marks of the page are not what they were. */
export type KeptReading = { readonly isPersonalNow: boolean; readonly hasOtherMarks: boolean };

/** Keeps a reading; a page that went meanwhile is passed over. */
export function keepReading(db: WriteDb, { archive, page, reading, personal, readAt }: Kept): KeptReading {
  const { pageId, seq, versionNumber } = page;
  const sealed = sealReading(db, archive, pageId, reading);
  const shown = getPageVersion(db, pageId);
  if (!sealed || !shown) return { isPersonalNow: false, hasOtherMarks: false };
  const confidences = reading.lines.flatMap((line) => line.confidences);
  const average = confidences.reduce((sum, each) => sum + each, 0) / Math.max(1, confidences.length);
  const marksBefore = listPageMarks(db, pageId);
  const isBlank = marksBefore.some(({ mark }) => mark === "blank");
  // Another image was chosen while this one was read: kept for now, and read again.
  const isStale = shown.number !== versionNumber;
  // A sheet on which nothing was found and that is not known to be blank is 未能识别: never empty silence.
  const isRead = confidences.length > 0 || isBlank;
  putReading(
    db,
    pageId,
    {
      state: isStale ? "waiting" : isRead ? "read" : "unreadable",
      versionNumber,
      engine: reading.engine,
      attempts: 0,
      characterCount: confidences.length,
      lowestConfidence: confidences.reduce<number | null>((least, each) => Math.min(least ?? 1, each), null),
      seconds: reading.seconds,
      readAt,
    },
    sealed,
  );
  const found = new Map<"personal" | "not-reliably-read", string>();
  if (personal) found.set("personal", personal);
  if (confidences.length > 0 && average < reliableAbove) found.set("not-reliably-read", average.toFixed(2));
  renewPageMarks(db, pageId, ["personal", "not-reliably-read"], found);
  // What may stand in the index is decided there (P6); it may always be called.
  indexPageText(db, seq, reading.lines.map((line) => line.text).join("\n"));
  return {
    isPersonalNow: personal !== undefined && !marksBefore.some(({ mark }) => mark === "personal"),
    hasOtherMarks: JSON.stringify(listPageMarks(db, pageId)) !== JSON.stringify(marksBefore),
  };
}
