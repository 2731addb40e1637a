// 识别建议: 题名, 文号, 责任者 and 日期 out of the readings of a paper's pages. Nothing is kept and nothing is filled in here.
import type { Input, Output } from "#contract/contract";
import type { PageReading } from "#contract/reading";
import type { ReadingProposal } from "#contract/reading-proposal";
import type { PageId } from "#contract/scan";
import type { ReadDb } from "#db/open";
import { getReading } from "#db/reading";
import { getPageVersion } from "#db/scan";
import type { Desk } from "#engine/desk";
import { openReading } from "#engine/vault/seal-reading";
import { findDocumentNumber } from "./find-document-number.ts";
import { findRedHead } from "./find-red-head.ts";
import { findSignature } from "./find-signature.ts";
import { findTitle } from "./find-title.ts";
import { doubtsIn, type FoundField, type PaperPage, sureness } from "./found-field.ts";
import { workerOf } from "./reading-desk.ts";
import { refuseClosedReading } from "./show-reading.ts";
import { holdUpright } from "./upright-lines.ts";

/** 责任者 of the red head; of the signature where there is none or it says more surely. */
function findCreator<Id>(
  pages: readonly PaperPage<Id>[],
  signed: FoundField<Id> | undefined,
): FoundField<Id> | undefined {
  const [first] = pages;
  const head = first && findRedHead(first.page);
  if (!first || !head) return signed;
  const isSame = signed !== undefined && signed.value === head.creator;
  const lines = head.lines.map((line) => ({ pageId: first.pageId, line }));
  return { value: head.creator, asRead: head.asRead, lines, fit: isSame ? 1 : 0.92 };
}

/** What the pages of one paper offer, from their readings alone. */
export function proposeFrom<Id>(
  readings: readonly { readonly pageId: Id; readonly reading: PageReading }[],
): { field: ReadingProposal["field"]; found: FoundField<Id> }[] {
  const pages = readings.map(({ pageId, reading }) => ({ pageId, page: holdUpright(reading) }));
  const signed = findSignature(pages);
  const found = [
    { field: "title" as const, found: findTitle(pages) },
    { field: "documentNumber" as const, found: findDocumentNumber(pages) },
    { field: "creator" as const, found: findCreator(pages, signed?.creator) },
    { field: "documentDate" as const, found: signed?.date },
  ];
  return found.flatMap((each) => (each.found ? [{ field: each.field, found: each.found }] : []));
}

/** Refuses page-not-found, reading-restricted. Pages that wait are read before the others from now on. */
export function proposeFields(
  db: ReadDb,
  { pageIds, openedItemId }: Input<"reading.propose">,
  { archive }: Desk,
): Output<"reading.propose"> {
  const readings: { pageId: PageId; reading: PageReading }[] = [];
  const waiting: PageId[] = [];
  for (const pageId of pageIds) {
    refuseClosedReading(db, pageId, openedItemId);
    const row = getReading(db, pageId);
    if (row?.state === "waiting") waiting.push(pageId);
    // Places of an older image would point at nothing; such a page offers again when it has been read.
    if (row?.versionNumber !== getPageVersion(db, pageId)?.number) continue;
    const reading = openReading(db, archive, pageId);
    if (reading) readings.push({ pageId, reading });
  }
  if (waiting.length > 0) workerOf(archive)?.prefer(waiting);
  // A title is looked for on the first page only: while that one waits, the second must not pass for it.
  const isFirstThere = readings[0]?.pageId === pageIds[0];
  return {
    proposals: (isFirstThere ? proposeFrom(readings) : []).map(({ field, found }) => ({
      field,
      value: found.value,
      asRead: found.asRead,
      confidence: sureness(found),
      doubts: doubtsIn(found),
      places: found.lines.map(({ pageId, line }) => ({ pageId, corners: line.line.corners })),
    })),
    waitingCount: waiting.length,
  };
}
