// The columns of 目录.xlsx and 目录.csv, in words a person reads; a restricted item says its 档号 and neutral title only (P6).
import { accessClassLabel } from "#contract/access";
import { carrierLabel, holdingLabel } from "#contract/place-of-item";
import { retentionLabel } from "#contract/retention";
import type { FormerCode } from "#db/former-code";
import type { ExportRecord } from "#db/open-export-rows";

export const exportHeadings = [
  ...["全宗号", "全宗名称", "门类", "档号", "原档号", "年度", "保管期限", "机构（问题）", "件号", "题名", "责任者"],
  ...["文号", "日期", "密级", "页数", "盒号", "案卷号", "载体", "所在", "开放标识", "状态", "备注", "文件夹"],
] as const;
/** Says in which cells of a CSV row an apostrophe was put before the text; an import takes it away there and nowhere else. */
export const apostropheHeading = "前加撇号的列";

const stateLabel = { draft: "整理中", filed: "已归档", excluded: "不归档" } as const;

/** What a restricted item without a neutral title is called. */
export const restrictedTitle = "限制件";

/** One item as text cells, in the order of the headings. */
export function exportRow(record: ExportRecord, former: readonly FormerCode[], folder: string): string[] {
  const { item } = record;
  const isRestricted = item.access === "restricted";
  const hidden = (text: string): string => (isRestricted ? "" : text);
  return [
    record.fondsCode,
    record.fondsName,
    item.category,
    item.archivalCode,
    former.map(({ archivalCode }) => archivalCode).join("；"),
    item.year === null ? "" : String(item.year),
    item.retention === null ? "" : retentionLabel(item.retention),
    record.matterName ?? "",
    item.itemNumber === null ? "" : String(item.itemNumber),
    isRestricted ? item.neutralTitle || restrictedTitle : item.title,
    hidden(item.creator),
    hidden(item.documentNumber),
    hidden(item.documentDate),
    item.securityLevel,
    String(item.pageCount),
    record.boxNumber === null ? "" : String(record.boxNumber),
    record.volumeCode ?? "",
    carrierLabel[item.carrier],
    holdingLabel[item.holding],
    accessClassLabel[item.access],
    stateLabel[item.state],
    hidden(item.remark),
    folder,
  ];
}
