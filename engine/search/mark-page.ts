// Where on the image of a page the words stand.
import type { Input, Output } from "#contract/contract";
import type { ReadLine } from "#contract/reading";
import { Refusal } from "#contract/refusal";
import type { PageId } from "#contract/scan";
import { foldText } from "#db/fold-text";
import { getReadVersion, isPageOfRestricted } from "#db/read-version";
import type { ReadDb } from "#db/open";
import type { Desk } from "#engine/desk";
import { openReading } from "#engine/vault/seal-reading";
import { matchPages } from "./page-matcher.ts";
import { partOf } from "./part-of-line.ts";
import type { Piece } from "./piece-of-page.ts";

type Corners = ReadLine["corners"];
const mostPlaces = 100;

const cornersOf = (lines: readonly ReadLine[], { from, to }: Piece): Corners[] =>
  lines.slice(from.line, to.line + 1).map((line, step) => {
    const number = from.line + step;
    const last = [...line.text].length - 1;
    return partOf(line, number === from.line ? from.at : 0, number === to.line ? to.at : last);
  });

/** None when the reading can no longer be opened. */
function linesOf(db: ReadDb, { archive }: Desk, pageId: PageId): readonly ReadLine[] {
  try {
    return openReading(db, archive, pageId)?.lines ?? [];
  } catch {
    return [];
  }
}

/** Refuses page-not-found. Of a page that may not be searched nothing is marked (P6). */
export function markPage(db: ReadDb, input: Input<"search.mark-page">, desk: Desk): Output<"search.mark-page"> {
  const version = getReadVersion(db, input.pageId);
  if (!version) throw new Refusal("page-not-found");
  const { width, height } = version;
  const isOfShownVersion = version.read === version.shown;
  const matcher = matchPages(input.words, input.likeness);
  if (!matcher || !isOfShownVersion || isPageOfRestricted(db, input.pageId))
    return { places: [], isOfShownVersion, width, height };
  const lines = linesOf(db, desk, input.pageId);
  const texts = lines.map((line) => line.text);
  const pieces = matcher.placesIn(texts, foldText(texts.join("")), mostPlaces);
  return { places: pieces.flatMap((piece) => cornersOf(lines, piece)), isOfShownVersion, width, height };
}
