// 会计档案: 案卷目录, 凭证盒封面 and 盒脊, 移交清册 (DA/T 39-2008; 会计档案管理办法, Order 79).
import { a4Landscape } from "#engine/paper/millimetre";
import type { FormDefinition } from "./form-definition.ts";
import { accountingRow, gatherVolumeLists, gatherVolumes, handoverRow, volumeFields } from "./gather-volumes.ts";
import { spineLabel } from "./spine-label.ts";

const margins = { top: 20, right: 20, bottom: 20, left: 20 };
const listFields = [
  "fondsCode",
  "fondsName",
  "category",
  "year",
  "retention",
  "matter",
  "head",
  "volumeCount",
  "unit",
] as const;
const shared = { kind: "accounting", of: "volume", categories: ["KU"], isForInspector: true } as const;

export const accountingCatalogue: FormDefinition = {
  ...shared,
  id: "accounting-catalogue",
  name: "会计档案案卷目录",
  standard: "DA/T 39-2008 附录 A5",
  layout: { mark: "M", note: "凭证、账簿、报表分列见二手资料；栏目仿移交清册，凭记忆。", isVerified: false },
  scopes: ["class"],
  unit: "行",
  fields: listFields,
  texts: { title: { label: "标题", words: "会计档案案卷目录" }, scope: { label: "表头一行", words: "{head}" } },
  paper: {
    kind: "document",
    size: a4Landscape,
    margins,
    columns: [
      { key: "serial", heading: "序号", widthMm: 14, leastMm: 8, align: "center", fit: "wrap", counts: "number" },
      { key: "class", heading: "类别", widthMm: 26, leastMm: 16, align: "center", fit: "wrap" },
      { key: "title", heading: "案卷题名", widthMm: 90, leastMm: 50, align: "left", fit: "wrap" },
      { key: "span", heading: "起止日期", widthMm: 38, leastMm: 20, align: "center", fit: "wrap" },
      { key: "vouchers", heading: "凭证起止号", widthMm: 32, leastMm: 18, align: "center", fit: "wrap" },
      { key: "pages", heading: "张数", widthMm: 16, leastMm: 10, align: "center", fit: "wrap", counts: "pages" },
      { key: "retention", heading: "保管期限", widthMm: 20, leastMm: 16, align: "center", fit: "wrap" },
      { key: "remark", heading: "备注", widthMm: 21, leastMm: 10, align: "left", fit: "wrap" },
    ],
    body: [{ kind: "title", text: "title" }, { kind: "line", text: "scope", align: "left" }, { kind: "table" }],
  },
  gather: (db, scope) => gatherVolumeLists(db, scope, accountingRow),
};

export const voucherCover: FormDefinition = {
  ...shared,
  id: "voucher-cover",
  name: "会计凭证盒封面",
  standard: "DA/T 39-2008 附录 A2",
  layout: { mark: "S", note: "七项见二手资料；位置为本程序所定。", isVerified: false },
  scopes: ["class", "volume"],
  unit: "份",
  fields: volumeFields,
  texts: { name: { label: "封面文字", words: "{fondsName}" }, title: { label: "凭证名称", words: "{title}" } },
  paper: {
    kind: "document",
    size: a4Landscape,
    margins,
    body: [
      { kind: "gap", mm: 14 },
      { kind: "title", text: "name", sizePt: 26 },
      { kind: "rule", lines: 2 },
      { kind: "gap", mm: 8 },
      {
        kind: "blanks",
        stepMm: 18,
        labelMm: 42,
        valueMm: 130,
        sizePt: 16,
        fields: [
          ["凭证名称", "title"],
          ["凭证起止号", "voucherSpan"],
          ["起止日期", "span"],
          ["全宗号", "fondsCode"],
          ["目录号", "matterCode"],
          ["案卷号", "volumeNumber"],
        ],
      },
    ],
  },
  gather: gatherVolumes,
};

export const voucherSpine: FormDefinition = {
  ...shared,
  id: "voucher-spine",
  name: "会计凭证盒盒脊",
  standard: "DA/T 39-2008 附录 A2、A3",
  layout: {
    mark: "S",
    note: "六项见二手资料；目录号取类别代码，月份取起止日期；格高为本程序所定。",
    isVerified: false,
  },
  scopes: ["class", "volume"],
  unit: "份",
  fields: volumeFields,
  texts: {},
  paper: {
    kind: "labels",
    gapMm: 6,
    label: ({ spineMm }) => ({
      ...spineLabel(spineMm ?? 30, "A4", [
        { heading: "全宗号", field: "fondsCode", share: 0 },
        { heading: "目录号", field: "matterCode", share: 0 },
        { heading: "年度", field: "year", share: 0 },
        { heading: "月份", field: "month", share: 0 },
        { heading: "案卷号", field: "volumeNumber", share: 0 },
        { heading: "保管期限", field: "retention", share: 0 },
      ]),
      heightMm: 156,
    }),
    sample: { fields: {}, rows: [], spineMm: 30 },
  },
  gather: gatherVolumes,
};

export const accountingHandover: FormDefinition = {
  ...shared,
  id: "accounting-handover",
  name: "会计档案移交清册",
  standard: "会计档案管理办法（令第 79 号）；DA/T 39-2008",
  layout: { mark: "S", note: "九栏见二手资料；签章处为本程序所定，留 45 毫米空白，不印章。", isVerified: false },
  scopes: ["class"],
  unit: "行",
  fields: listFields,
  texts: {
    title: { label: "标题", words: "会计档案移交清册" },
    scope: { label: "表头一行", words: "移交单位：{unit}　　{head}" },
  },
  paper: {
    kind: "document",
    size: a4Landscape,
    margins,
    columns: [
      { key: "serial", heading: "顺序号", widthMm: 15, leastMm: 12, align: "center", fit: "wrap", counts: "number" },
      { key: "title", heading: "案卷题名", widthMm: 81, leastMm: 50, align: "left", fit: "wrap" },
      { key: "class", heading: "类别", widthMm: 22, leastMm: 14, align: "center", fit: "wrap" },
      { key: "span", heading: "起止日期", widthMm: 38, leastMm: 20, align: "center", fit: "wrap" },
      { key: "vouchers", heading: "凭证编号", widthMm: 28, leastMm: 18, align: "center", fit: "wrap" },
      { key: "pages", heading: "卷内张数", widthMm: 18, leastMm: 12, align: "center", fit: "wrap", counts: "pages" },
      { key: "retention", heading: "保管期限", widthMm: 18, leastMm: 16, align: "center", fit: "wrap" },
      { key: "run", heading: "已保管期限", widthMm: 21, leastMm: 16, align: "center", fit: "wrap" },
      { key: "remark", heading: "备注", widthMm: 16, leastMm: 10, align: "left", fit: "wrap" },
    ],
    body: [
      { kind: "title", text: "title" },
      { kind: "line", text: "scope", align: "left" },
      { kind: "table" },
      { kind: "gap", mm: 4 },
      {
        kind: "signatures",
        sealMm: 45,
        columns: [
          [{ label: "移交单位（印章）：" }, { label: "移交人：" }, { label: "日期：" }],
          [{ label: "接收单位（印章）：" }, { label: "接收人：" }, { label: "日期：" }],
          [{ label: "监交人：" }, { label: "日期：" }],
        ],
      },
    ],
  },
  gather: (db, scope, desk) => gatherVolumeLists(db, scope, handoverRow(desk.clock.now())),
};
