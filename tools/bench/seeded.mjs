import { createHash } from "node:crypto";

/**
 * Numbers that are the same in every run: mulberry32.
 * @param {number} seed
 * @returns {(below: number) => number} a whole number from 0 to below − 1
 */
export function seededNumbers(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/**
 * A name of 32 hex digits that spreads like a random one and is the same in every run.
 * @param {string} of
 */
export const seededId = (of) => createHash("sha256").update(of).digest("hex").slice(0, 32);

const beginnings = ["关于做好", "关于召开", "关于印发", "关于调整", "关于报送", "关于加强", "关于开展", "关于公布"];
const years = ["年度", "第一季度", "第二季度", "第三季度", "第四季度", "春节期间", "汛期", "换届选举"];
const matters = [
  "安全生产大检查",
  "居民代表会议",
  "流动人口登记",
  "社区矫正帮教",
  "最低生活保障审核",
  "居务公开",
  "老旧小区改造",
  "垃圾分类宣传",
  "志愿服务活动",
  "退役军人服务",
  "残疾人就业援助",
  "党员发展",
  "网格化管理",
  "消防演练",
  "计划生育家庭慰问",
  "物业矛盾调解",
  "养老助餐点建设",
  "未成年人保护",
];
const kinds = ["工作的通知", "工作的请示", "情况的报告", "方案", "会议纪要", "的批复", "人员名单", "经费的函"];
const places = ["幸福社区", "和平里社区", "梧桐里社区", "东风街道", "青年路街道", "北门社区"];
const creators = ["幸福社区居民委员会", "幸福社区党总支", "东风街道办事处", "区民政局", "居务监督委员会"];

/**
 * A title, creator and 文号 as a community writes them.
 * @param {number} number of the item
 * @param {number} year
 */
export function paperWords(number, year) {
  const pick = seededNumbers(number * 7919 + 11);
  /** @type {(words: readonly string[]) => string} */
  const one = (words) => words[pick(words.length)] ?? "";
  return {
    title: `${one(places)}${one(beginnings)}${year}年${one(years)}${one(matters)}${one(kinds)}`,
    creator: one(creators),
    documentNumber: pick(4) === 0 ? "" : `幸社〔${year}〕${1 + pick(400)}号`,
    month: 1 + pick(12),
    day: 1 + pick(28),
    retention: /** @type {const} */ (["Y", "D30", "D10"])[pick(3)] ?? "D10",
    matter: pick(5),
    paperPageCount: 1 + pick(30),
    isRestricted: pick(20) === 0,
  };
}
