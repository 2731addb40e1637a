// What a fonds holds by class, from the kept counts: never the items themselves.
import { and, eq, gt, gte, inArray, sql } from "drizzle-orm";
import type { FondsId, MatterId } from "#contract/fonds";
import type { ItemRow } from "#contract/item";
import type { Retention } from "#contract/retention";
import { itemTallyTable } from "./item-tally.ts";
import type { ReadDb } from "./open.ts";
import { volumeTable } from "./volume.ts";

/** One lowest class of one state; year, retention and matter are null while not settled. */
export type ClassCount = {
  readonly fondsId: FondsId;
  readonly category: string;
  readonly year: number | null;
  readonly retention: Retention | null;
  readonly matterId: MatterId | null;
  readonly state: ItemRow["state"];
  readonly itemCount: number;
  readonly pageSum: number;
  readonly volumeCount: number;
};

const orNull = <T extends string>(word: string): T | null => (word === "" ? null : (word as T));

/** Drafts and filed items per class, and 案卷 or 组 beside them; what is judged 不归档 is not counted. */
export function countClasses(db: ReadDb, fondsId?: FondsId): ClassCount[] {
  const items = db
    .select({
      fondsId: itemTallyTable.fondsId,
      category: itemTallyTable.category,
      year: itemTallyTable.year,
      retention: itemTallyTable.retention,
      matterId: itemTallyTable.matterId,
      state: itemTallyTable.state,
      itemCount: sql<number>`sum(${itemTallyTable.items})`,
      pageSum: sql<number>`sum(${itemTallyTable.pages})`,
    })
    .from(itemTallyTable)
    .where(
      and(
        fondsId ? eq(itemTallyTable.fondsId, fondsId) : undefined,
        gt(itemTallyTable.items, 0),
        inArray(itemTallyTable.state, ["draft", "filed"]),
      ),
    )
    .groupBy(
      itemTallyTable.fondsId,
      itemTallyTable.category,
      itemTallyTable.year,
      itemTallyTable.retention,
      itemTallyTable.matterId,
      itemTallyTable.state,
    )
    .all()
    .map((row) => ({
      ...row,
      year: row.year === 0 ? null : row.year,
      retention: orNull<Retention>(row.retention),
      matterId: orNull<MatterId>(row.matterId),
      volumeCount: 0,
    }));
  const volumes = db
    .select({
      fondsId: volumeTable.fondsId,
      category: volumeTable.category,
      year: volumeTable.year,
      retention: volumeTable.retention,
      matterId: volumeTable.matterId,
      state: volumeTable.state,
      volumeCount: sql<number>`count(*)`,
    })
    .from(volumeTable)
    .where(fondsId ? eq(volumeTable.fondsId, fondsId) : undefined)
    .groupBy(
      volumeTable.fondsId,
      volumeTable.category,
      volumeTable.year,
      volumeTable.retention,
      volumeTable.matterId,
      volumeTable.state,
    )
    .all()
    .map((row) => ({ ...row, itemCount: 0, pageSum: 0 }));
  return [...items, ...volumes];
}

/** The newest year from this one on with something filed; undefined when there is none. */
export function newestFiledYear(
  db: ReadDb,
  of: { fondsId?: FondsId; category?: string; fromYear?: number },
): number | undefined {
  const row = db
    .select({ year: sql<number | null>`max(${itemTallyTable.year})` })
    .from(itemTallyTable)
    .where(
      and(
        of.fondsId ? eq(itemTallyTable.fondsId, of.fondsId) : undefined,
        of.category ? eq(itemTallyTable.category, of.category) : undefined,
        gte(itemTallyTable.year, of.fromYear ?? 0),
        eq(itemTallyTable.state, "filed"),
        gt(itemTallyTable.items, 0),
      ),
    )
    .get();
  return row?.year ?? undefined;
}

/** Years of a 门类 with filed items that are not closed yet, over all fonds, the newest first. */
export function listOpenFiledYears(db: ReadDb, category: string): number[] {
  return db
    .selectDistinct({ year: itemTallyTable.year })
    .from(itemTallyTable)
    .where(
      and(
        eq(itemTallyTable.category, category),
        eq(itemTallyTable.state, "filed"),
        gt(itemTallyTable.items, 0),
        sql`NOT EXISTS (SELECT 1 FROM filing_year y WHERE y.fonds_id = item_tally.fonds_id
          AND y.category = item_tally.category AND y.year = item_tally.year)`,
      ),
    )
    .orderBy(sql`${itemTallyTable.year} DESC`)
    .all()
    .map((row) => row.year);
}
