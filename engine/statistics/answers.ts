// 统计: the answers of this room.
import type { Reads } from "#engine/handler";
import { showHoldings } from "./show-holdings.ts";

export const statisticsReads = { "statistics.holdings": showHoldings } satisfies Partial<Reads>;
