// A sheet of everything an archive keeps beside its items, as data: heads a person reads and one query over the store.
// Names of tables are unqualified, so that the views before them hide 党务 here as everywhere (db/hide-party.ts).
import { sql } from "drizzle-orm";
import type { ReadDb } from "./open.ts";

/** Head, SQL of its cell, and SQL of what stands there instead where the row hangs on a restricted item (P6). */
export type ExportColumn = readonly [head: string, cell: string, neutral?: string];
export type ExportSheet = {
  /** Name of the sheet and of its CSV. */
  readonly name: string;
  /** The tables whose rows it carries; every one of the store is in one sheet or has a reason not to be. */
  readonly of: readonly string[];
  readonly from: string;
  readonly where?: string;
  readonly order: string;
  /** Whether a row hangs on a restricted item; needed where a column has something instead. */
  readonly restricted?: string;
  readonly columns: readonly ExportColumn[];
};

/** What stands instead of words of a restricted item. */
export const blank = "''";

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** An id of a choice as the word for it; what no word is known for stays as it is. */
export const wordOf = (cell: string, words: Readonly<Record<string, string>>): string =>
  `CASE ${cell} ${Object.entries(words)
    .map(([value, word]) => `WHEN ${quoted(value)} THEN ${quoted(word)}`)
    .join(" ")} ELSE ${cell} END`;

export const yesNo = (cell: string): string => `CASE ${cell} WHEN 1 THEN '是' WHEN 0 THEN '否' END`;
/** 永久, 30年. */
export const termOf = (cell: string): string =>
  `CASE WHEN ${cell} = 'Y' THEN '永久' WHEN ${cell} <> '' THEN substr(${cell}, 2) || '年' END`;
/** A person by name, whether the column holds the id or already the name. */
export const nameOf = (cell: string): string =>
  `coalesce((SELECT who.name FROM person who WHERE who.id = ${cell}), ${cell})`;
/** A fonds by its code, or by its name while it has none. */
export const fondsOf = (cell: string): string =>
  `(SELECT CASE fo.code WHEN '' THEN fo.name ELSE fo.code END FROM fonds fo WHERE fo.id = ${cell})`;
export const matterOf = (cell: string): string => `(SELECT ma.name FROM matter ma WHERE ma.id = ${cell})`;
/** A line of the schedule: version and place in it. */
export const scheduleRowOf = (cell: string): string =>
  `(SELECT '第' || sv.number || '版 第' || sr.position || '条' FROM schedule_row sr
    JOIN schedule_version sv ON sv.id = sr.version_id WHERE sr.id = ${cell})`;
/** 档号, or the number under which a draft stands in 件的其他著录. */
export const codeOf = (item: string): string => `coalesce(nullif(${item}.archival_code, ''), '未归档-' || ${item}.seq)`;
/** 档号 of a volume, or the title of one not filed yet. */
export const volumeCodeOf = (volume: string): string =>
  `coalesce(nullif(${volume}.archival_code, ''), ${volume}.title)`;
/** A box by class and number. */
export const boxOf = (cell: string): string =>
  `(SELECT bo.category || ' ' || bo.year || ' ' || ${termOf("bo.retention")} || coalesce(' ' || ${matterOf("bo.matter_id")}, '')
    || ' 第' || bo.box_number || '盒' FROM box bo WHERE bo.id = ${cell})`;
/** A shelf place in words. */
export const placeOf = (cell: string): string =>
  `(SELECT pl.room || ' ' || pl.cabinet || '柜' || pl.tier || '层' || pl.slot || '位' FROM shelf_place pl WHERE pl.id = ${cell})`;
export const isRestricted = (item: string): string => `${item}.access = 'restricted'`;
/** Whether a group or volume holds a restricted item. */
export const holdsRestricted = (volume: string): string =>
  `EXISTS (SELECT 1 FROM item ri WHERE ri.volume_id = ${volume}.id AND ri.access = 'restricted')`;
/** Rows that name a thing by an id no view knows: left out where that thing is there and hidden. */
export const isSeen = (id: string): string =>
  `(${id} IN (SELECT id FROM item) OR ${id} IN (SELECT id FROM volume)
    OR ${id} NOT IN (SELECT id FROM main.item UNION SELECT id FROM main.volume))`;
/** The same for rows that name it by 档号 alone. */
export const isSeenCode = (code: string): string =>
  `${code} NOT IN (SELECT archival_code FROM main.item WHERE archival_code <> '' AND id NOT IN (SELECT id FROM item))`;

const textOf = (cell: unknown): string =>
  typeof cell === "string" ? cell : typeof cell === "number" || typeof cell === "bigint" ? String(cell) : "";

function ask(db: ReadDb, sheet: ExportSheet, cells: readonly string[], where: string | undefined): string[][] {
  const fields = Object.fromEntries(cells.map((cell, at) => [`c${at}`, sql<unknown>`${sql.raw(cell)}`]));
  const tail = `${where === undefined ? "" : ` WHERE ${where}`} ORDER BY ${sheet.order}`;
  return db
    .select(fields)
    .from(sql.raw(`${sheet.from}${tail}`))
    .all()
    .map((row) => cells.map((_, at) => textOf(row[`c${at}`])));
}

/** The rows of a sheet as text cells; of restricted items only what may be said of them. */
export function readExportSheet(db: ReadDb, sheet: ExportSheet): string[][] {
  const cells = sheet.columns.map(([, cell, neutral]) =>
    neutral === undefined ? cell : `CASE WHEN coalesce(${sheet.restricted}, 0) THEN ${neutral} ELSE ${cell} END`,
  );
  return ask(db, sheet, cells, sheet.where);
}

/** The rows that hang on restricted items with all their words: they leave with a reason only. */
export function readRestrictedRows(db: ReadDb, sheet: ExportSheet): string[][] {
  if (sheet.restricted === undefined) return [];
  const cells = sheet.columns.map(([, cell]) => cell);
  return ask(db, sheet, cells, [...(sheet.where ? [`(${sheet.where})`] : []), `(${sheet.restricted})`].join(" AND "));
}
