// Classes a new fonds starts with: a starter set for a community, 待核对; the office changes it (regulations §3). The second
// level of 会计 is not uniform among the schemes seen, so it stands in letters and is the office's to settle.
import { matterId, type FondsComposition, type FondsId, type Matter } from "#contract/fonds";

type Starter = Pick<Matter, "category" | "code" | "name">;

const party: readonly Starter[] = [{ category: "WS", code: "DQ", name: "党群工作" }];
const committee: readonly Starter[] = [
  { category: "WS", code: "ZZ", name: "居民自治" },
  { category: "WS", code: "GL", name: "社区管理" },
  { category: "WS", code: "FW", name: "社区服务" },
];
const general: readonly Starter[] = [{ category: "WS", code: "ZH", name: "综合事务" }];
const secondLevels: readonly Starter[] = [
  { category: "KJ", code: "JJ", name: "基建" },
  { category: "KJ", code: "SB", name: "设备" },
  { category: "KU", code: "PZ", name: "凭证" },
  { category: "KU", code: "ZB", name: "账簿" },
  { category: "KU", code: "BG", name: "财务会计报告" },
  { category: "KU", code: "QT", name: "其他" },
];

/** The classes of a fonds of this composition: a committee that shares its fonds, or was not asked, has those of both. */
export function starterMatters(fondsId: FondsId, composition: FondsComposition, makeId: () => string): Matter[] {
  const documents = {
    "": [...party, ...committee, ...general],
    shared: [...party, ...committee, ...general],
    party: [...party, ...general],
    committee: [...party, ...committee, ...general],
  }[composition];
  return [...documents, ...secondLevels].map((starter) => ({
    ...starter,
    id: matterId.parse(makeId()),
    fondsId,
    isParty: starter.code === "DQ",
    closedOn: "",
  }));
}

/** Only the second levels: a fonds founded beside the first settles its own 机构(问题). */
export const starterSecondLevels = (fondsId: FondsId, makeId: () => string): Matter[] =>
  starterMatters(fondsId, "", makeId).filter((matter) => matter.category !== "WS");
