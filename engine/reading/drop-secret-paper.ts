// A mark of state secrecy was recognised: intake of that paper stops and nothing of it is kept; the journal has the code alone
// (personal-data P15). What is filed already bears a number others rely on: its text goes, and a person is told to look.
import type { Input } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import type { WriteDb } from "#db/open";
import { unindexPageText } from "#db/page-words";
import { dropReadingText, getReading, setUnreadable } from "#db/reading";
import type { WaitingPage } from "#db/reading-queue";
import { findPaperOf } from "#db/secret-paper";
import { getPageVersion } from "#db/scan";
import { dropUndoOf } from "#db/undo";
import type { Desk } from "#engine/desk";
import type { House } from "#engine/house";
import { dropSecretPages } from "#engine/item/drop-secret";
import type { OpenArchive } from "#engine/vault/open-archive";
import { writeStep } from "#engine/write-step";
import type { Written } from "#engine/written";
import { noteRest } from "./secret-rest.ts";

/** The time of day a clerk would remember, by this machine's clock. */
function timeOf(enteredAt: string): string {
  const at = new Date(enteredAt);
  const pad = (part: number): string => String(part).padStart(2, "0");
  return `${at.getMonth() + 1}月${at.getDate()}日 ${pad(at.getHours())}:${pad(at.getMinutes())}`;
}

/** Refuses page-not-found; everything else is done first and refused afterwards: state-secret-recognised, state-secret-filed. */
export function dropSecretPaper(
  db: WriteDb,
  { pageId }: Input<"reading.drop-secret">,
  { archive }: Pick<Desk, "archive">,
): Written<Record<never, never>> {
  const paper = findPaperOf(db, pageId);
  const seq = getReading(db, pageId)?.pageSeq;
  if (!paper || seq === undefined) throw new Refusal("page-not-found");
  if (paper.isFiled) {
    dropReadingText(db, pageId);
    unindexPageText(db, seq);
    const refuseAfter = new Refusal("state-secret-filed", { code: paper.archivalCode });
    return { output: {}, objectId: "", reasonCode: "state-secret", keepsUndo: true, nouns: ["page"], refuseAfter };
  }
  noteRest(db, archive, paper.pageIds);
  dropUndoOf(db, paper.pageIds);
  const time = timeOf(paper.enteredAt);
  const count = paper.pageIds.length;
  return {
    ...dropSecretPages(db, paper.itemId ?? undefined, paper.pageIds),
    output: {},
    nouns: ["item", "scan", "page"],
    refuseAfter: new Refusal("state-secret-recognised", { time, count }),
  };
}

/** Takes the paper of a page away and says so in the window; a filed page counts as tried, so that it is said once. */
export async function removeSecretPaper(
  house: House,
  archive: OpenArchive,
  page: WaitingPage,
  engine: string,
): Promise<void> {
  try {
    await writeStep(house, archive, "reading.drop-secret", (db) => {
      const written = dropSecretPaper(db, { pageId: page.pageId }, { archive });
      if (getPageVersion(db, page.pageId)) setUnreadable(db, page.pageId, page.versionNumber, engine);
      return written;
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === "page-not-found") return;
    house.announce({ kind: "refused", code: error.code, details: error.details });
  }
}
