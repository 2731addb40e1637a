// 全宗卷: the working papers about a 全宗 that the archive itself can print, by what there is of each in which year.
import { and, asc, eq, sql } from "drizzle-orm";
import type { FondsId } from "#contract/fonds";
import { compilationTable } from "./compilation.ts";
import { categoryTable } from "./fonds.ts";
import { filingYearTable } from "./filing-year.ts";
import type { ReadDb } from "./open.ts";

/** 门类 of a 全宗 whose year was closed, oldest first. */
export function listClosedYears(
  db: ReadDb,
  fondsId: FondsId,
): { year: number; categoryName: string; closedAt: string }[] {
  return db
    .select({ year: filingYearTable.year, categoryName: categoryTable.name, closedAt: filingYearTable.closedAt })
    .from(filingYearTable)
    .innerJoin(categoryTable, eq(categoryTable.code, filingYearTable.category))
    .where(and(eq(filingYearTable.fondsId, fondsId), sql`${filingYearTable.closedAt} <> ''`))
    .orderBy(asc(filingYearTable.year), categoryTable.position)
    .all();
}

/** Compilations of a 全宗, oldest first, with how many entries each has. */
export function listCompilationsOf(
  db: ReadDb,
  fondsId: FondsId,
): { kind: string; title: string; madeAt: string; entries: number }[] {
  return db
    .select({
      kind: compilationTable.kind,
      title: compilationTable.title,
      madeAt: compilationTable.madeAt,
      entries: sql<number>`(SELECT count(*) FROM compilation_entry e WHERE e.compilation_id = compilation.id)`,
    })
    .from(compilationTable)
    .where(eq(compilationTable.fondsId, fondsId))
    .orderBy(asc(compilationTable.madeAt))
    .all();
}
