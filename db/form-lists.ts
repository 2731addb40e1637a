// Lists of a year for print: what was judged 不归档, whose term was changed after filing, and which years have any.
import { and, asc, eq, sql } from "drizzle-orm";
import type { FondsId } from "#contract/fonds";
import { collectionLineTable, collectionSourceTable } from "./collection-list.ts";
import { filingCorrectionTable, type CorrectionRecord } from "./filing-correction.ts";
import { itemTable, type ItemRecord } from "./item.ts";
import { itemTallyTable } from "./item-tally.ts";
import type { ReadDb } from "./open.ts";

/** A year and how many things it has. */
export type YearCount = { readonly year: number; readonly count: number };

/** Items of a year judged 不归档, by 门类 and date. */
export function listExcludedItems(db: ReadDb, fondsId: FondsId, year: number): ItemRecord[] {
  return db
    .select()
    .from(itemTable)
    .where(and(eq(itemTable.fondsId, fondsId), eq(itemTable.year, year), eq(itemTable.state, "excluded")))
    .orderBy(asc(itemTable.category), asc(itemTable.documentDate), asc(itemTable.seq))
    .all();
}

/** Years of a 全宗 with items judged 不归档, from the kept counts. */
export function countExcludedYears(db: ReadDb, fondsId: FondsId): YearCount[] {
  return db
    .select({ year: itemTallyTable.year, count: sql<number>`sum(${itemTallyTable.items})` })
    .from(itemTallyTable)
    .where(and(eq(itemTallyTable.fondsId, fondsId), eq(itemTallyTable.state, "excluded")))
    .groupBy(itemTallyTable.year)
    .having(sql`sum(${itemTallyTable.items}) > 0`)
    .all();
}

/** Years of a 全宗 with lines of 归档移交清单, judged 不归档 or not. */
export function countCollectionYears(db: ReadDb, fondsId: FondsId, isExcluded: boolean): YearCount[] {
  return db
    .select({ year: collectionLineTable.year, count: sql<number>`count(*)` })
    .from(collectionLineTable)
    .innerJoin(collectionSourceTable, eq(collectionSourceTable.id, collectionLineTable.sourceId))
    .where(
      and(
        eq(collectionSourceTable.fondsId, fondsId),
        isExcluded ? eq(collectionLineTable.state, "excluded") : sql`${collectionLineTable.state} <> 'excluded'`,
      ),
    )
    .groupBy(collectionLineTable.year)
    .all();
}

const isTermChange = sql`json_extract(${filingCorrectionTable.fieldsAfter}, '$.retention') IS NOT NULL`;
const yearOfChange = sql<number>`CAST(substr(${filingCorrectionTable.correctedAt}, 1, 4) AS INTEGER)`;

/** Corrections of one year that changed the term of a filed item, oldest first. */
export function listTermChanges(
  db: ReadDb,
  fondsId: FondsId,
  year: number,
): { correction: CorrectionRecord; item: ItemRecord }[] {
  return db
    .select({ correction: filingCorrectionTable, item: itemTable })
    .from(filingCorrectionTable)
    .innerJoin(itemTable, eq(itemTable.id, filingCorrectionTable.itemId))
    .where(and(eq(itemTable.fondsId, fondsId), isTermChange, sql`${yearOfChange} = ${year}`))
    .orderBy(asc(filingCorrectionTable.correctedAt), asc(filingCorrectionTable.id))
    .all();
}

/** Years in which terms of filed items were changed. */
export function countTermChangeYears(db: ReadDb, fondsId: FondsId): YearCount[] {
  return db
    .select({ year: yearOfChange, count: sql<number>`count(*)` })
    .from(filingCorrectionTable)
    .innerJoin(itemTable, eq(itemTable.id, filingCorrectionTable.itemId))
    .where(and(eq(itemTable.fondsId, fondsId), isTermChange))
    .groupBy(yearOfChange)
    .all();
}
