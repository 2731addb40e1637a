// The head of a list of one 全宗 and one year.
import type { FondsId } from "#contract/fonds";
import { getFonds } from "#db/fonds";
import type { ReadDb } from "#db/open";
import type { Desk } from "#engine/desk";
import { sayDay, sayHead } from "./say-fields.ts";

/** The fields every list of a year has. */
export const yearFields = ["fondsCode", "fondsName", "year", "head", "madeOn", "count"] as const;

/** The head of a list of one 全宗 and year, and its day; undefined when there is no such 全宗. */
export function fieldsOfYear(
  db: ReadDb,
  of: { readonly fondsId: FondsId; readonly year: number },
  count: number,
  desk: Desk,
): Record<(typeof yearFields)[number], string> | undefined {
  const fonds = getFonds(db, of.fondsId);
  if (!fonds) return undefined;
  const fondsName = fonds.unit || fonds.name;
  const madeOn = sayDay(desk.clock.now().slice(0, 10));
  const head = sayHead([
    ["全宗号", fonds.code],
    ["全宗名称", fondsName],
    ["年度", String(of.year)],
    ["制表日期", madeOn],
  ]);
  return { fondsCode: fonds.code, fondsName, year: String(of.year), head, madeOn, count: String(count) };
}
