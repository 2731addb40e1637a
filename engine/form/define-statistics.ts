// 档案统计表 by 门类 and 保管期限, from the kept counts: 件, 卷, 页, 盒, 数字化, 电子文件 (form 24).
import type { FormScope } from "#contract/form-scope";
import { retentionLabel } from "#contract/retention";
import { countBoxesByClass, countVolumesByClass, listHoldingFigures } from "#db/form-figures";
import { getFonds } from "#db/fonds";
import type { ReadDb } from "#db/open";
import type { Desk } from "#engine/desk";
import { a4Portrait } from "#engine/paper/millimetre";
import type { FormColumn, FormDefinition, FormSheet } from "./form-definition.ts";
import { sayDay, sayHead } from "./say-fields.ts";

const number = (key: string, heading: string): FormColumn => ({
  key,
  heading,
  widthMm: 20,
  leastMm: 14,
  align: "center",
  fit: "wrap",
  counts: key === "pages" ? "pages" : "number",
});

function gatherStatistics(db: ReadDb, scope: FormScope, desk: Desk): FormSheet[] {
  if (scope.by !== "fonds" && scope.by !== "period") return [];
  const fonds = getFonds(db, scope.fondsId);
  const year = scope.by === "period" ? Number(scope.from.slice(0, 4)) : null;
  const figures = listHoldingFigures(db, scope.fondsId, year);
  if (!fonds || figures.length === 0) return [];
  const volumes = countVolumesByClass(db, scope.fondsId, year);
  const boxes = countBoxesByClass(db, scope.fondsId, year);
  const rows = figures.map(({ category, categoryName, retention, items, pages, digitised, digital }) => {
    const key = `${category}/${retention}`;
    return [
      categoryName,
      retentionLabel(retention),
      items,
      volumes.get(key) ?? 0,
      pages,
      boxes.get(key) ?? 0,
      digitised,
      digital,
    ].map(String);
  });
  const sum = (at: number): string => String(rows.reduce((all, row) => all + Number(row[at]), 0));
  const day = sayDay(desk.clock.now().slice(0, 10));
  return [
    {
      // 合计 stands below the table in words: a row of sums would be counted twice.
      rows,
      fields: {
        fondsCode: fonds.code,
        fondsName: fonds.unit || fonds.name,
        year: year === null ? "全部" : String(year),
        madeOn: day,
        head: sayHead([
          ["全宗号", fonds.code],
          ["全宗名称", fonds.unit || fonds.name],
          ["年度", year === null ? "全部" : String(year)],
          ["制表日期", day],
        ]),
        total: `合计：${sum(2)} 件，${sum(3)} 卷（组），${sum(4)} 页，${sum(5)} 盒；已数字化 ${sum(6)} 件，电子文件 ${sum(7)} 件。`,
      },
    },
  ];
}

export const holdingStatistics: FormDefinition = {
  id: "holding-statistics",
  name: "档案统计表",
  kind: "statistics",
  standard: "按门类和保管期限统计",
  layout: { mark: "D", note: "栏目为本程序所定；县区每年下发的统计报表以其格式为准。", isVerified: false },
  scopes: ["fonds", "period"],
  of: "item",
  unit: "行",
  isForInspector: true,
  fields: ["fondsCode", "fondsName", "year", "madeOn", "head", "total"],
  texts: {
    title: { label: "标题", words: "档案统计表" },
    scope: { label: "表头一行", words: "{head}" },
  },
  paper: {
    kind: "document",
    size: a4Portrait,
    margins: { top: 20, right: 15, bottom: 20, left: 20 },
    columns: [
      { key: "category", heading: "门类", widthMm: 31, leastMm: 20, align: "center", fit: "wrap" },
      { key: "retention", heading: "保管期限", widthMm: 22, leastMm: 18, align: "center", fit: "wrap" },
      number("items", "件"),
      number("volumes", "卷（组）"),
      number("pages", "页"),
      number("boxes", "盒"),
      number("digitised", "数字化件"),
      number("digital", "电子文件"),
    ],
    sizePt: 10,
    body: [
      { kind: "title", text: "title" },
      { kind: "line", text: "scope", align: "left" },
      { kind: "table" },
      { kind: "gap", mm: 3 },
      { kind: "paragraph", field: "total", sizePt: 10.5 },
    ],
  },
  gather: gatherStatistics,
};
