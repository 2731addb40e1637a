// What was read on a page, and what readings offer for the fields of an item; both look again when a page has been read.
import type { ItemId } from "#contract/item";
import { proposalPages, type ReadingProposal } from "#contract/reading-proposal";
import type { ShownReading } from "#contract/reading-queue";
import type { PageId } from "#contract/scan";
import { useOnRead } from "./reading.ts";
import { useRead } from "./use-read.ts";

/** The reading of the page that is shown; undefined while it is on its way, or must not be shown. */
export function usePageReading(pageId: PageId | undefined, openedItemId: ItemId | null): ShownReading | undefined {
  const { value, lookAgain } = useRead("reading.of-page", pageId ? { pageId, openedItemId } : null);
  useOnRead(pageId ? [pageId] : [], lookAgain);
  return value;
}

const none: readonly ReadingProposal[] = [];

/** Proposals from the first pages of a paper and its last one. */
export function useReadingProposals(
  pageIds: readonly PageId[],
  openedItemId: ItemId | null,
): readonly ReadingProposal[] {
  const last = pageIds.length > proposalPages ? pageIds.slice(-1) : [];
  const asked = [...pageIds.slice(0, proposalPages - last.length), ...last];
  const { value, lookAgain } = useRead("reading.propose", asked.length > 0 ? { pageIds: asked, openedItemId } : null);
  useOnRead(asked, lookAgain);
  return value?.proposals ?? none;
}
