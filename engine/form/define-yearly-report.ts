// 社区档案工作年报: whatever lines and columns the office has; the table shipped with the program is ours (待核对).
import type { FormScope } from "#contract/form-scope";
import type { ReportTable } from "#contract/yearly-report";
import type { FondsId } from "#contract/fonds";
import { countHiddenItems } from "#db/hidden-rows";
import type { ReadDb } from "#db/open";
import { listHoldings } from "#db/statistics";
import type { Desk } from "#engine/desk";
import { a4Portrait } from "#engine/paper/millimetre";
import { countReport } from "./count-report.ts";
import type { FormColumn, FormDefinition, FormSheet, FormYear } from "./form-definition.ts";
import { fieldsOfYear, yearFields } from "./say-year.ts";
import { starterReport } from "./starter-report.ts";

const margins = { top: 20, right: 15, bottom: 20, left: 20 };
const roomMm = a4Portrait.widthMm - margins.left - margins.right;

/** 序号 指标 计量单位, then the columns of the table; numbers narrow, typed words as wide as there is room. */
function columnsOf({ columns }: ReportTable): FormColumn[] {
  const fixed: readonly FormColumn[] = [
    { key: "serial", heading: "序号", widthMm: 11, leastMm: 9, align: "center", fit: "wrap", counts: "number" },
    { key: "label", heading: "指标名称", widthMm: 50, leastMm: 36, align: "left", fit: "wrap" },
    { key: "unit", heading: "计量单位", widthMm: 20, leastMm: 14, align: "center", fit: "wrap" },
  ];
  const free = roomMm - fixed.reduce((sum, { widthMm }) => sum + widthMm, 0);
  const widthMm = Math.floor((free / columns.length) * 10) / 10;
  const own = columns.map(({ key, heading, span }): FormColumn => ({
    ...{ key: `own-${key}`, heading, widthMm, leastMm: 12, fit: "wrap", align: "center" },
    ...(span === "typed" ? {} : { counts: "number" as const }),
  }));
  return [...fixed, ...own];
}

function gatherReport(db: ReadDb, scope: FormScope, desk: Desk): FormSheet[] {
  if (scope.by !== "year") return [];
  const { table, isShipped, cells } = countReport(db, scope);
  const fields = fieldsOfYear(db, scope, table.lines.length, desk);
  if (!fields) return [];
  const rows = table.lines.map(({ label, unit }, at) => [
    String(at + 1),
    label,
    unit,
    ...(cells[at]?.values ?? []).map(({ value }) => value),
  ]);
  const hidden = countHiddenItems(db, scope.fondsId, scope.year);
  const notice = hidden > 0 ? `有 ${hidden} 件因打印人无权查看而没有计入。` : "";
  return [{ fields: { ...fields, notice }, rows, ...(isShipped ? {} : { columns: columnsOf(table) }) }];
}

/** Every year with something in the archive, newest first. */
function offerReportYears(db: ReadDb, fondsId: FondsId): FormYear[] {
  const held = listHoldings(db, { fondsId }).filter((row) => row.year > 0 && row.filed + row.drafts > 0);
  return [...Map.groupBy(held, ({ year }) => year)]
    .map(([year]) => ({ year, count: 1 }))
    .toSorted((one, other) => other.year - one.year);
}

export const yearlyReport: FormDefinition = {
  id: "yearly-report",
  name: "社区档案工作年报",
  kind: "statistics",
  standard: "县区档案主管部门每年下发的年报表",
  layout: {
    mark: "D",
    note: "行和列由本单位按当年下发的表改；自带的一套为本程序所定。能数的由本程序数，其余手填。按归属年度统计。",
    isVerified: false,
  },
  scopes: ["year"],
  of: "item",
  unit: "行",
  isForInspector: true,
  fields: [...yearFields, "notice"],
  texts: {
    title: { label: "标题", words: "{year}年社区档案工作年报" },
    scope: { label: "表头一行", words: "填报单位：{fondsName}　　全宗号：{fondsCode}　　填报日期：{madeOn}" },
  },
  paper: {
    kind: "document",
    size: a4Portrait,
    margins,
    columns: columnsOf(starterReport),
    sizePt: 9.5,
    leastRowMm: 7,
    body: [
      { kind: "title", text: "title" },
      { kind: "line", text: "scope", align: "left" },
      { kind: "table" },
      { kind: "gap", mm: 3 },
      { kind: "paragraph", field: "notice", sizePt: 10.5 },
      {
        kind: "signatures",
        sealMm: 45,
        columns: [
          [{ label: "填报单位（印章）：" }, { label: "填报日期：" }],
          [{ label: "单位负责人：" }, { label: "填表人：" }, { label: "联系电话：" }],
        ],
      },
    ],
  },
  gather: gatherReport,
  offerYears: offerReportYears,
};
