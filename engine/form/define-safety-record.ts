// 安全检查记录: one sheet per round through the archive room, one row per guard (八防, in the office's words).
import type { FormScope } from "#contract/form-scope";
import type { SafetyCheck } from "#contract/safety-check";
import { listSafetyMonths } from "#db/form-months";
import type { ReadDb } from "#db/open";
import { getSafetyCheck, listSafetyChecks } from "#db/safety-check";
import { a4Portrait } from "#engine/paper/millimetre";
import type { FormDefinition, FormSheet } from "./form-definition.ts";
import { sayDay, sayHead } from "./say-fields.ts";

function sheetOf({ room, checkedOn, checker, remark, lines }: SafetyCheck): FormSheet {
  const rows = lines.map(({ guard, isFine, problem, measure, solvedOn }, at) => [
    String(at + 1),
    guard,
    isFine ? "正常" : "有问题",
    problem,
    measure,
    isFine ? "" : solvedOn.replaceAll("-", "") || "未解决",
  ]);
  const known = {
    room,
    checkedOn: sayDay(checkedOn),
    checkedBy: checker,
    note: remark,
    problemCount: String(lines.filter(({ isFine }) => !isFine).length),
  };
  const head = sayHead([
    ["库房", room],
    ["检查日期", known.checkedOn],
    ["检查人", checker],
    ["有问题", `${known.problemCount} 项`],
  ]);
  return { rows, fields: { ...known, head } };
}

function gatherSafety(db: ReadDb, scope: FormScope): FormSheet[] {
  if (scope.by === "period") return listSafetyChecks(db, scope.from, scope.to).map(sheetOf);
  const check = scope.by === "record" ? getSafetyCheck(db, scope.recordId) : undefined;
  return check ? [sheetOf(check)] : [];
}

/** 安全检查记录 of one round, or of all rounds of a month or a year. */
export const safetyRecord: FormDefinition = {
  id: "safety-record",
  name: "安全检查记录",
  kind: "custody",
  standard: "《档案法实施条例》第二十二条；八防",
  layout: {
    mark: "D",
    note: "八防各项为常用说法，版面为本程序所定；签章处留 45 毫米空白，不印章。",
    isVerified: false,
  },
  scopes: ["period", "record"],
  of: "item",
  unit: "行",
  isForInspector: false,
  fields: ["room", "checkedOn", "checkedBy", "note", "problemCount", "head"],
  texts: { title: { label: "标题", words: "档案库房安全检查记录" }, scope: { label: "表头一行", words: "{head}" } },
  paper: {
    kind: "document",
    size: a4Portrait,
    margins: { top: 20, right: 20, bottom: 20, left: 25 },
    leastRowMm: 11,
    columns: [
      { key: "serial", heading: "序号", widthMm: 11, leastMm: 9, align: "center", fit: "wrap", counts: "number" },
      { key: "guard", heading: "检查项目", widthMm: 26, leastMm: 18, align: "center", fit: "wrap" },
      { key: "state", heading: "情况", widthMm: 17, leastMm: 14, align: "center", fit: "wrap" },
      { key: "problem", heading: "问题", widthMm: 46, leastMm: 25, align: "left", fit: "wrap" },
      { key: "measure", heading: "处理措施", widthMm: 44, leastMm: 25, align: "left", fit: "wrap" },
      { key: "solved", heading: "解决日期", widthMm: 21, leastMm: 18, align: "center", fit: "wrap" },
    ],
    body: [
      { kind: "title", text: "title" },
      { kind: "line", text: "scope", align: "left" },
      { kind: "table" },
      { kind: "gap", mm: 4 },
      {
        kind: "grid",
        rows: [{ heightMm: 18, cells: [{ label: "备注", labelMm: 26, field: "note", valueMm: 0, align: "left" }] }],
      },
      { kind: "gap", mm: 4 },
      {
        kind: "signatures",
        sealMm: 45,
        columns: [
          [{ label: "检查人（签名）：" }, { label: "日期：" }],
          [{ label: "单位（印章）：" }, { label: "负责人：" }, { label: "日期：" }],
        ],
      },
    ],
  },
  gather: gatherSafety,
  offerMonths: (db) => listSafetyMonths(db),
  offerRecords: (db) =>
    listSafetyChecks(db, "0000-01-01", "9999-12-31")
      .toReversed()
      .map(({ id, checkedOn, room }) => ({
        id,
        label: `${checkedOn} · ${room}`,
        year: Number(checkedOn.slice(0, 4)),
      })),
};
