// Annual accounting reports are kept for ever, interim ones for ten years (Order 79): they never share a volume.

const interim = /半年|中期|季度|季报|月度|月报|月份|第[一二三四1-4]季|(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})月/;
const annual = /年度|年报|年终|全年|决算/;
const report = /报告|报表|年报|季报|月报|决算|资产负债表|收支/;

/** What kind of accounting report a title speaks of; null when it is none. */
export function reportKindOf(title: string): "annual" | "interim" | null {
  const plain = title.normalize("NFKC").replace(/\s/g, "");
  if (!report.test(plain)) return null;
  // 半年度 has 年度 in it: the shorter period is looked for first.
  if (interim.test(plain)) return "interim";
  return annual.test(plain) ? "annual" : null;
}

/** Whether titles speak of both annual and interim reports. */
export function isMixed(titles: readonly string[]): boolean {
  const kinds = new Set(titles.map(reportKindOf));
  return kinds.has("annual") && kinds.has("interim");
}
