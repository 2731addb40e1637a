// 电子文件归档登记表 (GB/T 18894-2016, A.1) and 电子档案移交与接收登记表 (电子档案移交与接收办法, 2012). Results of checks and all
// signatures are written by hand: the program states what it counted and nothing it did not see.
import type { FormScope } from "#contract/form-scope";
import { sumElectronic } from "#db/form-figures";
import { getCategory, getFonds } from "#db/fonds";
import type { ReadDb } from "#db/open";
import type { Desk } from "#engine/desk";
import { a4Portrait } from "#engine/paper/millimetre";
import type { FormDefinition, FormSheet, GridRow } from "./form-definition.ts";
import { sayDay } from "./say-fields.ts";

const margins = { top: 20, right: 20, bottom: 20, left: 25 };

/** What the archive counted of one 门类 of one year. */
function gatherElectronic(db: ReadDb, scope: FormScope, desk: Desk): FormSheet[] {
  if (scope.by !== "class") return [];
  const fonds = getFonds(db, scope.fondsId);
  const { items, volumes, files, milliseconds, bytes } = sumElectronic(db, scope.fondsId, scope.category, scope.year);
  if (!fonds || items === 0) return [];
  const category = getCategory(db, scope.category)?.name ?? scope.category;
  const unit = fonds.unit || fonds.name;
  const minutes = Math.ceil(milliseconds / 60_000);
  return [
    {
      rows: [],
      fields: {
        unit,
        category: `${category}（${scope.category}）`,
        year: String(scope.year),
        madeOn: sayDay(desk.clock.now().slice(0, 10)),
        amount: `${volumes} 卷　${items} 件　${files} 张（个）　${minutes} 分钟　${bytes} 字节`,
        way: "□ 在线　　□ 离线",
        workName: `${unit} ${scope.year} 年度${category}类电子档案移交`,
        content: `${scope.year} 年度${category}类电子档案及其元数据`,
        count: `${volumes} 卷　${items} 件`,
        size: `${(bytes / 1e9).toFixed(3)} GB`,
        blank: "",
      },
    },
  ];
}

const fields = ["unit", "category", "year", "madeOn", "amount", "workName", "content", "count", "size"] as const;
const shared = {
  kind: "electronic",
  scopes: ["class"],
  of: "item",
  unit: "份",
  isForInspector: true,
  gather: gatherElectronic,
} as const;

const wide = (label: string, field: string, heightMm = 10): GridRow => ({
  heightMm,
  cells: [{ label, labelMm: 45, field, valueMm: 0, align: "left" }],
});
const check = (label: string): GridRow => ({
  heightMm: 11,
  cells: [{ label, labelMm: 104, field: "blank", valueMm: 0 }],
});

export const electronicFiling: FormDefinition = {
  ...shared,
  id: "electronic-filing",
  name: "电子文件归档登记表",
  standard: "GB/T 18894-2016 附录 A.1",
  layout: { mark: "S", note: "项目见二手资料；格高为本程序所定，签章处留 45 毫米空白，不印章。", isVerified: false },
  fields,
  texts: {
    title: { label: "标题", words: "电子文件归档登记表" },
    results: { label: "检验一行", words: "检验项目与检验结果" },
  },
  paper: {
    kind: "document",
    size: a4Portrait,
    margins,
    body: [
      { kind: "title", text: "title" },
      {
        kind: "grid",
        rows: [
          wide("单位名称", "unit"),
          wide("归档时间", "blank"),
          wide("归档电子文件门类", "category"),
          wide("归档电子文件数量", "amount", 12),
          wide("归档方式", "way"),
        ],
      },
      { kind: "gap", mm: 2 },
      { kind: "line", text: "results", align: "left", sizePt: 10.5 },
      {
        kind: "grid",
        rows: [
          "载体外观检验",
          "病毒检验",
          "真实性检验",
          "可靠性检验",
          "完整性检验",
          "可用性检验",
          "技术方法与相关软件说明、登记表、软件、说明资料检验",
        ].map(check),
      },
      { kind: "gap", mm: 4 },
      {
        kind: "signatures",
        sealMm: 45,
        columns: [
          [{ label: "电子文件形成与办理部门（签章）：" }, { label: "日期：" }],
          [{ label: "档案部门（签章）：" }, { label: "日期：" }],
        ],
      },
    ],
  },
};

const twoParties = (label: string, heightMm = 10): GridRow => ({
  heightMm,
  cells: [
    { label, labelMm: 45, field: "blank", valueMm: 60 },
    { field: "blank", valueMm: 0 },
  ],
});

export const electronicHandover: FormDefinition = {
  ...shared,
  id: "electronic-handover",
  name: "电子档案移交与接收登记表",
  standard: "《电子档案移交与接收办法》（档发〔2012〕7号）",
  layout: {
    mark: "S",
    note: "项目见二手资料；2012 年办法是否仍有效未查明；单位（印章）处留 45 毫米空白，不印章。",
    isVerified: false,
  },
  fields,
  texts: { title: { label: "标题", words: "电子档案移交与接收登记表" } },
  paper: {
    kind: "document",
    size: a4Portrait,
    margins,
    body: [
      { kind: "title", text: "title" },
      {
        kind: "grid",
        rows: [
          wide("交接工作名称", "workName", 11),
          wide("内容描述", "content", 14),
          wide("移交电子档案数量", "count"),
          wide("移交数据量", "size"),
          wide("载体起止顺序号", "blank"),
          wide("移交载体类型、规格", "blank"),
        ],
      },
      {
        kind: "grid",
        rows: [
          {
            heightMm: 9,
            cells: [
              { label: "检验内容", labelMm: 45 },
              { label: "移交单位", labelMm: 60 },
              { label: "接收单位", labelMm: 0 },
            ],
          },
          ...["准确性检验", "完整性检验", "可用性检验", "安全性检验", "载体外观检验"].map((label) => twoParties(label)),
          twoParties("填表人（签名）及日期", 12),
          twoParties("审核人（签名）及日期", 12),
          twoParties("单位（印章）及日期", 45),
        ],
      },
    ],
  },
};
