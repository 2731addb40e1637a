// 全宗卷: cover, list, 全宗介绍, 全宗沿革. The office writes its own passages as words of the form. Layouts are ours (待核对).
import { a4Portrait } from "#engine/paper/millimetre";
import type { FormColumn, FormDefinition } from "./form-definition.ts";
import { fondsFields, gatherFonds, gatherFondsFile, gatherHistory } from "./gather-fonds-file.ts";

const margins = { top: 22, right: 20, bottom: 20, left: 25 };
const shared = {
  kind: "fonds",
  scopes: ["fonds"],
  of: "item",
  fields: fondsFields,
  isForInspector: true,
  layout: { mark: "D", note: "没有见到全宗卷规范的原文；栏目和版面为本程序所定。", isVerified: false },
} as const;
const passage = (label: string, words = "") => ({ label, words, isPassage: true }) as const;
const column = (
  key: string,
  heading: string,
  widthMm: number,
  leastMm: number,
  align: "left" | "center",
): FormColumn => ({
  ...{ key, heading, widthMm, leastMm, align },
  fit: "wrap",
});
const serial: FormColumn = { ...column("serial", "序号", 12, 9, "center"), counts: "number" };

export const fondsCover: FormDefinition = {
  ...shared,
  id: "fonds-cover",
  name: "全宗卷封面",
  standard: "全宗卷规范（DA/T 12，待核对）",
  unit: "份",
  texts: { title: { label: "标题", words: "全宗卷" } },
  paper: {
    kind: "document",
    size: a4Portrait,
    margins: { ...margins, left: 20 },
    body: [
      { kind: "gap", mm: 45 },
      { kind: "title", text: "title", sizePt: 40 },
      { kind: "gap", mm: 30 },
      {
        kind: "blanks",
        stepMm: 19,
        labelMm: 34,
        valueMm: 105,
        sizePt: 16,
        fields: [
          ["全宗号", "fondsCode"],
          ["全宗名称", "fondsName"],
          ["卷号", "number"],
          ["档案年度", "span"],
          ["编制日期", "madeOn"],
        ],
      },
    ],
  },
  gather: gatherFonds,
};

export const fondsFileList: FormDefinition = {
  ...shared,
  id: "fonds-file-list",
  name: "全宗卷目录",
  standard: "全宗卷规范（DA/T 12，待核对）",
  layout: {
    mark: "D",
    note: "列出本程序已有内容、可以打印入卷的材料；卷内另有的纸质材料请手写补入。栏目为本程序所定。",
    isVerified: false,
  },
  unit: "行",
  isForInspector: false,
  texts: { title: { label: "标题", words: "全宗卷目录" }, scope: { label: "表头一行", words: "{head}" } },
  paper: {
    kind: "document",
    size: a4Portrait,
    margins,
    columns: [
      serial,
      column("kind", "类别", 24, 16, "center"),
      column("name", "材料名称", 62, 40, "left"),
      column("year", "年度", 16, 12, "center"),
      column("amount", "数量", 24, 16, "center"),
      column("remark", "备注", 27, 14, "left"),
    ],
    sizePt: 10,
    body: [{ kind: "title", text: "title" }, { kind: "line", text: "scope", align: "left" }, { kind: "table" }],
  },
  gather: gatherFondsFile,
};

export const fondsHistory: FormDefinition = {
  ...shared,
  id: "fonds-history",
  name: "全宗沿革",
  standard: "全宗卷规范（DA/T 12，待核对）",
  unit: "行",
  texts: {
    title: { label: "标题", words: "全宗沿革" },
    scope: { label: "表头一行", words: "{head}" },
    own: passage("沿革补充说明（本单位撰写）"),
  },
  paper: {
    kind: "document",
    size: a4Portrait,
    margins,
    columns: [
      serial,
      column("day", "日期", 34, 26, "center"),
      column("event", "事项", 69, 50, "left"),
      column("reason", "依据", 50, 40, "left"),
    ],
    sizePt: 10,
    body: [
      { kind: "title", text: "title" },
      { kind: "line", text: "scope", align: "left" },
      { kind: "table" },
      { kind: "gap", mm: 4 },
      { kind: "paragraph", field: "names", sizePt: 11 },
      { kind: "paragraph", field: "relatives", sizePt: 11 },
      { kind: "paragraph", field: "holdings", sizePt: 11 },
      { kind: "passage", text: "own", sizePt: 11 },
    ],
  },
  gather: gatherHistory,
};

export const fondsIntroduction: FormDefinition = {
  ...shared,
  id: "fonds-introduction",
  name: "全宗介绍",
  standard: "全宗卷规范（DA/T 12，待核对）",
  unit: "份",
  texts: {
    title: { label: "标题", words: "全宗介绍" },
    scope: { label: "标题下一行", words: "{head}" },
    origin: passage("立档单位沿革", "一、立档单位沿革\n{history}\n{names}{relatives}"),
    duties: passage("职能与内设机构（本单位撰写）"),
    holdings: passage("档案数量", "二、档案数量\n{holdings}"),
    contents: passage("档案内容与特点（本单位撰写）"),
    use: passage("整理、保管与利用（本单位撰写）"),
  },
  paper: {
    kind: "document",
    size: a4Portrait,
    margins,
    body: [
      { kind: "title", text: "title", sizePt: 22 },
      { kind: "line", text: "scope", align: "center" },
      { kind: "gap", mm: 4 },
      { kind: "passage", text: "origin" },
      { kind: "passage", text: "duties" },
      { kind: "passage", text: "holdings" },
      { kind: "passage", text: "contents" },
      { kind: "passage", text: "use" },
    ],
  },
  gather: gatherFonds,
};
