// The lines of the page that is shown: drawn over it to be clicked into a field, and written out beside it when asked for.
import { useEffect, useState } from "react";
import type { ShownReading } from "#contract/reading-queue";
import type { Page } from "#contract/scan";
import { sayDone } from "#bridge/notices";
import { readingText } from "#text/reading";
import type { PageRegion } from "#ui/page-regions";
import { lineKey } from "./page-text.tsx";
import { doubtfulPlaces, putWords } from "./put-words.ts";

export type PageTextOnPage = {
  readonly isOpen: boolean;
  readonly setOpen: (isOpen: boolean) => void;
  readonly regions: readonly PageRegion[];
  readonly focusOn: string | undefined;
  readonly onLine: (key: string) => void;
  readonly onRegion: (key: string) => void;
  /** Why the item is 限制 by default; blank when the page is not personal. */
  readonly personalNote: string;
};

/** Regions of the lines in pixels of the shown image; none while they belong to an earlier image. */
export function usePageText(
  page: Page | undefined,
  shown: ShownReading | undefined,
  isClickable: boolean,
): PageTextOnPage {
  const [isOpen, setOpen] = useState(false);
  const [looked, setLooked] = useState<string>();
  useEffect(() => setLooked(undefined), [page?.id, isOpen]);
  const lines = page && shown?.isOfShownImage && (isClickable || isOpen) ? shown.lines : [];
  const [across, down] = page && shown ? [page.width / shown.width, page.height / shown.height] : [1, 1];
  const personal = shown?.marks.find(({ mark, isSettled }) => mark === "personal" && !isSettled);
  return {
    isOpen,
    setOpen,
    regions: lines.map((line, at) => ({
      key: lineKey(at),
      corners: line.corners.map(([x, y]) => [x * across, y * down] as const),
      kind: isOpen && doubtfulPlaces(line).length > 0 ? "doubt" : "line",
      title: line.text,
    })),
    focusOn: looked,
    onLine: setLooked,
    onRegion: (key) => {
      const line = lines.find((_, at) => lineKey(at) === key);
      if (line) sayDone(readingText[putWords(line)]);
    },
    personalNote: personal ? readingText.personalDefault(personal.value) : "",
  };
}
