// What may stand in a compilation: filed items of its period whose titles speak of an event. Proposed, never kept unseen.
import { archivalDate } from "#contract/archival-date";
import type { CompilationKind, CompilationProposal } from "#contract/compilation";
import type { Input } from "#contract/contract";
import { listUncitedItems } from "#db/compilation";
import type { ReadDb } from "#db/open";
import { needCompilation } from "./read-compilation.ts";

/** Words of titles that mark an event of each kind (ours, from the sample papers; the clerk decides). */
const tellingWords: Record<CompilationKind, readonly string[]> = {
  chronicle: [
    ...["成立", "揭牌", "挂牌", "换届", "选举", "当选", "表彰", "命名", "荣获", "获评", "竣工", "启用", "开工"],
    ...["签约", "联席会议", "居民代表会议", "党员大会", "听证", "创建", "验收", "搬迁", "改造", "救灾"],
  ],
  organisation: [
    "成立",
    "撤销",
    "更名",
    "合并",
    "划分",
    "机构",
    "任职",
    "任免",
    "当选",
    "换届",
    "分工",
    "编制",
    "职责",
  ],
  overview: ["概况", "基本情况", "总结", "年报", "统计", "规划", "公约", "制度", "设施", "服务站", "活动中心"],
};
const mostLookedAt = 5000;
const mostProposed = 200;

/** At most 200 proposals: titles with telling words first, then by date. Refuses compilation-not-found. */
export function proposeEntries(db: ReadDb, { id, words }: Input<"compilation.propose">): CompilationProposal[] {
  const { fondsId, kind, fromDate, toDate } = needCompilation(db, id);
  // "2024" means until its last day: any later text that begins with it.
  const to = toDate === "" ? "9999" : `${toDate}~`;
  const found = listUncitedItems(db, { id, fondsId, from: fromDate || "0", to, most: mostLookedAt });
  return found
    .filter((item) => words === "" || item.title.includes(words) || item.creator.includes(words))
    .map((item) => ({
      itemId: item.itemId,
      archivalCode: item.archivalCode,
      happenedOn: archivalDate.parse(item.documentDate),
      words: item.title,
      why: tellingWords[kind].filter((word) => item.title.includes(word)).join("、"),
    }))
    .sort((a, b) => Number(b.why !== "") - Number(a.why !== ""))
    .slice(0, mostProposed);
}
