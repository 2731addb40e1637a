// 统计: the answers of this room.
import type { Reads, Tasks, Writes } from "#engine/handler";
import { countGuarded } from "./count-guarded.ts";
import { countLedger, showOverview } from "./count-ledgers.ts";
import { exportCounts } from "./export-counts.ts";
import { showHoldings } from "./show-holdings.ts";

export const statisticsReads = {
  "statistics.holdings": showHoldings,
  "ledger-statistics.overview": showOverview,
  "ledger-statistics.count": countLedger,
} satisfies Partial<Reads>;

export const statisticsWrites = { "ledger-statistics.count-guarded": countGuarded } satisfies Partial<Writes>;

export const statisticsTasks = { "ledger-statistics.export": exportCounts } satisfies Partial<Tasks>;
