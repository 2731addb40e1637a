import { writeFileSync } from "node:fs";
import { utils, write } from "@e965/xlsx";
import { paperWords } from "./seeded.mjs";

const headings = ["序号", "文号", "责任者", "题名", "日期", "页数", "保管期限", "备注"];
const terms = ["永久", "30年", "10年"];

/**
 * An old catalogue as an office keeps it: a merged title above the headings, dates in three shapes, a subtotal here and there.
 * @param {string} file
 * @param {number} count rows that can be used
 * @param {number} year
 */
export function writeOldCatalogue(file, count, year) {
  /** @type {(string | number)[][]} */
  const rows = [["幸福社区居民委员会归档文件目录"], [], headings];
  for (let at = 1; at <= count; at += 1) {
    const { title, creator, documentNumber, month, day, paperPageCount } = paperWords(at, year);
    const dates = [`${year}.${month}.${day}`, `${year}年${month}月${day}日`, `${year}${two(month)}${two(day)}`];
    const facts = [documentNumber, creator, `${title}（${at}）`, dates[at % 3] ?? "", paperPageCount || 2];
    rows.push([at, ...facts, terms[at % 3] ?? "", ""]);
    if (at % 500 === 0) rows.push(["", "", "", "小计", "", 1000, "", ""]);
  }
  const sheet = utils.aoa_to_sheet(rows);
  sheet["!merges"] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: headings.length - 1 } }];
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, `${year}年`);
  writeFileSync(file, write(book, { type: "buffer", bookType: "xlsx", compression: true, bookSST: true }));
}

/** @param {number} part */
const two = (part) => String(part).padStart(2, "0");
