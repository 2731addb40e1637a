// Each record of the year by itself: fields, dates, pages, term, and the digest it was filed under.
import { archivalDate, yearOf } from "#contract/archival-date";
import type { ConsistencyCode, ConsistencyFinding, FilingStage } from "#contract/consistency";
import type { FilingProblem } from "#contract/filing-unit";
import { retentionLabel, retentionRank } from "#contract/retention";
import type { ItemRecord } from "#db/item";
import type { ReadDb } from "#db/open";
import type { TermRule } from "#db/year-check";
import { findFilingProblems } from "#engine/filing-unit/find-filing-problems";
import { recordFreezer } from "#engine/filing-unit/freeze-record";
import type { MatterRule } from "#engine/filing-unit/matter-rule";
import { finding } from "./finding.ts";

type Rated = { readonly item: ItemRecord; readonly rule: TermRule | null };

/** Problems of filing that are findings of another name or stage here. */
const otherwise: Partial<Record<FilingProblem["code"], { code?: ConsistencyCode; stage?: FilingStage }>> = {
  "retention-missing": { code: "term-missing" },
  "matter-missing": { stage: "terms" },
  "matter-not-in-scheme": { stage: "terms" },
  "date-after-year": { code: "date-after-year" },
  "volume-missing": { stage: "order" },
};

function fieldFindings(item: ItemRecord, rule: MatterRule, needsVolume: boolean): ConsistencyFinding[] {
  return findFilingProblems(item, rule, { needsVolume, isYearClosed: false }).map(({ code, message }) => {
    const { code: other, ...change } = otherwise[code] ?? {};
    return finding(other ?? "field-missing", { item }, message, change);
  });
}

function dateAndPageFindings(item: ItemRecord): ConsistencyFinding[] {
  const dateYear = yearOf(archivalDate.parse(item.documentDate));
  const found: ConsistencyFinding[] = [];
  if (dateYear !== null && item.year !== null && dateYear < item.year)
    found.push(
      finding(
        "date-before-year",
        { item },
        `日期是 ${dateYear} 年，归在 ${item.year} 年度。跨年办结的请在备注中写明。`,
      ),
    );
  if (item.paperPageCount > 0 && item.imageCount > 0 && item.paperPageCount !== item.imageCount)
    found.push(
      finding("pages-differ", { item }, `纸质 ${item.paperPageCount} 页，图像 ${item.imageCount} 页，请核对是否漏扫。`),
    );
  return found;
}

/** Rows not yet confirmed against the official annex advise; only confirmed ones stand in the way. */
function termFindings({ item, rule }: Rated): ConsistencyFinding[] {
  if (item.retention === null || !rule || rule.retention === null || rule.retention === item.retention) return [];
  const said = `保管期限是${retentionLabel(item.retention)}，期限表条目是${retentionLabel(rule.retention)}`;
  const isUnverified = rule.status === "to-verify";
  const doubt = isUnverified ? "（条目待核对）" : "";
  if (rule.isMinimum && retentionRank(item.retention) > retentionRank(rule.retention))
    return [
      finding("term-below-minimum", { item }, `${said}，是最低期限，不得缩短${doubt}。`, { isBlocking: !isUnverified }),
    ];
  if (rule.isMinimum) return [];
  return [finding("term-differs", { item }, `${said}${doubt}，请核对。`)];
}

/** The same paper described twice: one 文号 of one 责任者, or one title, 责任者 and day. */
function twiceFindings(items: readonly ItemRecord[]): ConsistencyFinding[] {
  const seen = new Map<string, ItemRecord>();
  return items.flatMap((item) => {
    if (item.creator === "" || item.title === "") return [];
    const keys = [
      ...(item.documentNumber === "" ? [] : [`n ${item.creator} ${item.documentNumber}`]),
      ...(item.documentDate.length === 10 ? [`t ${item.creator} ${item.documentDate} ${item.title}`] : []),
    ];
    const first = keys.map((key) => seen.get(key)).find((each) => each !== undefined);
    for (const key of keys) if (!seen.has(key)) seen.set(key, item);
    if (!first) return [];
    const where = first.archivalCode || "另一件未归档件";
    return [finding("title-twice", { item }, `与${where}的文号或题名、责任者、日期相同，请核对是否重复。`)];
  });
}

/** Findings of every record of the year. */
export function checkRecords(
  db: ReadDb,
  rated: readonly Rated[],
  { rule: matterRule, needsVolume }: { rule: MatterRule; needsVolume: boolean },
): ConsistencyFinding[] {
  const freeze = recordFreezer(
    db,
    rated.flatMap(({ item }) => (item.state === "filed" ? [item] : [])),
  );
  const each = rated.flatMap(({ item, rule }) => [
    ...fieldFindings(item, matterRule, needsVolume),
    ...dateAndPageFindings(item),
    ...termFindings({ item, rule }),
    ...(item.state === "filed" && freeze(item, item.archivalCode) !== item.recordHash
      ? [finding("record-altered", { item }, "内容与归档时固定的校验值不符。请撤回这一件，查明原因后再插入。")]
      : []),
  ]);
  return [...each, ...twiceFindings(rated.map(({ item }) => item))];
}
