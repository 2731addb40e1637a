// What the check of a year and the June board read, each by the narrowest index there is.
import { and, asc, eq, isNotNull, sql } from "drizzle-orm";
import type { MatterId } from "#contract/fonds";
import type { ItemId } from "#contract/item";
import type { Retention } from "#contract/retention";
import { boxTable, type BoxRecord } from "./box.ts";
import { type YearClass } from "./filing-year.ts";
import { itemTable, type ItemRecord } from "./item.ts";
import type { ReadDb } from "./open.ts";
import { scheduleRowTable } from "./schedule.ts";
import { volumeTable, type VolumeRecord } from "./volume.ts";

const ofYear = (of: YearClass) =>
  and(eq(itemTable.fondsId, of.fondsId), eq(itemTable.category, of.category), eq(itemTable.year, of.year));

/** The schedule line an item's term came from, as the check needs it. */
export type TermRule = { readonly retention: Retention | null; readonly isMinimum: boolean; readonly status: string };

/** Drafts and filed items of a year with the schedule line of their term, by 档号 and entry. */
export function listYearItems(db: ReadDb, of: YearClass): { item: ItemRecord; rule: TermRule | null }[] {
  return db
    .select({
      item: itemTable,
      rule: {
        retention: scheduleRowTable.retention,
        isMinimum: scheduleRowTable.isMinimum,
        status: scheduleRowTable.status,
      },
    })
    .from(itemTable)
    .leftJoin(scheduleRowTable, eq(scheduleRowTable.id, itemTable.scheduleRowId))
    .where(and(ofYear(of), sql`${itemTable.state} <> 'excluded'`))
    .orderBy(asc(itemTable.archivalCode), asc(itemTable.seq))
    .all();
}

/** Boxes of a year. */
export function listYearBoxes(db: ReadDb, of: YearClass): BoxRecord[] {
  return db
    .select()
    .from(boxTable)
    .where(and(eq(boxTable.fondsId, of.fondsId), eq(boxTable.category, of.category), eq(boxTable.year, of.year)))
    .orderBy(asc(boxTable.boxNumber))
    .all();
}

/** Volumes and groups of a year. */
export function listYearVolumes(db: ReadDb, of: YearClass): VolumeRecord[] {
  return db
    .select()
    .from(volumeTable)
    .where(
      and(eq(volumeTable.fondsId, of.fondsId), eq(volumeTable.category, of.category), eq(volumeTable.year, of.year)),
    )
    .orderBy(asc(volumeTable.archivalCode), asc(volumeTable.enteredAt))
    .all();
}

/** The ids of what a closed year holds: filed and excluded items, volumes, boxes. */
export function listYearIds(db: ReadDb, of: YearClass): string[] {
  const items = db.select({ id: itemTable.id }).from(itemTable).where(ofYear(of)).all();
  return [...items, ...listYearVolumes(db, of), ...listYearBoxes(db, of)].map((each) => each.id);
}

/** Ids of filed items in the order of their 档号, as far as asked for. */
export function listFiledIds(db: ReadDb, of: { [K in keyof YearClass]?: YearClass[K] | undefined }): ItemId[] {
  return db
    .select({ id: itemTable.id })
    .from(itemTable)
    .where(
      and(
        eq(itemTable.state, "filed"),
        of.fondsId ? eq(itemTable.fondsId, of.fondsId) : undefined,
        of.category ? eq(itemTable.category, of.category) : undefined,
        of.year === undefined ? undefined : eq(itemTable.year, of.year),
      ),
    )
    .orderBy(asc(itemTable.archivalCode))
    .all()
    .map((row) => row.id);
}

/** First and last moment of filing of a class, null when nothing is filed. */
export function filedBetween(db: ReadDb, of: YearClass): { first: string; last: string } | null {
  const edge = (order: "ASC" | "DESC"): string | null =>
    db
      .select({ at: itemTable.filedAt })
      .from(itemTable)
      .where(and(ofYear(of), eq(itemTable.state, "filed"), isNotNull(itemTable.filedAt)))
      .orderBy(order === "ASC" ? sql`${itemTable.filedAt} ASC` : sql`${itemTable.filedAt} DESC`)
      .limit(1)
      .get()?.at ?? null;
  const first = edge("ASC");
  const last = edge("DESC");
  return first === null || last === null ? null : { first, last };
}

/** The oldest whole day of an unfiled event: of a draft, or the end of a draft volume; null when none is known. */
export function oldestEvent(db: ReadDb, of: YearClass, isByVolume: boolean): string | null {
  if (isByVolume)
    return (
      listYearVolumes(db, of)
        .filter((volume) => volume.state === "draft" && volume.endDate.length === 10)
        .map((volume) => volume.endDate)
        .sort()[0] ?? null
    );
  const row = db
    .select({ day: sql<string | null>`min(${itemTable.documentDate})` })
    .from(itemTable)
    .where(and(ofYear(of), eq(itemTable.state, "draft"), sql`length(${itemTable.documentDate}) = 10`))
    .get();
  return row?.day ?? null;
}

/** 机构(问题), 责任者 and 题名 of every unrestricted item of a year, as bare rows: there may be tens of thousands. */
export function listSeriesRows(db: ReadDb, of: YearClass): [MatterId | null, string, string][] {
  return db
    .select({ matterId: itemTable.matterId, creator: itemTable.creator, title: itemTable.title })
    .from(itemTable)
    .where(and(ofYear(of), sql`${itemTable.state} <> 'excluded'`, sql`${itemTable.access} <> 'restricted'`))
    .values() as [MatterId | null, string, string][];
}
