// Marks that follow from what is known of a page without looking at its picture: resolution and colour.
import type { PageMarkName } from "#contract/page-mark";
import type { PageHead } from "#db/page-look";
import { leastDpi, resolutionOf } from "./mark-rules.ts";

type PageFacts = {
  readonly width: number;
  readonly height: number;
  readonly dpi: number | null;
  readonly colourMode: "bitonal" | "grey" | "colour";
};

/** 低分辨率 (DA/T 31-2017, 9.4): the value is the resolution, with "about:" before one that was reckoned by A4. */
export function markResolution(page: PageFacts): Map<PageMarkName, string> {
  const { dpi, isStated } = resolutionOf(page);
  return dpi < leastDpi ? new Map([["low-resolution", isStated ? String(dpi) : `about:${dpi}`]]) : new Map();
}

/**
 * 未存彩色 (DA/T 31-2017, 9.3: red heads and seals in colour). Red cannot be seen in a grey picture; what can be told is
 * that a page in grey or black and white begins a paper as a red head does.
 */
export function markColour(page: PageFacts, head: PageHead): Map<PageMarkName, string> {
  const isBegun = head === "red-head" || head === "document-number";
  return page.colourMode !== "colour" && isBegun ? new Map([["not-colour", page.colourMode]]) : new Map();
}
