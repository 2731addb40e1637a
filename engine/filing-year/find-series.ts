// 缺系列: what comes every year and has not come this year. A series is 机构(问题) × title without its dates and ordinals ×
// 责任者; restricted items lend nothing (personal-data P6).
import type { Input, Output } from "#contract/contract";
import type { MissingSeries } from "#contract/consistency";
import { Refusal } from "#contract/refusal";
import type { YearClass } from "#db/filing-year";
import { getFonds, listMatters } from "#db/fonds";
import type { ReadDb } from "#db/open";
import { listSeriesRows } from "#db/year-check";

const numeral = "[〇零一二三四五六七八九十百两]";
const counted = "年度|年|月份|月|日|季度|季|次|届|期|号|批|周|轮|楼|栋";
const bracketed = new RegExp(String.raw`[〔[(【《]?[〔[(【](?=[^〕\])】]*(?:\d|${numeral}))[^〕\])】]*[〕\])】]`, "gu");
const ordinal = new RegExp(`第?(?:${numeral}+|\\d+)(?:${counted})|第${numeral}+|第?\\d+`, "gu");
const rest = /上半年|下半年|年度|^(?:关于)?[\s·.、,，—–~～:：-]+|[\s·.、,，—–~～:：-]+/gu;

/** 「2024年第三次居民代表会议记录」 → 「居民代表会议记录」. A title that is nothing but numbers keeps itself. */
export function titleStem(title: string): string {
  const plain = title.normalize("NFKC");
  const opened = /[〔[(【]/.test(plain) ? plain.replace(bracketed, "") : plain;
  return opened.replace(ordinal, "").replace(rest, "") || plain;
}

type Series = { matterId: string | null; creator: string; stem: string; count: number };

function countSeries(db: ReadDb, of: YearClass): Map<string, Series> {
  const series = new Map<string, Series>();
  for (const [matterId, creator, title] of listSeriesRows(db, of)) {
    const stem = titleStem(title);
    const key = `${matterId ?? ""} ${creator} ${stem}`;
    const known = series.get(key);
    if (known) known.count += 1;
    else series.set(key, { matterId, creator, stem, count: 1 });
  }
  return series;
}

/**
 * Series of last year that are missing or have shrunk to less than half. One of which there was a single item counts only
 * when the year before had it too: else every single paper would be a series.
 */
export function findMissingSeries(db: ReadDb, of: YearClass): MissingSeries[] {
  const last = countSeries(db, { ...of, year: of.year - 1 });
  if (last.size === 0) return [];
  const now = countSeries(db, of);
  const singles = [...last].some(([key, series]) => series.count === 1 && !now.has(key));
  const before = singles ? countSeries(db, { ...of, year: of.year - 2 }) : new Map<string, Series>();
  const names = new Map(listMatters(db).map((matter) => [matter.id as string, matter.name]));
  const missing = [...last].flatMap(([key, { matterId, creator, stem, count }]): MissingSeries[] => {
    const thisCount = now.get(key)?.count ?? 0;
    if (thisCount * 2 >= count || (count === 1 && !before.has(key))) return [];
    const sentence =
      thisCount === 0 ? `去年有${stem} ${count} 件，今年没有` : `去年有${stem} ${count} 件，今年 ${thisCount} 件`;
    const matterName = (matterId && names.get(matterId)) ?? "";
    return [{ matterName, creator, stem, lastCount: count, thisCount, sentence }];
  });
  return missing.sort((one, other) => other.lastCount - other.thisCount - (one.lastCount - one.thisCount));
}

/** Refuses fonds-not-found. */
export function showMissingSeries(
  db: ReadDb,
  of: Input<"filing-year.missing-series">,
): Output<"filing-year.missing-series"> {
  if (!getFonds(db, of.fondsId)) throw new Refusal("fonds-not-found");
  return findMissingSeries(db, of);
}
