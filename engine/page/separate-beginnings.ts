// Which pages of a pile begin a paper, by one method. A 隔页 divides whatever the method: somebody laid it there.
import type { SeparationMethod, SeparationReason } from "#contract/pile";
import type { PilePage } from "#db/pile";

export type Beginning = {
  readonly page: PilePage;
  readonly reason: SeparationReason;
  /** 0 to 1. */
  readonly confidence: number;
  /** The words of the 隔页 before it. */
  readonly sheet: string | undefined;
};

/** How sure each reason is; ours (待核对). What is below a half is shown and not taken without a look. */
const sureness: Record<SeparationReason, number> = {
  start: 1,
  pile: 1,
  clerk: 1,
  separator: 0.99,
  blank: 0.85,
  count: 0.9,
  "red-head": 0.95,
  "document-number": 0.85,
  title: 0.55,
  "page-one": 0.6,
};

/** What the page itself says; undefined where it goes on or says nothing. */
function reasonOf({ head, redHead }: PilePage): { reason: SeparationReason; confidence: number } | undefined {
  if (head === "later-page") return undefined;
  // Red across the head without a word read may be a form or a picture: less sure.
  if (head === "") return redHead > 0 ? { reason: "red-head", confidence: 0.7 } : undefined;
  return { reason: head, confidence: redHead > 0 ? Math.max(0.9, sureness[head]) : sureness[head] };
}

/**
 * Beginnings in the order of the pages; none of them is a 隔页 or a blank page. With both sides taken a sheet is blank
 * when both of its sides are, and pages counted are those that are not blank.
 */
export function findBeginnings(pages: readonly PilePage[], method: SeparationMethod, every: number): Beginning[] {
  const found: Beginning[] = [];
  let since = 0;
  let sheet: string | undefined;
  let pending: SeparationReason | undefined;
  let pileId: string | undefined;
  let side = 0;
  let blanks = 0;
  for (const page of pages) {
    if (page.pileId !== pileId) {
      pending = pileId === undefined ? "start" : "pile";
      [pileId, sheet, side, blanks] = [page.pileId, undefined, 0, 0];
    }
    side++;
    if (page.separator !== undefined) {
      sheet = page.separator;
      pending = "separator";
      blanks = 0;
      continue;
    }
    if (page.isBlank) {
      blanks++;
      const isSheet = !page.isDuplex || (side % 2 === 0 && blanks >= 2);
      if (method === "blank" && isSheet) pending ??= "blank";
      continue;
    }
    blanks = 0;
    if (page.isBegun && (pending === undefined || pending === "blank")) pending = "clerk";
    const own = method === "first-page" ? reasonOf(page) : undefined;
    const counted = method === "count" && since >= every ? ("count" as const) : undefined;
    const reason = pending ?? own?.reason ?? counted;
    if (reason !== undefined || found.length === 0) {
      const said = reason ?? "start";
      found.push({
        page,
        reason: said,
        confidence: pending ? sureness[said] : (own?.confidence ?? sureness[said]),
        sheet,
      });
      since = 0;
    }
    since++;
    sheet = undefined;
    pending = undefined;
  }
  return found;
}
