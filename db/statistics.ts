// Sums over 件数账 (item_tally) and the short lists of volumes and boxes.
import { and, type AnyColumn, eq, sql, type SQL } from "drizzle-orm";
import type { FondsId } from "#contract/fonds";
import { boxTable } from "./box.ts";
import { countRows } from "./count-rows.ts";
import { itemTallyTable as tally } from "./item-tally.ts";
import type { ReadDb } from "./open.ts";
import { volumeTable } from "./volume.ts";

export type HoldingsScope = {
  readonly fondsId?: FondsId | undefined;
  readonly category?: string | undefined;
  readonly year?: number | undefined;
};
type Scoped = { fondsId: typeof tally.fondsId; category: typeof tally.category; year: typeof tally.year };

const within = (columns: Scoped, scope: HoldingsScope): SQL | undefined =>
  and(
    scope.fondsId ? eq(columns.fondsId, scope.fondsId) : undefined,
    scope.category ? eq(columns.category, scope.category) : undefined,
    scope.year === undefined ? undefined : eq(columns.year, scope.year),
  );

const filedSum = (column: AnyColumn): SQL<number> =>
  sql<number>`coalesce(sum(${column}) FILTER (WHERE ${tally.state} = 'filed'), 0)`;
const itemsIn = (state: string): SQL<number> =>
  sql<number>`coalesce(sum(${tally.items}) FILTER (WHERE ${tally.state} = ${state}), 0)`;

/** Sums of every class in a scope, one row for each combination of class and carrier; never more than a few thousand. */
export function listHoldings(db: ReadDb, scope: HoldingsScope) {
  return db
    .select({
      category: tally.category,
      year: tally.year,
      retention: tally.retention,
      matterId: tally.matterId,
      carrier: tally.carrier,
      filed: itemsIn("filed"),
      drafts: itemsIn("draft"),
      excluded: itemsIn("excluded"),
      pages: filedSum(tally.pages),
      images: filedSum(tally.images),
      digitised: filedSum(tally.digitised),
      boxed: filedSum(tally.boxed),
    })
    .from(tally)
    .where(within(tally, scope))
    .groupBy(tally.category, tally.year, tally.retention, tally.matterId, tally.carrier)
    .all();
}

/** 卷, 组 and 盒 in a scope. */
export function countContainers(db: ReadDb, scope: HoldingsScope): { volumes: number; groups: number; boxes: number } {
  const ofVolumes = and(
    scope.fondsId ? eq(volumeTable.fondsId, scope.fondsId) : undefined,
    scope.category ? eq(volumeTable.category, scope.category) : undefined,
    scope.year === undefined ? undefined : eq(volumeTable.year, scope.year),
  );
  const ofBoxes = and(
    scope.fondsId ? eq(boxTable.fondsId, scope.fondsId) : undefined,
    scope.category ? eq(boxTable.category, scope.category) : undefined,
    scope.year === undefined ? undefined : eq(boxTable.year, scope.year),
  );
  return {
    volumes: countRows(db, volumeTable, and(ofVolumes, eq(volumeTable.kind, "volume"))),
    groups: countRows(db, volumeTable, and(ofVolumes, eq(volumeTable.kind, "group"))),
    boxes: countRows(db, boxTable, ofBoxes),
  };
}
