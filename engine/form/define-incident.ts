// 个人信息安全事件登记表: what happened, what was done, who was told and when (PIPL 57; personal-data P16).
import type { FormScope } from "#contract/form-scope";
import { incidentKindLabel } from "#contract/incident";
import { getIncident, listAllIncidents } from "#db/incident";
import type { ReadDb } from "#db/open";
import { a4Portrait } from "#engine/paper/millimetre";
import type { FormDefinition, FormSheet } from "./form-definition.ts";
import { pairOf, wideOf } from "./ruled-rows.ts";
import { sayDay } from "./say-fields.ts";

function gatherIncident(db: ReadDb, scope: FormScope): FormSheet[] {
  const incident = scope.by === "record" ? getIncident(db, scope.recordId) : undefined;
  if (!incident) return [];
  const { facts } = incident;
  const told = facts.told.map(({ whom, on, how }, at) => [String(at + 1), whom, on.replaceAll("-", ""), how]);
  // A list without a row is not printed; that nobody was told is worth a line of its own.
  const rows = told.length > 0 ? told : [["", "尚未告知或者报告", "", ""]];
  const fields = {
    entryNumber: `${incident.year} 年第 ${incident.number} 号`,
    kind: incidentKindLabel[incident.kind],
    happenedOn: sayDay(incident.happenedOn) || "不详",
    foundOn: sayDay(incident.foundOn),
    enteredOn: sayDay(incident.enteredAt.slice(0, 10)),
    data: facts.data,
    people: facts.people,
    course: facts.course,
    harm: facts.harm,
    measures: facts.measures,
    untold: facts.untold,
    state: incident.state === "closed" ? "已办结" : "处理中",
  };
  return [{ fields, rows }];
}

/** One incident. The days it happened, was found and was entered stand apart. */
export const incidentSheet: FormDefinition = {
  id: "incident",
  name: "个人信息安全事件登记表",
  kind: "personal",
  standard: "《个人信息保护法》第五十七条",
  layout: { mark: "D", note: "栏目按第五十七条，版面为本程序所定；签章处留 40 毫米空白，不印章。", isVerified: false },
  scopes: ["record"],
  of: "item",
  unit: "行",
  isForInspector: false,
  fields: ["entryNumber", "state"],
  texts: {
    title: { label: "标题", words: "个人信息安全事件登记表" },
    scope: { label: "表头一行", words: "编号：{entryNumber}　　{state}" },
    told: { label: "告知一行", words: "告知和报告情况" },
  },
  paper: {
    kind: "document",
    size: a4Portrait,
    margins: { top: 20, right: 20, bottom: 20, left: 25 },
    columns: [
      { key: "serial", heading: "序号", widthMm: 14, leastMm: 9, align: "center", fit: "wrap", counts: "number" },
      { key: "whom", heading: "告知或者报告的对象", widthMm: 66, leastMm: 35, align: "left", fit: "wrap" },
      { key: "on", heading: "日期", widthMm: 25, leastMm: 18, align: "center", fit: "wrap" },
      { key: "how", heading: "方式", widthMm: 60, leastMm: 25, align: "left", fit: "wrap" },
    ],
    body: [
      { kind: "title", text: "title" },
      { kind: "line", text: "scope", align: "right" },
      {
        kind: "grid",
        rows: [
          pairOf(["事件种类", "kind"], ["发生日期", "happenedOn"]),
          pairOf(["发现日期", "foundOn"], ["登记日期", "enteredOn"]),
          wideOf("涉及的信息", "data", 14),
          wideOf("涉及人数", "people", 11),
          wideOf("经过", "course", 34),
          wideOf("可能的危害", "harm", 18),
          wideOf("补救措施", "measures", 28),
          wideOf("未告知的理由", "untold", 12),
        ],
      },
      { kind: "gap", mm: 3 },
      { kind: "line", text: "told", align: "left" },
      { kind: "table" },
      { kind: "gap", mm: 4 },
      {
        kind: "signatures",
        sealMm: 40,
        columns: [
          [{ label: "登记人：" }, { label: "日期：" }],
          [{ label: "负责人：" }, { label: "单位（印章）：" }, { label: "日期：" }],
        ],
      },
    ],
  },
  gather: gatherIncident,
  offerRecords: (db) =>
    listAllIncidents(db).map(({ id, year, number, kind, foundOn }) => ({
      id,
      label: `${year}-${number} · ${incidentKindLabel[kind]} · ${foundOn}`,
      year,
    })),
};
