// 全宗, 门类, 机构(问题).
import { and, eq, ne } from "drizzle-orm";
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ArchivalDate } from "#contract/archival-date";
import type {
  ArchivalCodeStandard,
  Category,
  Fonds,
  FondsComposition,
  FondsId,
  Matter,
  MatterId,
} from "#contract/fonds";
import { countRows } from "./count-rows.ts";
import { setPresentName } from "./fonds-name.ts";
import type { ReadDb, WriteDb } from "./open.ts";

export const fondsTable = sqliteTable("fonds", {
  id: text().$type<FondsId>().primaryKey(),
  code: text().notNull(),
  name: text().notNull(),
  unit: text().notNull(),
  codeStandard: text("code_standard").$type<ArchivalCodeStandard>().notNull(),
  openedOn: text("opened_on").$type<ArchivalDate>().notNull(),
  closedOn: text("closed_on").$type<ArchivalDate>().notNull(),
  composition: text().$type<FondsComposition>().notNull(),
});
export const categoryTable = sqliteTable("category", {
  code: text().primaryKey(),
  name: text().notNull(),
  unit: text().$type<Category["unit"]>().notNull(),
  position: integer().notNull(),
  isUsed: integer("is_used", { mode: "boolean" }).notNull(),
  codeTemplate: text("code_template").notNull().default(""),
});
export const matterTable = sqliteTable("matter", {
  id: text().$type<MatterId>().primaryKey(),
  fondsId: text("fonds_id").$type<FondsId>().notNull(),
  category: text().notNull(),
  code: text().notNull(),
  name: text().notNull(),
  isParty: integer("is_party", { mode: "boolean" }).notNull().default(false),
  closedOn: text("closed_on").notNull().default(""),
});

/** All fonds, by code. */
export function listFonds(db: ReadDb): Fonds[] {
  return db.select().from(fondsTable).orderBy(fondsTable.code, fondsTable.name).all();
}

/** One fonds. */
export function getFonds(db: ReadDb, id: FondsId): Fonds | undefined {
  return db.select().from(fondsTable).where(eq(fondsTable.id, id)).get();
}

/** Whether another fonds already bears this code; blank codes never clash. */
export function isFondsCodeTaken(db: ReadDb, code: string, except?: FondsId): boolean {
  if (code === "") return false;
  const same = eq(fondsTable.code, code);
  return countRows(db, fondsTable, except ? and(same, ne(fondsTable.id, except)) : same) > 0;
}

/** Adds a fonds, or writes it anew under its id; the name it bears now is corrected with it. */
export function putFonds(db: WriteDb, fonds: Fonds): void {
  const { id, ...rest } = fonds;
  db.insert(fondsTable).values(fonds).onConflictDoUpdate({ target: fondsTable.id, set: rest }).run();
  setPresentName(db, id, { name: fonds.name, unit: fonds.unit });
}

/** 档案门类. */
export function listCategories(db: ReadDb): Category[] {
  return db.select().from(categoryTable).orderBy(categoryTable.position).all();
}

/** One 门类. */
export function getCategory(db: ReadDb, code: string): Category | undefined {
  return db.select().from(categoryTable).where(eq(categoryTable.code, code)).get();
}

/** All matters of all fonds, by code. */
export function listMatters(db: ReadDb): Matter[] {
  return db.select().from(matterTable).orderBy(matterTable.fondsId, matterTable.category, matterTable.code).all();
}

/** One matter. */
export function getMatter(db: ReadDb, id: MatterId): Matter | undefined {
  return db.select().from(matterTable).where(eq(matterTable.id, id)).get();
}

/** Whether this 门类 of the fonds already has a matter of this code. */
export function isMatterCodeTaken(db: ReadDb, { fondsId, category, code }: Omit<Matter, "id">): boolean {
  const same = and(eq(matterTable.fondsId, fondsId), eq(matterTable.category, category), eq(matterTable.code, code));
  return countRows(db, matterTable, same) > 0;
}

/** Adds a matter. */
export function addMatter(db: WriteDb, matter: Matter): void {
  db.insert(matterTable).values(matter).run();
}

/** Writes a matter anew. */
export function setMatter(db: WriteDb, { id, ...rest }: Matter): void {
  db.update(matterTable).set(rest).where(eq(matterTable.id, id)).run();
}

/** Sets the 档号 template of a 门类. */
export function setCodeTemplate(db: WriteDb, code: string, codeTemplate: string): void {
  db.update(categoryTable).set({ codeTemplate }).where(eq(categoryTable.code, code)).run();
}

/** The fonds when an act has closed it: it takes nothing new. */
export function findClosedFonds(db: ReadDb, id: FondsId): Fonds | undefined {
  const fonds = getFonds(db, id);
  return fonds && fonds.closedOn !== "" ? fonds : undefined;
}
