// 个人信息保护年度自查表 (PIPL 51, 54; personal-data P16).
import type { FormScope } from "#contract/form-scope";
import { selfAuditAnswerLabel } from "#contract/self-audit";
import { selfAuditQuestionCode, selfAuditQuestions } from "#contract/self-audit-question";
import { getFonds } from "#db/fonds";
import type { ReadDb } from "#db/open";
import { getSelfAudit, listSelfAuditYears } from "#db/self-audit";
import { a4Portrait } from "#engine/paper/millimetre";
import type { FormDefinition, FormSheet } from "./form-definition.ts";
import { sayDay, sayHead } from "./say-fields.ts";

function gatherAudit(db: ReadDb, scope: FormScope): FormSheet[] {
  const audit = scope.by === "year" ? getSelfAudit(db, scope.year) : undefined;
  const fonds = scope.by === "year" ? getFonds(db, scope.fondsId) : undefined;
  if (!audit || !fonds) return [];
  const rows = selfAuditQuestionCode.options.map((code, at) => {
    const { answer = "", note = "", measure = "" } = audit.lines.find((line) => line.code === code) ?? {};
    const { article, words } = selfAuditQuestions[code];
    const said = [note, measure && `整改：${measure}`].filter(Boolean).join("；");
    return [String(at + 1), article, words, answer === "" ? "" : selfAuditAnswerLabel[answer], said];
  });
  const known = {
    unit: fonds.unit || fonds.name,
    year: String(audit.year),
    auditedOn: sayDay(audit.auditedOn),
    auditorPost: audit.auditorPost,
  };
  const head = sayHead([
    ["单位", known.unit],
    ["年度", known.year],
    ["自查日期", known.auditedOn],
  ]);
  return [{ rows, fields: { ...known, head } }];
}

/** The sheet of a year as it was kept. */
export const selfAuditSheet: FormDefinition = {
  id: "self-audit",
  name: "个人信息保护年度自查表",
  kind: "personal",
  standard: "《个人信息保护法》第五十一条、第五十四条",
  layout: { mark: "D", note: "问题按条文归纳，条文编号凭记忆，待核对；版面为本程序所定。", isVerified: false },
  scopes: ["year"],
  of: "item",
  unit: "行",
  isForInspector: false,
  fields: ["unit", "year", "auditedOn", "head"],
  texts: {
    title: { label: "标题", words: "个人信息保护年度自查表" },
    scope: { label: "表头一行", words: "{head}" },
  },
  paper: {
    kind: "document",
    size: a4Portrait,
    margins: { top: 20, right: 20, bottom: 20, left: 25 },
    leastRowMm: 11,
    columns: [
      { key: "serial", heading: "序号", widthMm: 11, leastMm: 9, align: "center", fit: "wrap", counts: "number" },
      { key: "article", heading: "条文", widthMm: 28, leastMm: 20, align: "center", fit: "wrap" },
      { key: "words", heading: "自查内容", widthMm: 68, leastMm: 40, align: "left", fit: "wrap" },
      { key: "answer", heading: "结果", widthMm: 15, leastMm: 12, align: "center", fit: "wrap" },
      { key: "note", heading: "情况和整改措施", widthMm: 43, leastMm: 28, align: "left", fit: "wrap" },
    ],
    body: [
      { kind: "title", text: "title" },
      { kind: "line", text: "scope", align: "left" },
      { kind: "table" },
      { kind: "gap", mm: 4 },
      {
        kind: "signatures",
        sealMm: 40,
        columns: [
          [{ label: "自查岗位：", field: "auditorPost" }, { label: "签名：" }, { label: "日期：" }],
          [{ label: "负责人：" }, { label: "单位（印章）：" }, { label: "日期：" }],
        ],
      },
    ],
  },
  gather: gatherAudit,
  offerYears: (db) => listSelfAuditYears(db),
};
