// The pieces of long words that fewest pages have: the others narrow hardly anything, and each is a list to be gone through.
import { sql } from "drizzle-orm";
import type { ReadDb } from "./open.ts";
import { pageGrams } from "./page-grams.ts";

/** Pages of a piece that are looked at to see how far apart they lie. */
const sample = 8;
/** More pieces of one word narrow nothing any more; what the index proposes is looked into anyway. */
const mostPieces = 3;

const prepare = (db: ReadDb) =>
  db
    .select({ place: sql<number>`rowid` })
    .from(sql`page_ft`)
    .where(sql`page_ft MATCH ${sql.placeholder("query")}`)
    .orderBy(sql`rowid`)
    .limit(sample)
    .prepare();
const prepared = new WeakMap<ReadDb, ReturnType<typeof prepare>>();

/** How far apart the pages of a piece lie: the farther, the fewer. Undefined when no page has it. */
function spreadOf(db: ReadDb, piece: string): number | undefined {
  const statement = prepared.get(db) ?? prepare(db);
  prepared.set(db, statement);
  const places = statement.all({ query: `"${pageGrams.tokenOf(piece)}"` });
  const [first, last] = [places[0], places.at(-1)];
  if (!first || !last) return undefined;
  return places.length < sample ? Number.POSITIVE_INFINITY : last.place - first.place;
}

/** Says of folded words which of their pieces to ask for; null of one that no page can have. Each piece is looked at once. */
export function rarestPieces(db: ReadDb): (word: string) => string[] | null {
  const spreads = new Map<string, number | undefined>();
  return (word) => {
    const pieces = pageGrams.piecesOf(word);
    if (pieces.length === 1) return pieces;
    for (const piece of pieces) if (!spreads.has(piece)) spreads.set(piece, spreadOf(db, piece));
    const spread = (piece: string): number => spreads.get(piece) ?? 0;
    if (pieces.some((piece) => spreads.get(piece) === undefined)) return null;
    return pieces.toSorted((one, other) => spread(other) - spread(one)).slice(0, mostPieces);
  };
}
