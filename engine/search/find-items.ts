// 检索: items by words, newest entered first. Words asked are neither kept nor logged (personal-data P5).
import type { Input, Output } from "#contract/contract";
import type { ReadDb } from "#db/open";
import { queryForWords } from "#db/segment-words";
import { countFound, countRestrictedImages, findByWords } from "#db/search";

/** Totals are counted to 1,000 (product N01); nothing typed finds nothing. */
export function findItems(db: ReadDb, { words, offset, limit }: Input<"search.find">): Output<"search.find"> {
  const query = queryForWords(words);
  const restrictedCount = countRestrictedImages(db);
  if (query === null) return { rows: [], total: 0, hasMore: false, restrictedCount };
  const counted = countFound(db, query, 1001);
  return {
    rows: findByWords(db, query, offset, limit),
    total: Math.min(counted, 1000),
    hasMore: counted > 1000,
    restrictedCount,
  };
}
