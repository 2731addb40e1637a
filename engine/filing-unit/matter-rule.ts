// Whether items of a year are classed by 机构(问题): as the year's scheme has it, where the 门类 has any class at all.
import type { FondsId } from "#contract/fonds";
import { getCategory, listMatters } from "#db/fonds";
import type { ReadDb } from "#db/open";
import { levelOrderOf } from "#db/scheme";

/** An item must have a class, or may have none. */
export type MatterRule = { readonly needsMatter: boolean; readonly mayHaveMatter: boolean };

/**
 * In two levels (年度–保管期限) 机构(问题) is no class of the year (DA/T 22-2015, 5.2); the second level of 科技 and 会计 is
 * another thing and stays.
 */
export function matterRuleOf(
  db: ReadDb,
  { fondsId, category, year }: { readonly fondsId: FondsId; readonly category: string; readonly year: number },
): MatterRule {
  const isByItem = (getCategory(db, category)?.unit ?? "item") === "item";
  const mayHaveMatter = !isByItem || levelOrderOf(db, fondsId, year) !== "year-retention";
  const hasMatters = listMatters(db).some((each) => each.fondsId === fondsId && each.category === category);
  return { needsMatter: mayHaveMatter && hasMatters, mayHaveMatter };
}
