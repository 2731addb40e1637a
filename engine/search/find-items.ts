// 检索: items by words, newest entered first, or by the place where they stand. Words asked are neither kept nor logged
// (personal-data P5).
import type { Input, Output } from "#contract/contract";
import type { ItemRow } from "#contract/item";
import { parseShelfWords } from "#contract/shelf-place";
import type { ReadDb } from "#db/open";
import { queryForWords } from "#db/segment-words";
import { countFound, countRestrictedImages, findByWords, findInBoxes } from "#db/search";
import { findShelvedBoxes, listShelfWords } from "#db/shelf-place";

type Found = Output<"search.find">;

/** Totals are counted to 1,000 (product N01); nothing typed finds nothing. */
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
function findAtPlace(db: ReadDb, { words, offset, limit }: Input<"search.find">): Found | undefined {
  const place = parseShelfWords(words);
  const boxes = place ? findShelvedBoxes(db, place) : [];
  if (boxes.length === 0) return undefined;
  const { rows, total } = findInBoxes(db, boxes, offset, limit);
  return {
    rows: withShelf(db, rows),
    total: Math.min(total, 1000),
    hasMore: total > 1000,
    restrictedCount: countRestrictedImages(db),
  };
}

function findWords(db: ReadDb, { words, offset, limit }: Input<"search.find">): Found {
  const query = queryForWords(words);
  const restrictedCount = countRestrictedImages(db);
  if (query === null) return { rows: [], total: 0, hasMore: false, restrictedCount };
  const counted = countFound(db, query, 1001);
  return {
    rows: withShelf(db, findByWords(db, query, offset, limit)),
    total: Math.min(counted, 1000),
    hasMore: counted > 1000,
    restrictedCount,
  };
}
