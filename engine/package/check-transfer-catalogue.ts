import { packageFinding } from "#contract/package-problem-text";
import type { PackageProblem } from "#contract/package-report";
import { childText, type XmlNode } from "./read-xml.ts";

/** One line of 目录文件.XML as read. */
export type TransferEntry = { readonly archivalCode: string; readonly fields: ReadonlyMap<string, string> };

const requiredLines = ["移交单位", "内容描述", "起止档号", "档案数量", "软硬件环境"];
const wantedLines = ["离线载体参数", "载体编号", "载体数量", "制作单位", "检查单位"];
const requiredElements = ["顺序号", "档号", "责任者", "题名", "日期", "保管期限", "密级", "备注"];
const filledElements = new Set(["顺序号", "档号", "题名", "保管期限"]);

/** Lines `name：value` of 说明文件.TXT. */
export function readDescription(text: string): ReadonlyMap<string, string> {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
  return new Map(
    lines.flatMap((line) => {
      const parts = /^\s*([^：:]+?)\s*[：:]\s*(.*?)\s*$/.exec(line);
      return parts ? [[parts[1] ?? "", parts[2] ?? ""] as const] : [];
    }),
  );
}

/** Entries of the catalogue with findings about missing elements and page counts (DA/T 93-2022, annex B, 待核对). */
export function readTransferCatalogue(file: string, root: XmlNode, problems: PackageProblem[]): TransferEntry[] {
  if (root.name !== "文件目录")
    problems.push(packageFinding("catalogue-element-missing", file, "的根元素不是“文件目录”"));
  return root.children
    .filter(({ name }) => name === "文件")
    .map((node, index) => {
      const fields = new Map<string, string>();
      for (const name of [...requiredElements, "页数"]) {
        const text = childText(node, name);
        if (text !== null) fields.set(name, text);
      }
      for (const name of requiredElements)
        if (!fields.has(name) || (filledElements.has(name) && fields.get(name) === ""))
          problems.push(packageFinding("catalogue-element-missing", file, `第 ${index + 1} 条缺少“${name}”`));
      if (!/^\d+$/.test(fields.get("页数") ?? ""))
        problems.push(packageFinding("page-count-missing", file, `第 ${index + 1} 条`));
      return { archivalCode: fields.get("档号") ?? "", fields };
    });
}

/** Compares 说明文件.TXT with the catalogue: count, first and last 档号, order, pages; and 档号 twice. */
export function checkTransferTotals(
  file: string,
  catalogue: string,
  description: ReadonlyMap<string, string>,
  entries: readonly TransferEntry[],
): PackageProblem[] {
  const problems: PackageProblem[] = [];
  for (const name of requiredLines)
    if (!description.get(name) || (name === "档案数量" && !/^\d+$/.test(description.get(name) ?? "")))
      problems.push(packageFinding("description-line-missing", file, name));
  const wanted = wantedLines.filter((name) => !description.get(name));
  if (wanted.length > 0) problems.push(packageFinding("description-line-wanted", file, wanted.join("、")));

  const count = description.get("档案数量") ?? "";
  if (/^\d+$/.test(count) && Number(count) !== entries.length)
    problems.push(packageFinding("item-count-mismatch", file, `所记 ${count}，目录 ${entries.length}`));
  const range = description.get("起止档号");
  for (const code of new Set([entries[0]?.archivalCode, entries.at(-1)?.archivalCode]))
    if (range && code && !range.includes(code)) problems.push(packageFinding("code-range-mismatch", file, code));
  const outOfOrder = entries.findIndex(({ fields }, index) => Number(fields.get("顺序号")) !== index + 1);
  if (outOfOrder >= 0) problems.push(packageFinding("order-number-wrong", catalogue, `第 ${outOfOrder + 1} 条`));
  const seen = new Set<string>();
  for (const { archivalCode } of entries) {
    if (seen.has(archivalCode)) problems.push(packageFinding("archival-code-twice", catalogue, archivalCode));
    seen.add(archivalCode);
  }
  const stated = description.get("页数合计") ?? "";
  const pages = entries.reduce((sum, { fields }) => sum + (Number(fields.get("页数")) || 0), 0);
  if (/^\d+$/.test(stated) && Number(stated) !== pages)
    problems.push(packageFinding("page-sum-mismatch", file, `所记 ${stated}，目录 ${pages}`));
  return problems;
}
