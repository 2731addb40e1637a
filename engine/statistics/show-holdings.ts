// 统计: the sums of 件数账, gathered by each thing a class is made of.
import type { Input, Output } from "#contract/contract";
import type { MatterId } from "#contract/fonds";
import type { HoldingsCount } from "#contract/statistics";
import { type Retention, retentionRank } from "#contract/retention";
import type { ReadDb } from "#db/open";
import { countContainers, listHoldings } from "#db/statistics";

type Row = ReturnType<typeof listHoldings>[number];
const counted = ["filed", "drafts", "excluded", "pages", "images", "digitised", "boxed"] as const;

function sumOf(rows: readonly Row[]): HoldingsCount {
  const sums = counted.map((name) => [name, rows.reduce((sum, row) => sum + row[name], 0)]);
  return Object.fromEntries(sums) as HoldingsCount;
}

/** Groups in the order given by `before`; a group that counts nothing any more is left out. */
function gather<K>(rows: readonly Row[], keyOf: (row: Row) => K, before: (a: K, b: K) => number) {
  return [...Map.groupBy(rows, keyOf)]
    .map(([key, of]) => ({ key, count: sumOf(of) }))
    .filter(({ count }) => count.filed + count.drafts + count.excluded > 0)
    .sort((a, b) => before(a.key, b.key));
}

const byText = (a: string | null, b: string | null): number => ((a ?? "~") < (b ?? "~") ? -1 : 1);
const newestFirst = (a: number | null, b: number | null): number => (b ?? 0) - (a ?? 0);
const longestFirst = (a: Retention | null, b: Retention | null): number =>
  (a ? retentionRank(a) : 1000) - (b ? retentionRank(b) : 1000);

/** What the archive holds in a scope. */
export function showHoldings(db: ReadDb, scope: Input<"statistics.holdings">): Output<"statistics.holdings"> {
  const rows = listHoldings(db, scope);
  return {
    all: sumOf(rows),
    byCategory: gather(rows, (row) => row.category, byText),
    byYear: gather(rows, (row) => (row.year === 0 ? null : row.year), newestFirst),
    byRetention: gather(rows, (row) => (row.retention === "" ? null : (row.retention as Retention)), longestFirst),
    byMatter: gather(rows, (row) => (row.matterId === "" ? null : (row.matterId as MatterId)), byText),
    byCarrier: gather(rows, (row) => row.carrier, byText),
    ...countContainers(db, scope),
  };
}
