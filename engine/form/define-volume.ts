// 案卷: cover, spine, 卷内目录, 卷内备考表, 案卷目录, 全引目录 (GB/T 11822-2008).
import { a4Landscape, a4Portrait } from "#engine/paper/millimetre";
import type { FormColumn, FormDefinition } from "./form-definition.ts";
import { gatherVolumeLists, gatherVolumes, volumeFields, volumeRow, wholeRows } from "./gather-volumes.ts";
import { spineLabel } from "./spine-label.ts";

/** 上 20, 下 15, 左 25, 右 15 mm (GB/T 9705-2008); the ruler needs 20 below. */
const margins = { top: 20, right: 15, bottom: 20, left: 25 };
const notVerified = { isVerified: false } as const;
const shared = { kind: "volume", of: "volume", fields: volumeFields, isForInspector: true } as const;

export const volumeCover: FormDefinition = {
  ...shared,
  id: "volume-cover",
  name: "案卷封面",
  standard: "GB/T 11822-2008",
  layout: { mark: "M", note: "六项凭记忆；位置为本程序所定。", ...notVerified },
  scopes: ["class", "volume"],
  unit: "份",
  texts: { head: { label: "封面标题", words: "案卷封面" } },
  paper: {
    kind: "document",
    size: a4Portrait,
    margins,
    body: [
      { kind: "gap", mm: 12 },
      { kind: "blanks", stepMm: 12, labelMm: 18, valueMm: 72, sizePt: 13, fields: [["档号", "archivalCode"]] },
      { kind: "gap", mm: 40 },
      { kind: "blanks", stepMm: 40, labelMm: 30, valueMm: 120, sizePt: 20, fields: [["案卷题名", "title"]] },
      { kind: "gap", mm: 28 },
      {
        kind: "blanks",
        stepMm: 19,
        labelMm: 30,
        valueMm: 100,
        sizePt: 16,
        fields: [
          ["立卷单位", "unit"],
          ["起止日期", "span"],
          ["保管期限", "retention"],
          ["密级", "securityLevel"],
        ],
      },
    ],
  },
  gather: gatherVolumes,
};

export const volumeSpine: FormDefinition = {
  ...shared,
  id: "volume-spine",
  name: "案卷脊背",
  standard: "GB/T 11822-2008",
  layout: { mark: "M", note: "三项凭记忆；脊宽按页数估算（每张 0.1 毫米），可用盒脊宽度。", ...notVerified },
  scopes: ["class", "volume"],
  unit: "份",
  texts: {},
  paper: {
    kind: "labels",
    gapMm: 6,
    label: ({ spineMm }, on) =>
      spineLabel(spineMm ?? 20, on, [
        { heading: "保管期限", field: "retention", share: 0 },
        { heading: "档号", field: "archivalCode", share: 0, isCode: true },
        { heading: "案卷题名", field: "title", share: 1 },
      ]),
    sample: { fields: {}, rows: [], spineMm: 20 },
  },
  gather: (db, scope) =>
    gatherVolumes(db, scope).map((sheet) => {
      const thick = Number(sheet.fields["pageSum"]) * 0.1;
      return { ...sheet, spineMm: [20, 30, 40].find((width) => thick <= width - 4) ?? 50 };
    }),
};

const insideColumns: readonly FormColumn[] = [
  { key: "serial", heading: "序号", widthMm: 11, leastMm: 8, align: "center", fit: "wrap", counts: "number" },
  { key: "number", heading: "文件编号", widthMm: 28, leastMm: 18, align: "left", fit: "wrap" },
  { key: "creator", heading: "责任者", widthMm: 27, leastMm: 18, align: "left", fit: "wrap" },
  { key: "title", heading: "文件题名", widthMm: 58, leastMm: 45, align: "left", fit: "wrap" },
  { key: "date", heading: "日期", widthMm: 19, leastMm: 17, align: "center", fit: "wrap" },
  { key: "pages", heading: "页数", widthMm: 12, leastMm: 9, align: "center", fit: "wrap", counts: "pages" },
  { key: "remark", heading: "备注", widthMm: 15, leastMm: 9, align: "left", fit: "wrap" },
];

export const volumeList: FormDefinition = {
  ...shared,
  id: "volume-list",
  name: "卷内目录",
  standard: "GB/T 11822-2008；会计 DA/T 39-2008 附录 A6",
  layout: { mark: "S", note: "前五栏见二手资料，页数、备注凭记忆；栏宽为本程序所定。", ...notVerified },
  scopes: ["class", "volume"],
  unit: "行",
  texts: { title: { label: "标题", words: "卷内目录" }, scope: { label: "表头一行", words: "{volumeHead}" } },
  paper: {
    kind: "document",
    size: a4Portrait,
    margins,
    columns: insideColumns,
    body: [
      { kind: "title", text: "title" },
      { kind: "line", text: "scope", align: "left", sizePt: 10.5 },
      { kind: "table" },
    ],
  },
  gather: (db, scope) => gatherVolumes(db, scope).filter((sheet) => sheet.rows.length > 0),
};

export const volumeNote: FormDefinition = {
  ...shared,
  id: "volume-note",
  name: "卷内备考表",
  standard: "GB/T 11822-2008；会计 DA/T 39-2008 附录 A7",
  layout: { mark: "M", note: "项目凭记忆；文字、图样、照片各几页由立卷人填写。", ...notVerified },
  scopes: ["class", "volume"],
  unit: "份",
  texts: {
    title: { label: "标题", words: "卷内备考表" },
    kinds: { label: "分项一行", words: "其中：文字材料　　　　页，图样材料　　　　页，照片　　　　张。" },
  },
  paper: {
    kind: "document",
    size: a4Portrait,
    margins,
    body: [
      { kind: "title", text: "title", sizePt: 22 },
      {
        kind: "grid",
        rows: [
          {
            heightMm: 13,
            cells: [
              { label: "档号", labelMm: 22, field: "archivalCode", valueMm: 66 },
              { label: "互见号", labelMm: 22, field: "seeAlso", valueMm: 0 },
            ],
          },
          { heightMm: 13, cells: [{ label: "件页数", labelMm: 22, field: "statement", valueMm: 0, align: "left" }] },
        ],
      },
      { kind: "gap", mm: 3 },
      { kind: "line", text: "kinds", align: "left", sizePt: 10.5 },
      { kind: "gap", mm: 2 },
      {
        kind: "grid",
        rows: [
          { heightMm: 120, cells: [{ label: "说明", labelMm: 22, field: "note", valueMm: 0, align: "left" }] },
          {
            heightMm: 14,
            cells: [
              { label: "立卷人", labelMm: 22, field: "compiledBy", valueMm: 58 },
              { label: "日期", labelMm: 22, field: "compiledOn", valueMm: 0 },
            ],
          },
          {
            heightMm: 14,
            cells: [
              { label: "检查人", labelMm: 22, field: "checkedBy", valueMm: 58 },
              { label: "日期", labelMm: 22, field: "checkedOn", valueMm: 0 },
            ],
          },
        ],
      },
    ],
  },
  gather: gatherVolumes,
};

const catalogueTexts = (title: string) => ({
  title: { label: "标题", words: title },
  scope: { label: "表头一行", words: "{head}" },
});

export const volumeCatalogue: FormDefinition = {
  ...shared,
  id: "volume-catalogue",
  name: "案卷目录",
  standard: "GB/T 11822-2008",
  layout: { mark: "M", note: "六栏凭记忆；栏宽为本程序所定。", ...notVerified },
  scopes: ["class"],
  unit: "行",
  fields: ["fondsCode", "fondsName", "category", "year", "retention", "matter", "head", "volumeCount"],
  texts: catalogueTexts("案卷目录"),
  paper: {
    kind: "document",
    size: a4Portrait,
    margins,
    columns: [
      { key: "serial", heading: "序号", widthMm: 12, leastMm: 8, align: "center", fit: "wrap", counts: "number" },
      { key: "code", heading: "档号", widthMm: 46, leastMm: 34, align: "center", fit: "code", counts: "code" },
      { key: "title", heading: "案卷题名", widthMm: 62, leastMm: 45, align: "left", fit: "wrap" },
      { key: "pages", heading: "总页数", widthMm: 15, leastMm: 12, align: "center", fit: "wrap", counts: "pages" },
      { key: "retention", heading: "保管期限", widthMm: 18, leastMm: 16, align: "center", fit: "wrap" },
      { key: "remark", heading: "备注", widthMm: 17, leastMm: 9, align: "left", fit: "wrap" },
    ],
    body: [{ kind: "title", text: "title" }, { kind: "line", text: "scope", align: "left" }, { kind: "table" }],
  },
  gather: (db, scope) => gatherVolumeLists(db, scope, volumeRow),
};

export const wholeCatalogue: FormDefinition = {
  ...shared,
  id: "whole-catalogue",
  name: "全引目录",
  standard: "案卷目录与卷内目录合编",
  layout: { mark: "D", note: "案卷目录与卷内目录合为一本：案卷一行，其下为卷内文件。", ...notVerified },
  scopes: ["class", "volume"],
  unit: "行",
  fields: ["fondsCode", "fondsName", "category", "year", "retention", "matter", "head", "volumeCount"],
  texts: catalogueTexts("全引目录"),
  paper: {
    kind: "document",
    size: a4Landscape,
    margins: { top: 20, right: 20, bottom: 20, left: 20 },
    columns: [
      { key: "code", heading: "档号", widthMm: 46, leastMm: 34, align: "center", fit: "code", counts: "code" },
      { key: "serial", heading: "序号", widthMm: 11, leastMm: 8, align: "center", fit: "wrap", counts: "number" },
      { key: "number", heading: "文件编号", widthMm: 34, leastMm: 18, align: "left", fit: "wrap" },
      { key: "creator", heading: "责任者", widthMm: 34, leastMm: 18, align: "left", fit: "wrap" },
      { key: "title", heading: "题名", widthMm: 78, leastMm: 50, align: "left", fit: "wrap" },
      { key: "date", heading: "日期", widthMm: 21, leastMm: 17, align: "center", fit: "wrap" },
      { key: "pages", heading: "页数", widthMm: 12, leastMm: 9, align: "center", fit: "wrap", counts: "pages" },
      { key: "remark", heading: "备注", widthMm: 21, leastMm: 9, align: "left", fit: "wrap" },
    ],
    body: [{ kind: "title", text: "title" }, { kind: "line", text: "scope", align: "left" }, { kind: "table" }],
  },
  gather: (db, scope) => gatherVolumeLists(db, scope, wholeRows(db)),
};
