// Finding items: through the index newest entered first, or, where a filter leaves few, by looking at these.
import { and, eq, type SQL, sql } from "drizzle-orm";
import type { ItemRow } from "#contract/item";
import type { BoxId } from "#contract/place-of-item";
import type { Likeness, SearchFilter, SearchOrder } from "#contract/search";
import { countRows } from "./count-rows.ts";
import { itemGrams } from "./item-grams.ts";
import { asItemRow, itemRowColumns, itemTable, whereFilter } from "./item.ts";
import { countTallied } from "./item-tally.ts";
import { nearQueryOf } from "./near-characters.ts";
import type { ReadDb } from "./open.ts";
import { isSettledByIndex, queryOf, type SearchWord } from "./search-words.ts";
import { soundQueryOf } from "./sound-words.ts";
import { itemHas } from "./word-check.ts";

/** What is looked for. */
export type ItemSearch = {
  readonly words: readonly SearchWord[];
  readonly filter: SearchFilter;
  readonly likeness: Likeness;
};
/** A join that begins at the index (or at the items) and the conditions on it. */
export type ItemSource = {
  readonly from: SQL;
  readonly where: SQL | undefined;
  readonly seq: SQL;
  readonly order: SQL;
};

/** So many items are looked at one by one faster than an index is asked. */
const fewItems = 3000;

// CROSS JOIN keeps the order: the index walks its rowids backwards by itself, so the first 50 of many cost no more than 50.
const throughIndex = (table: "item_ft" | "item_pinyin_ft", query: string, where: SQL | undefined): ItemSource => ({
  from: sql`${sql.raw(table)} AS f CROSS JOIN item ON item.seq = f.rowid`,
  where: and(sql`f.${sql.raw(table)} MATCH ${query}`, where),
  seq: sql`f.rowid`,
  order: sql`f.rowid DESC`,
});

/** The first columns of the index of classes, where the filter does not name them. */
const ofEveryClass = (filter: SearchFilter): SQL | undefined =>
  and(
    filter.fondsId ? undefined : sql`item.fonds_id IN (SELECT id FROM fonds)`,
    filter.category ? undefined : sql`item.category IN (SELECT code FROM category)`,
  );

/** Where the hits come from; undefined when nothing can be found in this way. */
export function itemSourceOf(db: ReadDb, { words, filter, likeness }: ItemSearch): ItemSource | undefined {
  const filtered = whereFilter(filter);
  const isExact = itemHas(words);
  if (likeness === "sound") {
    const query = soundQueryOf(words);
    return query === null ? undefined : throughIndex("item_pinyin_ft", query, and(filtered, sql`${isExact} = 0`));
  }
  const exact = queryOf(words, itemGrams);
  if (exact === null) return undefined;
  if (likeness === "near") {
    const query = nearQueryOf(words, itemGrams);
    const isNear = and(sql`${itemHas(words, "item_has_near")} = 1`, sql`${isExact} = 0`);
    return query === null ? undefined : throughIndex("item_ft", query, and(filtered, isNear));
  }
  if (filtered && countTallied(db, filter) <= fewItems)
    return {
      from: sql`item`,
      where: and(ofEveryClass(filter), filtered, sql`${isExact} = 1`),
      seq: sql`item.seq`,
      order: sql`item.seq DESC`,
    };
  return throughIndex(
    "item_ft",
    exact,
    and(filtered, isSettledByIndex(words, itemGrams) ? undefined : sql`${isExact} = 1`),
  );
}

const orders: Record<Exclude<SearchOrder, "newest">, SQL> = {
  date: sql`item.document_date DESC, item.seq DESC`,
  code: sql`item.archival_code, item.seq`,
  title: sql`item.title, item.seq`,
};

/** A window of the hits. */
export function listFound(
  db: ReadDb,
  { from, where, order }: ItemSource,
  by: SearchOrder,
  offset: number,
  limit: number,
): ItemRow[] {
  const seqs = db
    .select({ seq: sql<number>`item.seq` })
    .from(from)
    .where(where)
    .orderBy(by === "newest" ? order : orders[by])
    .limit(limit)
    .offset(offset)
    .all()
    .map((row) => row.seq);
  const rows = db
    .select({ ...itemRowColumns, seq: itemTable.seq })
    .from(itemTable)
    .where(sql`item.seq IN (SELECT value FROM json_each(${JSON.stringify(seqs)}))`)
    .all();
  const found = new Map(rows.map(({ seq, ...row }) => [seq, asItemRow(row)]));
  return seqs.flatMap((seq) => found.get(seq) ?? []);
}

/** Number and classes of hits below `from`, newest first. */
export function listClassesOfFound(
  db: ReadDb,
  source: ItemSource,
  from: number | null,
  limit: number,
): { seq: number; year: number | null; matterId: string | null; retention: string | null; state: string }[] {
  return db
    .select({
      seq: sql<number>`item.seq`,
      year: sql<number | null>`item.year`,
      matterId: sql<string | null>`item.matter_id`,
      retention: sql<string | null>`item.retention`,
      state: sql<string>`item.state`,
    })
    .from(source.from)
    .where(and(from === null ? undefined : sql`${source.seq} < ${from}`, source.where))
    .orderBy(source.order)
    .limit(limit)
    .all();
}

/** How many items are found, counted up to `most`. */
export function countFound(db: ReadDb, { from, where }: ItemSource, most: number): number {
  const found = sql`(SELECT 1 FROM ${from} WHERE ${where ?? sql`1`} LIMIT ${most})`;
  const row = db
    .select({ count: sql<number>`count(*)` })
    .from(found)
    .get();
  return row?.count ?? 0;
}

/** Page images of restricted items, which no search of texts reaches (P6). */
export function countRestrictedImages(db: ReadDb): number {
  return (
    db
      .select({ sum: sql<number>`coalesce(sum(${itemTable.imageCount}), 0)` })
      .from(itemTable)
      .where(eq(itemTable.access, "restricted"))
      .get()?.sum ?? 0
  );
}

/** Items that lie in these boxes, box by box, by 件号; and how many there are in all. */
export function findInBoxes(
  db: ReadDb,
  boxIds: readonly BoxId[],
  filter: SearchFilter,
  offset: number,
  limit: number,
): { rows: ItemRow[]; total: number } {
  const boxes = sql`(SELECT key AS place, value AS box_id FROM json_each(${JSON.stringify(boxIds)}))`;
  const filtered = whereFilter(filter);
  const total = countRows(db, itemTable, and(sql`${itemTable.boxId} IN (SELECT box_id FROM ${boxes})`, filtered));
  const rows = db
    .select(itemRowColumns)
    .from(itemTable)
    .innerJoin(sql`${boxes} AS asked`, sql`asked.box_id = ${itemTable.boxId}`)
    .where(filtered)
    .orderBy(sql`asked.place`, itemTable.itemNumber, itemTable.seq)
    .limit(limit)
    .offset(offset)
    .all();
  return { rows: rows.map(asItemRow), total };
}
