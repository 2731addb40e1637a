// 修复登记: damages in the order in which they were found, with what was done. A restricted item shows its neutral title and
// no remark (personal-data P6); the 档号 is that of the day of the entry, so that the row stays when the item is gone.
import type { FormScope } from "#contract/form-scope";
import { listDamageMonths } from "#db/form-months";
import { listDamagesOf } from "#db/form-registers";
import { getFonds } from "#db/fonds";
import type { ReadDb } from "#db/open";
import { rowOf } from "#engine/catalogue/gather-sheets";
import { a4Landscape } from "#engine/paper/millimetre";
import type { FormDefinition, FormSheet } from "./form-definition.ts";
import { sayDay, sayHead } from "./say-fields.ts";

const plain = (day: string): string => day.replaceAll("-", "");

function gatherRepairs(db: ReadDb, scope: FormScope): FormSheet[] {
  if (scope.by !== "period" && scope.by !== "fonds") return [];
  const fonds = getFonds(db, scope.fondsId);
  const found = listDamagesOf(db, scope.fondsId, scope.by === "period" ? scope : undefined);
  if (!fonds || found.length === 0) return [];
  const rows = found.map(({ damage, item }, at) => [
    String(at + 1),
    damage.archivalCode || (item?.archivalCode ?? ""),
    item ? rowOf(item, at + 1).title : "",
    [damage.kind, damage.extent].filter(Boolean).join("："),
    plain(damage.foundOn),
    damage.foundBy,
    damage.measure,
    plain(damage.repairedOn),
    damage.repairedBy,
    item?.access === "restricted" ? "" : damage.remark,
  ]);
  const [first, last] = [found[0]?.damage.foundOn ?? "", found.at(-1)?.damage.foundOn ?? ""];
  const known = {
    fondsCode: fonds.code,
    fondsName: fonds.unit || fonds.name,
    span: [...new Set([sayDay(first), sayDay(last)])].join(" 至 "),
    count: String(rows.length),
    openCount: String(found.filter(({ damage }) => damage.repairedOn === "").length),
  };
  const head = sayHead([
    ["全宗号", known.fondsCode],
    ["全宗名称", known.fondsName],
    ["发现日期", known.span],
    ["未修复", `${known.openCount} 件次`],
  ]);
  return [{ rows, fields: { ...known, head } }];
}

/** 修复登记 of what was found in a month, in a year, or ever. */
export const repairRegister: FormDefinition = {
  id: "repair-register",
  name: "修复登记",
  kind: "custody",
  standard: "档案保护",
  layout: { mark: "D", note: "栏目和版面为本程序所定，没有见到国家标准的格式。", isVerified: false },
  scopes: ["fonds", "period"],
  of: "item",
  unit: "行",
  isForInspector: false,
  fields: ["fondsCode", "fondsName", "span", "count", "openCount", "head"],
  texts: { title: { label: "标题", words: "档案破损与修复登记" }, scope: { label: "表头一行", words: "{head}" } },
  paper: {
    kind: "document",
    size: a4Landscape,
    margins: { top: 20, right: 20, bottom: 20, left: 20 },
    columns: [
      { key: "serial", heading: "序号", widthMm: 11, leastMm: 9, align: "center", fit: "wrap", counts: "number" },
      { key: "code", heading: "档号", widthMm: 46, leastMm: 36, align: "center", fit: "code", counts: "code" },
      { key: "title", heading: "题名", widthMm: 52, leastMm: 40, align: "left", fit: "wrap" },
      { key: "damage", heading: "破损情况", widthMm: 38, leastMm: 24, align: "left", fit: "wrap" },
      { key: "found", heading: "发现日期", widthMm: 19, leastMm: 18, align: "center", fit: "wrap" },
      { key: "finder", heading: "发现人", widthMm: 15, leastMm: 13, align: "center", fit: "wrap" },
      { key: "measure", heading: "修复措施", widthMm: 28, leastMm: 20, align: "left", fit: "wrap" },
      { key: "repaired", heading: "修复日期", widthMm: 19, leastMm: 18, align: "center", fit: "wrap" },
      { key: "repairer", heading: "修复人", widthMm: 15, leastMm: 13, align: "center", fit: "wrap" },
      { key: "remark", heading: "备注", widthMm: 14, leastMm: 10, align: "left", fit: "wrap" },
    ],
    body: [{ kind: "title", text: "title" }, { kind: "line", text: "scope", align: "left" }, { kind: "table" }],
  },
  gather: gatherRepairs,
  offerMonths: listDamageMonths,
};
