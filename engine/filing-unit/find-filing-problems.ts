// What an item must have before it gets its number (DA/T 18-2022, 必著; personal-data P6).
import { archivalDate, yearOf } from "#contract/archival-date";
import type { FilingProblem } from "#contract/filing-unit";
import type { ItemRecord } from "#db/item";
import type { MatterRule } from "./matter-rule.ts";
import { shownTitle } from "./shown-title.ts";

type Code = FilingProblem["code"];

const sentences: Record<Code, string> = {
  "title-missing": "缺题名。没有题名的自拟，写在方括号 [ ] 中。",
  "creator-missing": "缺责任者。",
  "date-missing": "缺日期。只知道年份的填年份。",
  "date-after-year": "日期晚于归属年度。请核对日期或年度。",
  "retention-missing": "缺保管期限。",
  "matter-missing": "缺机构（问题）。",
  "matter-not-in-scheme": "这一年度的分类方案不设机构（问题）一级。请清空这一件的类目。",
  "pages-missing": "没有页面、没有电子文件，也没有填写纸质页数。",
  "neutral-title-missing": "限制件缺对外题名（目录上印的中性题名）。",
  "volume-missing": "这一门类按案卷（组）编号，还没有放入案卷（组）。",
  "year-closed": "这一年度已关闭，不能再归入。请改归属年度，并在备注中写明原年度。",
};

/** What an item's class asks of it besides. */
export type ClassNeeds = {
  readonly needsVolume: boolean;
  readonly isYearClosed: boolean;
};

/** Problems of one draft, under the rule of its year. */
export function findFilingProblems(
  item: ItemRecord,
  { needsMatter, mayHaveMatter }: MatterRule,
  { needsVolume, isYearClosed }: ClassNeeds = { needsVolume: false, isYearClosed: false },
): FilingProblem[] {
  const dateYear = yearOf(archivalDate.parse(item.documentDate));
  const found: Record<Code, boolean> = {
    "title-missing": item.title === "",
    "creator-missing": item.creator === "",
    "date-missing": item.documentDate === "",
    "date-after-year": dateYear !== null && item.year !== null && dateYear > item.year,
    "retention-missing": item.retention === null,
    "matter-missing": needsMatter && item.matterId === null,
    "matter-not-in-scheme": !mayHaveMatter && item.matterId !== null,
    "pages-missing": item.pageCount === 0 && item.fileCount === 0,
    "neutral-title-missing": item.access === "restricted" && item.neutralTitle === "",
    "volume-missing": needsVolume && item.volumeId === null,
    "year-closed": isYearClosed,
  };
  return (Object.keys(found) as Code[])
    .filter((code) => found[code])
    .map((code) => ({ itemId: item.id, title: shownTitle(item), code, message: sentences[code] }));
}
