// What the clerk should look at in an item, without being stopped.
import { yearOf } from "#contract/archival-date";
import type { Item, ItemRow, ItemWarning } from "#contract/item";
import { findSameNumber } from "#db/item";
import type { PageId } from "#contract/scan";
import type { ReadDb } from "#db/open";
import { personalKindsOf } from "./default-access.ts";
import { hasPersonalWords } from "./find-personal-words.ts";

const pageIdsOf = (item: Item): PageId[] => item.parts.flatMap((part) => part.pages.map((page) => page.id));

/** Warnings for an item as it now stands. */
export function warnOfItem(db: ReadDb, item: ItemRow | Item): ItemWarning[] {
  const warnings: ItemWarning[] = [];
  const same = findSameNumber(db, item.documentNumber, item.creator, item.id)[0];
  if (same && item.creator !== "") {
    const where = same.archivalCode || "未归档件";
    warnings.push({
      code: "same-document-number",
      message: `已有同文号、同责任者的一件（${where}）。请核对是否重复登记。`,
      itemId: same.id,
    });
  }
  const kinds = "parts" in item ? personalKindsOf(db, pageIdsOf(item)) : [];
  if (kinds.length > 0 && item.access === "restricted") {
    const message = `识别到${kinds.join("、")}页，本件按个人信息设为限制，识别文本不列入检索。核对后可以改。`;
    warnings.push({ code: "personal-pages", message, itemId: null });
  }
  const printed = item.access === "restricted" ? item.neutralTitle : item.title;
  if ([printed, item.remark].some(hasPersonalWords)) {
    const message = "题名或备注中像有证件号码、手机号码或不得登记的内容。请删去，只写事由。";
    warnings.push({ code: "personal-words", message, itemId: null });
  }
  const year = yearOf(item.documentDate);
  if (year !== null && item.year !== null && year > item.year)
    warnings.push({
      code: "date-outside-year",
      message: `日期晚于归属年度 ${item.year} 年。请核对日期或年度。`,
      itemId: null,
    });
  // Said where the item is made or described, and once more by the check of the year (product E09).
  if (item.paperPageCount > 0 && item.imageCount > 0 && item.paperPageCount !== item.imageCount)
    warnings.push({
      code: "pages-differ",
      message: `纸质 ${item.paperPageCount} 页，图像 ${item.imageCount} 页。请核对是否漏扫。`,
      itemId: null,
    });
  return warnings;
}
