// What 年报 counts besides the kept sums of items: volumes, groups and boxes by class and year.
import { and, eq, sql } from "drizzle-orm";
import type { FondsId } from "#contract/fonds";
import { boxTable } from "./box.ts";
import type { ReadDb } from "./open.ts";
import { volumeTable } from "./volume.ts";

/** 卷, 组 or 盒 of one class and year; year 0 and retention "" where they are not settled. */
export type ContainerCount = {
  readonly kind: "volume" | "group" | "box";
  readonly category: string;
  readonly year: number;
  readonly retention: string;
  readonly count: number;
};

/** Filed volumes and groups, and boxes of a 全宗. */
export function listContainerCounts(db: ReadDb, fondsId: FondsId): ContainerCount[] {
  const volumes = db
    .select({
      kind: volumeTable.kind,
      category: volumeTable.category,
      year: sql<number>`coalesce(${volumeTable.year}, 0)`,
      retention: sql<string>`coalesce(${volumeTable.retention}, '')`,
      count: sql<number>`count(*)`,
    })
    .from(volumeTable)
    .where(and(eq(volumeTable.fondsId, fondsId), eq(volumeTable.state, "filed")))
    .groupBy(volumeTable.kind, volumeTable.category, volumeTable.year, volumeTable.retention)
    .all();
  const boxes = db
    .select({
      category: boxTable.category,
      year: boxTable.year,
      retention: sql<string>`${boxTable.retention}`,
      count: sql<number>`count(*)`,
    })
    .from(boxTable)
    .where(eq(boxTable.fondsId, fondsId))
    .groupBy(boxTable.category, boxTable.year, boxTable.retention)
    .all();
  return [...volumes, ...boxes.map((box) => ({ kind: "box" as const, ...box }))];
}
