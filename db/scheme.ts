// 分类方案: its versions, the 门类 each uses, and which one a year was filed under.
import { and, asc, desc, eq, inArray, lte, sql } from "drizzle-orm";
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { FondsId } from "#contract/fonds";
import type { LevelOrder, Scheme, SchemeId } from "#contract/scheme";
import { categoryTable } from "./fonds.ts";
import type { ReadDb, WriteDb } from "./open.ts";

export const schemeVersionTable = sqliteTable("scheme_version", {
  id: text().$type<SchemeId>().primaryKey(),
  fondsId: text("fonds_id").$type<FondsId>().notNull(),
  number: integer().notNull(),
  name: text().notNull(),
  fromYear: integer("from_year").notNull(),
  levelOrder: text("level_order").$type<LevelOrder>().notNull(),
  source: text().notNull(),
  note: text().notNull(),
  madeAt: text("made_at").notNull(),
});
export const schemeCategoryTable = sqliteTable(
  "scheme_category",
  { schemeId: text("scheme_id").$type<SchemeId>().notNull(), category: text().notNull() },
  (table) => [primaryKey({ columns: [table.schemeId, table.category] })],
);
export type SchemeVersion = typeof schemeVersionTable.$inferSelect;

/** Versions of all fonds, the newest of each first, with the 门类 they use in the order of their places. */
export function listSchemes(db: ReadDb, fondsId?: FondsId): Scheme[] {
  const used = db
    .select({ schemeId: schemeCategoryTable.schemeId, category: schemeCategoryTable.category })
    .from(schemeCategoryTable)
    .innerJoin(categoryTable, eq(categoryTable.code, schemeCategoryTable.category))
    .orderBy(asc(categoryTable.position))
    .all();
  return db
    .select()
    .from(schemeVersionTable)
    .where(fondsId ? eq(schemeVersionTable.fondsId, fondsId) : undefined)
    .orderBy(schemeVersionTable.fondsId, desc(schemeVersionTable.fromYear))
    .all()
    .map((version) => ({
      ...version,
      categories: used.filter((each) => each.schemeId === version.id).map((each) => each.category),
    }));
}

/** The order of levels a year of a fonds is filed under: that of the newest version begun by then. */
export function levelOrderOf(db: ReadDb, fondsId: FondsId, year: number): LevelOrder {
  const found = db
    .select({ levelOrder: schemeVersionTable.levelOrder })
    .from(schemeVersionTable)
    .where(and(eq(schemeVersionTable.fondsId, fondsId), lte(schemeVersionTable.fromYear, year)))
    .orderBy(desc(schemeVersionTable.fromYear))
    .limit(1)
    .get();
  return found?.levelOrder ?? "year-retention-matter";
}

/** Writes a version anew under its id, or adds it, with the 门类 it uses. */
export function putScheme(db: WriteDb, { categories, ...version }: Scheme): void {
  const { id: _, ...rest } = version;
  db.insert(schemeVersionTable).values(version).onConflictDoUpdate({ target: schemeVersionTable.id, set: rest }).run();
  db.delete(schemeCategoryTable).where(eq(schemeCategoryTable.schemeId, version.id)).run();
  for (const category of categories) db.insert(schemeCategoryTable).values({ schemeId: version.id, category }).run();
  markUsedCategories(db);
}

/** The scheme a fonds begins with, from the first year on: that of another fonds, or what is shipped (待核对). */
export function addFirstScheme(db: WriteDb, fondsId: FondsId, id: SchemeId, madeAt: string, like?: FondsId): void {
  const [model] = like ? listSchemes(db, like) : [];
  const inUse = db
    .select({ code: categoryTable.code })
    .from(categoryTable)
    .where(eq(categoryTable.isUsed, true))
    .orderBy(asc(categoryTable.position))
    .all();
  putScheme(db, {
    id,
    fondsId,
    number: 1,
    name: "初始方案",
    fromYear: 0,
    levelOrder: model?.levelOrder ?? "year-retention-matter",
    categories: model?.categories ?? inUse.map((category) => category.code),
    source: model?.source ?? "随程序附带的参考方案，待核对",
    note: "",
    madeAt,
  });
}

/** Removes a version; its 门类 go with it. */
export function removeScheme(db: WriteDb, id: SchemeId): void {
  db.delete(schemeVersionTable).where(eq(schemeVersionTable.id, id)).run();
  markUsedCategories(db);
}

/** A 门类 is used while the newest version of any fonds uses it. */
function markUsedCategories(db: WriteDb): void {
  const newest = db
    .select({
      id: sql<SchemeId>`(SELECT v.id FROM scheme_version v WHERE v.fonds_id = scheme_version.fonds_id
      ORDER BY v.from_year DESC LIMIT 1)`,
    })
    .from(schemeVersionTable)
    .all()
    .map((each) => each.id);
  const used = db
    .selectDistinct({ category: schemeCategoryTable.category })
    .from(schemeCategoryTable)
    .where(inArray(schemeCategoryTable.schemeId, newest))
    .all()
    .map((each) => each.category);
  db.update(categoryTable)
    .set({ isUsed: sql`${categoryTable.code} IN ${used.length > 0 ? used : [""]}` })
    .run();
}
