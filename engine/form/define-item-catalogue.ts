// 归档文件目录 with its cover: the example of how a form is written. Columns, order and landscape A4 are the standard's;
// the widths are ours and may be adjusted (DA/T 22-2015, 5.5 and Annex B).
import { a4Landscape } from "#engine/paper/millimetre";
import { catalogueColumns } from "./catalogue-columns.ts";
import type { FormDefinition } from "./form-definition.ts";
import { classFields, gatherClassSheets } from "./gather-classes.ts";

export const itemCatalogue: FormDefinition = {
  id: "item-catalogue",
  name: "归档文件目录",
  kind: "item",
  standard: "DA/T 22-2015 5.5、附录 B",
  layout: {
    mark: "S",
    note: "九栏与次序、A4 横向、封面五项见二手资料；栏宽和封面画法为本程序所定。",
    isVerified: false,
  },
  scopes: ["class"],
  of: "item",
  unit: "行",
  isForInspector: true,
  texts: {
    title: { label: "标题", words: "归档文件目录" },
    scope: { label: "表头一行", words: "{head}" },
    coverTitle: { label: "封面标题", words: "归档文件目录" },
    madeOn: { label: "封面日期", words: "{madeOn}制" },
    rule: { label: "封面附注", words: "档号规则 {codeRule}" },
  },
  fields: classFields,
  paper: {
    kind: "document",
    size: a4Landscape,
    margins: { top: 20, right: 20, bottom: 20, left: 20 },
    cover: [
      { kind: "gap", mm: 26 },
      { kind: "title", text: "coverTitle", sizePt: 36 },
      { kind: "gap", mm: 8 },
      {
        kind: "blanks",
        stepMm: 15.5,
        labelMm: 34,
        valueMm: 115,
        sizePt: 16,
        fields: [
          ["全宗号", "fondsCode"],
          ["全宗名称", "fondsName"],
          ["年度", "year"],
          ["保管期限", "retention"],
          ["机构（问题）", "matter"],
        ],
      },
      { kind: "gap", mm: 10 },
      { kind: "line", text: "madeOn", align: "center" },
      { kind: "line", text: "rule", align: "center" },
    ],
    columns: catalogueColumns,
    body: [{ kind: "title", text: "title" }, { kind: "line", text: "scope", align: "left" }, { kind: "table" }],
  },
  gather: gatherClassSheets,
};
