// The nine columns of 归档文件目录 in the order of DA/T 22-2015 Annex B. Order is the standard's; the widths are ours,
// the least ones are what the longest usual value needs at the body size (待核对).
import type { FormColumn } from "./form-definition.ts";

export const catalogueColumns: readonly FormColumn[] = [
  { key: "serial", heading: "序号", widthMm: 10, leastMm: 8, align: "center", fit: "wrap", counts: "number" },
  { key: "code", heading: "档号", widthMm: 48, leastMm: 36, align: "center", fit: "code", counts: "code" },
  { key: "number", heading: "文号", widthMm: 34, leastMm: 20, align: "left", fit: "wrap" },
  { key: "creator", heading: "责任者", widthMm: 34, leastMm: 20, align: "left", fit: "wrap" },
  { key: "title", heading: "题名", widthMm: 73, leastMm: 50, align: "left", fit: "wrap" },
  { key: "date", heading: "日期", widthMm: 20, leastMm: 18, align: "center", fit: "wrap" },
  { key: "level", heading: "密级", widthMm: 12, leastMm: 10, align: "center", fit: "wrap" },
  { key: "pages", heading: "页数", widthMm: 11, leastMm: 10, align: "center", fit: "wrap", counts: "pages" },
  { key: "remark", heading: "备注", widthMm: 15, leastMm: 10, align: "left", fit: "wrap" },
];
