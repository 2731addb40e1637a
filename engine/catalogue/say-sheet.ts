import { printableText } from "#engine/paper/printable-text";
import type { CatalogueSheet } from "./catalogue-sheet.ts";

/** The fields of the cover, in order (DA/T 22-2015, 5.5). */
export function coverFields(sheet: CatalogueSheet): (readonly [label: string, value: string])[] {
  const fields = [
    ["全宗号", sheet.fonds.code],
    ["全宗名称", sheet.fonds.name],
    ["年度", String(sheet.year)],
    ["保管期限", sheet.retention.label],
    ["机构（问题）", sheet.matter?.name ?? ""],
  ] as const;
  return fields.map(([label, value]) => [label, printableText(value)] as const);
}

/** What a list is of, in one line above its table; a field without value is left out. */
export function sayScope(sheet: CatalogueSheet): string {
  return coverFields(sheet)
    .filter(([, value]) => value !== "")
    .map(([label, value]) => `${label}：${value}`)
    .join("　　");
}

/** The two lines at the foot of the cover: when it was made, and by which rule the 档号 are composed. */
export function coverNotes(sheet: CatalogueSheet): readonly [string, string] {
  const [year, month, day] = sheet.printedDate.split("-").map(Number);
  return [`${year} 年 ${month} 月 ${day} 日制`, `档号规则 ${printableText(sheet.standard)}`];
}
