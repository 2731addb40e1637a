// 档案盒: cover, spine, 备考表, 盒内目录 (DA/T 22-2015, 6.4 and Annexes D, E).
import { a4Landscape, a4Portrait } from "#engine/paper/millimetre";
import { catalogueColumns } from "./catalogue-columns.ts";
import type { FormDefinition } from "./form-definition.ts";
import { boxFields, gatherBoxes } from "./gather-boxes.ts";
import { spineLabel } from "./spine-label.ts";
import type { SpineField } from "./spine-label.ts";

const margins = { top: 20, right: 20, bottom: 20, left: 20 };
const shared = {
  kind: "box",
  scopes: ["class", "box"],
  of: "box",
  fields: boxFields,
  isForInspector: true,
  gather: gatherBoxes,
} as const;

export const boxCover: FormDefinition = {
  ...shared,
  id: "box-cover",
  name: "档案盒封面",
  standard: "DA/T 22-2015 6.4、附录 D",
  layout: { mark: "S", note: "310 × 220 毫米、全宗名称下加双线见二手资料；位置为本程序所定。", isVerified: false },
  unit: "盒",
  texts: { name: { label: "封面文字", words: "{fondsName}" } },
  paper: {
    kind: "document",
    size: { widthMm: 220, heightMm: 310 },
    margins: { ...margins, top: 70 },
    body: [
      { kind: "title", text: "name", sizePt: 30 },
      { kind: "rule", lines: 2 },
    ],
  },
};

const boxSpineFields: readonly SpineField[] = [
  { heading: "全宗号", field: "fondsCode", share: 0 },
  { heading: "年度", field: "year", share: 0 },
  { heading: "保管期限", field: "retention", share: 0 },
  { heading: "机构（问题）", field: "matter", share: 1 },
  { heading: "起止件号", field: "firstNumber", second: "lastNumber", share: 0 },
  { heading: "盒号", field: "boxNumber", share: 0 },
];

export const boxSpine: FormDefinition = {
  ...shared,
  id: "box-spine",
  name: "档案盒盒脊",
  standard: "DA/T 22-2015 6.4、附录 D",
  layout: {
    mark: "S",
    note: "项目与次序、脊宽 20/30/40/50 毫米见二手资料；格高为本程序所定。A3 为全高 310 毫米，A4 为 270 毫米，贴在脊中。",
    isVerified: false,
  },
  unit: "盒",
  texts: {},
  paper: {
    kind: "labels",
    gapMm: 6,
    label: (sheet, on) => spineLabel(sheet.spineMm ?? 30, on, boxSpineFields),
    sample: { fields: {}, rows: [], spineMm: 30 },
  },
};

export const boxNote: FormDefinition = {
  ...shared,
  id: "box-note",
  name: "备考表（盒）",
  standard: "DA/T 22-2015 6.4、附录 E",
  layout: { mark: "S", note: "五项见二手资料；格高为本程序所定。", isVerified: false },
  unit: "份",
  texts: { title: { label: "标题", words: "备考表" }, scope: { label: "表头一行", words: "{boxHead}" } },
  paper: {
    kind: "document",
    size: a4Portrait,
    margins: { ...margins, left: 25 },
    body: [
      { kind: "title", text: "title", sizePt: 22 },
      { kind: "line", text: "scope", align: "left" },
      {
        kind: "grid",
        rows: [
          {
            heightMm: 160,
            cells: [{ label: "盒内文件情况说明", labelMm: 32, field: "note", valueMm: 0, align: "left" }],
          },
          {
            heightMm: 14,
            cells: [
              { label: "整理人", labelMm: 32, field: "arrangedBy", valueMm: 50 },
              { label: "整理日期", labelMm: 32, field: "arrangedOn", valueMm: 0 },
            ],
          },
          {
            heightMm: 14,
            cells: [
              { label: "检查人", labelMm: 32, field: "checkedBy", valueMm: 50 },
              { label: "检查日期", labelMm: 32, field: "checkedOn", valueMm: 0 },
            ],
          },
        ],
      },
    ],
  },
};

export const boxList: FormDefinition = {
  ...shared,
  id: "box-list",
  name: "盒内目录",
  standard: "DA/T 22-2015 5.5（按盒）",
  layout: {
    mark: "D",
    note: "栏目同归档文件目录，按盒分列；旧档案盒内常见，非 DA/T 22-2015 必备。",
    isVerified: false,
  },
  unit: "行",
  texts: { title: { label: "标题", words: "盒内文件目录" }, scope: { label: "表头一行", words: "{boxHead}" } },
  paper: {
    kind: "document",
    size: a4Landscape,
    margins,
    columns: catalogueColumns,
    body: [{ kind: "title", text: "title" }, { kind: "line", text: "scope", align: "left" }, { kind: "table" }],
  },
  gather: (db, scope) => gatherBoxes(db, scope).filter((sheet) => sheet.rows.length > 0),
};
