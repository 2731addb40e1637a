// Lists of a filing year for signature: 归档移交清单, 不归档清单, 保管期限变更登记. All layouts are ours (待核对).
import { countCollectionYears, countExcludedYears, countTermChangeYears, type YearCount } from "#db/form-lists";
import { a4Landscape } from "#engine/paper/millimetre";
import type { FormBlock, FormColumn, FormDefinition, FormYear } from "./form-definition.ts";
import { collectionFields, gatherCollectionLists, gatherExcluded } from "./gather-collections.ts";
import { yearFields } from "./say-year.ts";
import { gatherTermChanges } from "./gather-term-changes.ts";

const shared = {
  kind: "item",
  scopes: ["year"],
  of: "item",
  unit: "行",
  isForInspector: false,
  layout: { mark: "D", note: "栏目和签字处为本程序所定；盖章处留 45 毫米空白，不印章。", isVerified: false },
} as const;
const margins = { top: 20, right: 20, bottom: 20, left: 20 };
const head: readonly FormBlock[] = [
  { kind: "title", text: "title" },
  { kind: "line", text: "scope", align: "left" },
  { kind: "table" },
  { kind: "gap", mm: 3 },
];
const center = (key: string, heading: string, widthMm: number, leastMm: number): FormColumn => ({
  ...{ key, heading, widthMm, leastMm },
  align: "center",
  fit: "wrap",
});
const left = (key: string, heading: string, widthMm: number, leastMm: number): FormColumn => ({
  ...center(key, heading, widthMm, leastMm),
  align: "left",
});
const serial: FormColumn = { ...center("serial", "序号", 11, 8), counts: "number" };

/** Counts of the same year from several lists, newest first. */
function addUp(...lists: readonly (readonly YearCount[])[]): FormYear[] {
  const years = Map.groupBy(lists.flat(), ({ year }) => year);
  return [...years]
    .map(([year, of]) => ({ year, count: of.reduce((sum, { count }) => sum + count, 0) }))
    .toSorted((one, other) => other.year - one.year);
}

export const collectionHandover: FormDefinition = {
  ...shared,
  id: "collection-handover",
  name: "归档移交清单",
  standard: "机关档案管理规定（归档移交手续）；栏目无统一格式",
  fields: collectionFields,
  texts: { title: { label: "标题", words: "归档移交清单" }, scope: { label: "表头一行", words: "{head}" } },
  paper: {
    kind: "document",
    size: a4Landscape,
    margins,
    columns: [
      serial,
      center("category", "门类", 24, 16),
      left("title", "材料名称", 80, 50),
      center("kind", "种类", 20, 12),
      { ...center("copies", "份数", 13, 10), counts: "number" },
      { ...center("pages", "页数", 14, 10), counts: "pages" },
      center("due", "应交日期", 20, 18),
      center("came", "移交日期", 20, 18),
      center("state", "情况", 15, 12),
      left("remark", "备注", 40, 30),
    ],
    body: [
      ...head,
      { kind: "paragraph", field: "total", sizePt: 10.5 },
      {
        kind: "signatures",
        sealMm: 45,
        columns: [
          [{ label: "移交单位（印章）：" }, { label: "移交人：" }, { label: "日期：" }],
          [{ label: "接收单位（印章）：" }, { label: "接收人：" }, { label: "日期：" }],
        ],
      },
    ],
  },
  gather: gatherCollectionLists,
  offerYears: (db, fondsId) => addUp(countCollectionYears(db, fondsId, false)),
};

export const excludedList: FormDefinition = {
  ...shared,
  id: "excluded-list",
  name: "不归档清单",
  standard: "归档范围以外材料的鉴别意见；栏目无统一格式",
  fields: collectionFields,
  texts: { title: { label: "标题", words: "不归档文件材料清单" }, scope: { label: "表头一行", words: "{head}" } },
  paper: {
    kind: "document",
    size: a4Landscape,
    margins,
    columns: [
      serial,
      center("category", "门类", 24, 16),
      left("title", "材料名称", 84, 50),
      left("source", "移交单位（责任者）", 40, 24),
      center("date", "形成日期", 20, 18),
      { ...center("pages", "页数", 14, 10), counts: "pages" },
      left("reason", "不归档理由", 46, 30),
      center("from", "出自", 18, 14),
    ],
    body: [
      ...head,
      { kind: "paragraph", field: "total", sizePt: 10.5 },
      {
        kind: "signatures",
        sealMm: 45,
        columns: [
          [{ label: "鉴别人：" }, { label: "日期：" }],
          [{ label: "审核人（单位印章）：" }, { label: "日期：" }],
        ],
      },
    ],
  },
  gather: gatherExcluded,
  offerYears: (db, fondsId) => addUp(countCollectionYears(db, fondsId, true), countExcludedYears(db, fondsId)),
};

export const termChanges: FormDefinition = {
  ...shared,
  id: "term-changes",
  name: "保管期限变更登记",
  standard: "关闭年度后更正保管期限的登记；栏目无统一格式",
  layout: {
    mark: "D",
    note: "按变更的年份列出关闭年度以后改过期限的件；关闭以前的改动在操作记录里。栏目为本程序所定。",
    isVerified: false,
  },
  fields: yearFields,
  texts: { title: { label: "标题", words: "保管期限变更登记表" }, scope: { label: "表头一行", words: "{head}" } },
  paper: {
    kind: "document",
    size: a4Landscape,
    margins,
    columns: [
      serial,
      center("day", "变更日期", 20, 18),
      left("title", "题名", 56, 50),
      center("year", "年度", 11, 11),
      center("before", "原期限", 14, 13),
      center("after", "现期限", 14, 13),
      { ...center("codeBefore", "原档号", 38, 34), fit: "code" },
      { ...center("codeAfter", "现档号", 38, 34), fit: "code", counts: "code" },
      left("reason", "变更理由", 39, 30),
      center("by", "经办人", 16, 14),
    ],
    body: [
      ...head,
      {
        kind: "signatures",
        sealMm: 45,
        columns: [
          [{ label: "登记人：" }, { label: "日期：" }],
          [{ label: "审批人（单位印章）：" }, { label: "日期：" }],
        ],
      },
    ],
  },
  gather: gatherTermChanges,
  offerYears: (db, fondsId) => addUp(countTermChangeYears(db, fondsId)),
};
