import { pageLines } from "./office-words.mjs";
import { paperWords, seededNumbers } from "./seeded.mjs";

/** What clerks type, by length; common and rare, with what is nowhere. */
const typed = [
  [..."社的居委电年章户龘𠮷"],
  "社区 居民 会议 电梯 低保 2024 12 王伟 档案 䶮龘".split(" "),
  "居民代 委员会 社区居 网格员 志愿者 老年人 林长制 202 党员大".split(" "),
  "居民代表 会议纪要 幸社发〔 消防检查 垃圾分类 2019年3月 低保申请".split(" "),
  "居民委员会 关于召开居 物业服务合 〔2012〕15号".split(" "),
  "居民代表会议 矛盾纠纷调解 老旧小区改造".split(" "),
  "社区居民委员会 2015年12月3日".split(" "),
  "社区居民委员会的 关于召开居民代表".split(" "),
].flat();

/**
 * The list that is measured: what clerks type, and pieces of 1 to 8 characters cut out of the pages themselves.
 * @param {number} pages of the set
 * @param {number} cut how many pieces
 * @returns {string[]}
 */
export function pageQueries(pages, cut) {
  const pick = seededNumbers(17);
  const pieces = Array.from({ length: cut }, () => {
    const text = [...pageLines(1 + pick(pages)).join("")];
    const at = pick(text.length - 8);
    return text.slice(at, at + 1 + pick(8)).join("");
  });
  return [...new Set([...typed, ...pieces])];
}

/**
 * Pieces of titles, creators and 文号, for items alone.
 * @param {number} items
 * @param {number} cut
 */
export function itemQueries(items, cut) {
  const pick = seededNumbers(23);
  return Array.from({ length: cut }, () => {
    const { title, creator } = paperWords(1 + pick(items), 2005 + pick(20));
    const text = [...(pick(4) === 0 ? creator : title)];
    const at = pick(Math.max(1, text.length - 8));
    return text.slice(at, at + 1 + pick(8)).join("");
  });
}
