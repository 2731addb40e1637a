// 检索: items by words, newest entered first, or by the place where they stand. Words asked are neither kept nor logged
// (personal-data P5).
import type { Input, Output } from "#contract/contract";
import type { ItemRow } from "#contract/item";
import { mostOrdered } from "#contract/search";
import { parseShelfWords } from "#contract/shelf-place";
import type { ReadDb } from "#db/open";
import { countFound, countRestrictedImages, findInBoxes, itemSourceOf, listFound } from "#db/search";
import { readSearchWords } from "#db/search-words";
import { findShelvedBoxes, listShelfWords } from "#db/shelf-place";

type Found = Output<"search.find">;

/** Totals are counted to this (product N01). */
const counted = 1000;

/** Nothing typed finds nothing. */
export function findItems(db: ReadDb, input: Input<"search.find">): Found {
  return findAtPlace(db, input) ?? findWords(db, input);
}

/** Rows with where each stands. */
function withShelf(db: ReadDb, rows: readonly ItemRow[]): Found["rows"] {
  const words = listShelfWords(
    db,
    rows.flatMap((row) => row.boxId ?? []),
  );
  return rows.map((row) => ({ ...row, shelf: (row.boxId && words.get(row.boxId)) ?? "" }));
}

/** What lies in the boxes at a place; undefined when no place was meant or nothing stands there. */
function findAtPlace(db: ReadDb, input: Input<"search.find">): Found | undefined {
  const place = input.likeness === "exact" ? parseShelfWords(input.words) : undefined;
  const boxes = place ? findShelvedBoxes(db, place) : [];
  if (boxes.length === 0) return undefined;
  const { rows, total } = findInBoxes(db, boxes, input.filter, input.offset, input.limit);
  return answerOf(db, rows, total, true);
}

function answerOf(db: ReadDb, rows: readonly ItemRow[], total: number, isOrdered: boolean): Found {
  return {
    rows: withShelf(db, rows),
    total: Math.min(total, counted),
    hasMore: total > counted,
    isOrdered,
    restrictedCount: countRestrictedImages(db),
  };
}

function findWords(db: ReadDb, { words: typed, filter, likeness, order, offset, limit }: Input<"search.find">): Found {
  const source = itemSourceOf(db, { words: readSearchWords(typed), filter, likeness });
  if (!source) return answerOf(db, [], 0, true);
  if (order === "newest" || countFound(db, source, mostOrdered + 1) > mostOrdered) {
    const rows = listFound(db, source, "newest", offset, limit);
    // A window that is not full has told how many there are.
    const total =
      rows.length < limit && (rows.length > 0 || offset === 0)
        ? offset + rows.length
        : countFound(db, source, counted + 1);
    return answerOf(db, rows, total, order === "newest");
  }
  return answerOf(db, listFound(db, source, order, offset, limit), countFound(db, source, counted + 1), true);
}
