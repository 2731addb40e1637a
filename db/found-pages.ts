// Pages through the text index, newest captured first.
import { and, or, type SQL, sql } from "drizzle-orm";
import type { ItemId } from "#contract/item";
import type { BoxId } from "#contract/place-of-item";
import type { PageId } from "#contract/scan";
import type { SearchFilter } from "#contract/search";
import { countRows } from "./count-rows.ts";
import { whereFilter } from "./item.ts";
import type { ReadDb } from "./open.ts";
import { placeOfPage } from "./index-place.ts";
import { readingTable } from "./reading.ts";
import type { SearchWord } from "./search-words.ts";
import { walkRows } from "./walk-rows.ts";

/** Pages asked for: the index proposes by `query`; of what it proposes those are hits that have all of `words`. */
export type PageQuestion = {
  readonly query: string;
  /** Words longer than a token of the index, to be looked for in the folded words; none where the index settles it. */
  readonly words: readonly SearchWord[];
};
/** A page the index proposes; its folded words when it is a hit, null when it is none. */
export type ProposedPage = { readonly seq: number; readonly words: string | null };
/** The same with the classes a hit is counted under; those are null in the tray. */
export type ProposedClasses = {
  readonly seq: number;
  readonly isHit: boolean;
  readonly year: number | null;
  readonly matterId: string | null;
  readonly retention: string | null;
  readonly state: string | null;
};

const pageSeq = placeOfPage(sql`f.rowid`);
const throughIndex = sql`page_ft AS f CROSS JOIN page_folded AS t ON t.seq = ${pageSeq}`;
const withItem = sql`${throughIndex} CROSS JOIN page ON page.seq = t.seq LEFT JOIN item ON item.id = page.item_id`;
const isAsked = ({ query }: PageQuestion, from: number | null): SQL[] => [
  sql`f.page_ft MATCH ${query}`,
  ...(from === null ? [] : [sql`f.rowid > ${placeOfPage(sql`${from}`)}`]),
];
/** Looked for where the words stand: of hundreds of pages that are looked into no more than the hits leave the database. */
const isHit = ({ words }: PageQuestion): SQL =>
  and(...words.map((word) => or(...word.map((shape) => sql`instr(t.words, ${shape}) > 0`)))) ?? sql`1`;
/** Of restricted items none, whatever the index holds (P6). */
const mayBeShown = [
  sql`page.set_aside = ''`,
  sql`(page.item_id IS NULL OR item.id IS NOT NULL)`,
  sql`item.access IS NOT 'restricted'`,
];

/**
 * Pages below `from` that the index proposes, newest first, one by one: whoever asks leaves when it is enough. No item is asked for
 * where nothing is filtered, for of hundreds that are looked into fifty are shown; which of them may be shown says getFoundPages.
 */
export function* walkPages(
  db: ReadDb,
  asked: PageQuestion,
  filter: SearchFilter,
  from: number | null,
): Generator<ProposedPage, void> {
  const filtered = whereFilter(filter);
  const question = db
    .select({ seq: pageSeq, words: sql`CASE WHEN ${isHit(asked)} THEN t.words END` })
    .from(filtered ? withItem : throughIndex)
    .where(and(...isAsked(asked, from), ...(filtered ? mayBeShown : []), filtered))
    .orderBy(sql`f.rowid`);
  for (const [seq, words] of walkRows(db, question)) yield { seq: Number(seq), words: words as string | null };
}

/** The first of them that may be shown, with what they are counted under. */
export const proposeClasses = (
  db: ReadDb,
  asked: PageQuestion,
  filter: SearchFilter,
  from: number | null,
  limit: number,
): ProposedClasses[] =>
  db
    .select({
      seq: pageSeq,
      isHit: sql<boolean>`${isHit(asked)}`.mapWith(Boolean),
      year: sql<number | null>`item.year`,
      matterId: sql<string | null>`item.matter_id`,
      retention: sql<string | null>`item.retention`,
      state: sql<string | null>`item.state`,
    })
    .from(withItem)
    .where(and(...isAsked(asked, from), ...mayBeShown, whereFilter(filter)))
    .orderBy(sql`f.rowid`)
    .limit(limit)
    .all();

/** What a hit is shown with. */
export type FoundPage = {
  readonly pageId: PageId;
  readonly itemId: ItemId | null;
  readonly title: string;
  readonly archivalCode: string;
  readonly documentDate: string;
  readonly boxId: BoxId | null;
  readonly pageNumber: number;
};

/**
 * Those of these pages that may be shown, by page.seq: item, place in it and box; the name of its scan while a page lies in the tray.
 */
export function getFoundPages(db: ReadDb, seqs: readonly number[]): Map<number, FoundPage> {
  const asked = sql`json_each(${JSON.stringify(seqs)}) AS asked`;
  // Of 50 hits among a million pages nearly every row met lies on a page of the file of its own: no table is asked in vain.
  const rows = db
    .select({
      seq: sql<number>`page.seq`,
      pageId: sql<PageId>`page.id`,
      itemId: sql<ItemId | null>`page.item_id`,
      title: sql<string>`coalesce(item.title, (SELECT source_name FROM scan WHERE id = page.scan_id))`,
      archivalCode: sql<string>`coalesce(item.archival_code, '')`,
      documentDate: sql<string>`coalesce(item.document_date, '')`,
      boxId: sql<BoxId | null>`item.box_id`,
      pageNumber: sql<number>`CASE WHEN page.item_id IS NULL THEN 0 ELSE (SELECT count(*) FROM page AS earlier
        WHERE earlier.item_id = page.item_id
          AND (earlier.part_number, earlier.position) <= (page.part_number, page.position)) END`,
    })
    .from(sql`${asked} CROSS JOIN page ON page.seq = asked.value LEFT JOIN item ON item.id = page.item_id`)
    .where(and(...mayBeShown))
    .all();
  return new Map(rows.map(({ seq, ...found }) => [seq, found]));
}

/** Pages that wait to be read, and that could not be read. */
export const countUnread = (db: ReadDb): { waiting: number; unreadable: number } => ({
  waiting: countRows(db, readingTable, sql`${readingTable.state} = 'waiting'`),
  unreadable: countRows(db, readingTable, sql`${readingTable.state} = 'unreadable'`),
});

/** Pages left out because they were noticed as personal and nobody has said yet what they are (P6). */
export function countPersonalPages(db: ReadDb): number {
  const left = sql`(SELECT DISTINCT m.page_id FROM page_mark m JOIN page p ON p.id = m.page_id
    LEFT JOIN item i ON i.id = p.item_id
    WHERE m.mark = 'personal' AND m.is_settled = 0 AND p.set_aside = '' AND i.access IS NOT 'restricted')`;
  const row = db
    .select({ count: sql<number>`count(*)` })
    .from(left)
    .get();
  return row?.count ?? 0;
}
