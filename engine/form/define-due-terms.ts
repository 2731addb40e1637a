// 到期鉴定清单: filed items whose term has ended by today, for the appraisal group (form 24; 条例 Art. 24). The list proposes
// nothing: what becomes of an item is the group's decision. The layout is ours (待核对).
import { archivalDate } from "#contract/archival-date";
import { expiryOf } from "#contract/expiry";
import type { FormScope } from "#contract/form-scope";
import { retentionLabel } from "#contract/retention";
import type { StartRule } from "#contract/start-rule";
import { listFixedTerms } from "#db/ending-terms";
import { getFonds } from "#db/fonds";
import type { ReadDb } from "#db/open";
import type { Desk } from "#engine/desk";
import { a4Landscape } from "#engine/paper/millimetre";
import type { FormColumn, FormDefinition, FormSheet } from "./form-definition.ts";
import { sayDay, sayHead } from "./say-fields.ts";

/** Where no line of the schedule says it: 文书 from the following year (待核对), 会计 by Order 79; of others nothing is guessed. */
const usualRules: Readonly<Record<string, StartRule>> = {
  WS: "following-year-start",
  KU: "first-day-after-fiscal-year",
};

function gatherDueTerms(db: ReadDb, scope: FormScope, desk: Desk): FormSheet[] {
  if (scope.by !== "fonds") return [];
  const fonds = getFonds(db, scope.fondsId);
  if (!fonds) return [];
  const today = desk.clock.now().slice(0, 10);
  const terms = listFixedTerms(db, scope.fondsId).map(({ item, startRule }) => {
    const dates = { year: item.year, documentDate: archivalDate.parse(item.documentDate) };
    const rule = startRule ?? usualRules[item.category] ?? "unknown";
    return { item, expiry: item.retention && expiryOf(item.retention, rule, dates) };
  });
  const unknown = terms.filter(({ expiry }) => expiry === null).length;
  const rows = terms.flatMap(({ item, expiry }) =>
    expiry && expiry !== "never" && item.retention && expiry.lastDay < today
      ? [[item, expiry, item.retention] as const]
      : [],
  );
  if (rows.length === 0) return [];
  const day = sayDay(today);
  return [
    {
      rows: rows.map(([item, { countsFrom, lastDay }, retention], at) => [
        String(at + 1),
        item.archivalCode,
        item.access === "restricted" ? item.neutralTitle : item.title,
        item.access === "restricted" ? "" : item.creator,
        String(item.year ?? ""),
        retentionLabel(retention),
        countsFrom.replaceAll("-", ""),
        lastDay.replaceAll("-", ""),
        String(item.pageCount),
        "",
      ]),
      fields: {
        fondsCode: fonds.code,
        fondsName: fonds.unit || fonds.name,
        madeOn: day,
        head: sayHead([
          ["全宗号", fonds.code],
          ["全宗名称", fonds.unit || fonds.name],
          ["制表日期", day],
        ]),
        total: `共 ${rows.length} 件保管期限已满。${unknown > 0 ? `另有 ${unknown} 件起算日期不明，没有列入，须逐件查明。` : ""}`,
      },
    },
  ];
}

const column = (
  key: string,
  heading: string,
  widthMm: number,
  leastMm: number,
  align: "left" | "center" = "center",
): FormColumn => ({ key, heading, widthMm, leastMm, align, fit: "wrap" });

export const dueTerms: FormDefinition = {
  id: "due-terms",
  name: "到期鉴定清单",
  kind: "statistics",
  standard: "档案法实施条例第二十四条：保管期限届满的定期鉴定；栏目无统一格式",
  layout: {
    mark: "D",
    note: "栏目为本程序所定；文书自形成次年起算待核对。清单只列到期，不提处置意见。",
    isVerified: false,
  },
  scopes: ["fonds"],
  of: "item",
  unit: "件",
  isForInspector: false,
  fields: ["fondsCode", "fondsName", "madeOn", "head", "total"],
  texts: {
    title: { label: "标题", words: "到期档案鉴定清单" },
    scope: { label: "表头一行", words: "{head}" },
  },
  paper: {
    kind: "document",
    size: a4Landscape,
    margins: { top: 20, right: 20, bottom: 20, left: 20 },
    columns: [
      { ...column("serial", "序号", 11, 8), counts: "number" },
      { ...column("archivalCode", "档号", 48, 40), fit: "code", counts: "code" },
      column("title", "题名", 67, 50, "left"),
      column("creator", "责任者", 32, 24, "left"),
      column("year", "年度", 12, 11),
      column("retention", "期限", 14, 12),
      column("countsFrom", "起算", 20, 18),
      column("lastDay", "期满", 20, 18),
      { ...column("pages", "页数", 12, 10), counts: "pages" },
      column("opinion", "鉴定意见", 21, 18),
    ],
    body: [
      { kind: "title", text: "title" },
      { kind: "line", text: "scope", align: "left" },
      { kind: "table" },
      { kind: "gap", mm: 3 },
      { kind: "paragraph", field: "total", sizePt: 10.5 },
      {
        kind: "signatures",
        sealMm: 45,
        columns: [
          [{ label: "鉴定小组成员：" }, { label: "日期：" }],
          [{ label: "负责人（单位印章）：" }, { label: "日期：" }],
        ],
      },
    ],
  },
  gather: gatherDueTerms,
};
