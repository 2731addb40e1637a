import type { ReactNode } from "react";
import type { PageId } from "#contract/scan";
import { useReadingState } from "#bridge/reading-states";
import { readingText } from "#text/reading";
import { PageState } from "#ui/page-state";

/** On a thumbnail: not read yet, or 未能识别; nothing once it was read. */
export function PartReading({ pageId }: { readonly pageId: PageId }): ReactNode {
  const state = useReadingState(pageId)?.state;
  if (state === undefined || state === "read") return null;
  return (
    <PageState words={readingText.badge[state]} title={readingText.badgeTitle[state]} isLook={state === "unreadable"} />
  );
}
