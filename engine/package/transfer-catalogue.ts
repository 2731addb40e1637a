import { printDate } from "#contract/archival-date";
import type { PackageContent } from "./package-content.ts";
import { plainLine, renderXml, xml } from "./render-xml.ts";

/** 目录文件.XML, elements in the order our sources give for DA/T 93-2022, annex B (待核对). */
export function renderTransferCatalogue({ items }: PackageContent): string {
  const entries = items.map((item, index) =>
    xml("文件", [
      xml("顺序号", index + 1),
      xml("档号", item.archivalCode),
      xml("责任者", item.creator),
      xml("题名", item.title),
      xml("日期", printDate(item.documentDate)),
      xml("保管期限", item.retention.label),
      xml("密级", item.security),
      xml("页数", item.pageCount),
      xml("备注", item.remark),
    ]),
  );
  return renderXml(xml("文件目录", entries));
}

/**
 * 说明文件.TXT: one `name：value` a line. The five required names first, then the wanted ones for carriers, then our own
 * totals; it says that the layout is second-hand and how many restricted items stayed out (P6).
 */
export function renderTransferDescription({
  fonds,
  category,
  year,
  items,
  excludedRestrictedCount,
  excludedPaperCount,
}: PackageContent): string {
  const pages = items.reduce((sum, item) => sum + item.pageCount, 0);
  const files = items.flatMap((item) => item.files);
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  const first = items[0]?.archivalCode ?? "";
  const last = items.at(-1)?.archivalCode ?? "";
  const lines: [name: string, value: string][] = [
    ["移交单位", fonds.unit || fonds.name],
    ["内容描述", `${fonds.name}${year}年度${category.name}档案，${items.length}件，${pages}页`],
    ["起止档号", `${first}至${last}`],
    ["档案数量", String(items.length)],
    ["软硬件环境", "任何能浏览图像、PDF 和网页的计算机，不需要专用软件"],
    ["离线载体参数", "未指定载体，以文件夹形式制作"],
    ["载体编号", "未编号"],
    ["载体数量", "未指定"],
    ["制作单位", fonds.unit || fonds.name],
    ["检查单位", "制作后由程序核对，尚待接收单位检查"],
    ["页数合计", String(pages)],
    ["电子文件数量", String(files.length)],
    ["电子文件字节数", String(bytes)],
    ["数字摘要算法", "SHA-256、SM3（见各件元数据）"],
    ["未列入的限制件", `${excludedRestrictedCount}件（含个人信息，按规定不入本包，由原单位另行保管）`],
    ["未列入的纸质件", `${excludedPaperCount}件（没有电子文件，纸质档案另行移交）`],
    ["编排依据", "DA/T 93-2022 附录B 按件移交的目录结构；本程序所据为间接资料，待核对正式文本"],
  ];
  return lines.map(([name, value]) => `${name}：${plainLine(value)}\n`).join("");
}
