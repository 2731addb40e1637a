// 个人信息保护影响评估 of a ledger with sensitive columns, as it was made (PIPL 55, 56); kept three years at least.
import type { FormScope } from "#contract/form-scope";
import { assessmentConclusionLabel, assessmentQuestion, assessmentQuestionText } from "#contract/impact-assessment";
import { ledgerBasisLabel } from "#contract/ledger";
import { getFonds } from "#db/fonds";
import { getAssessment, listAssessments } from "#db/impact-assessment";
import { getLedger, listLedgers } from "#db/ledger";
import type { ReadDb } from "#db/open";
import { a4Portrait } from "#engine/paper/millimetre";
import type { FormDefinition, FormSheet } from "./form-definition.ts";
import { sayDay } from "./say-fields.ts";

function gatherAssessment(db: ReadDb, scope: FormScope): FormSheet[] {
  const assessment = scope.by === "record" ? getAssessment(db, scope.recordId) : undefined;
  const ledger = assessment && getLedger(db, assessment.ledgerId);
  const fonds = ledger && getFonds(db, ledger.fondsId);
  if (!assessment || !ledger || !fonds) return [];
  const rows = assessmentQuestion.options.map((code, at) => [
    String(at + 1),
    assessmentQuestionText[code].part,
    assessmentQuestionText[code].question,
    assessment.answers[code] ?? "",
  ]);
  const fields = {
    unit: fonds.unit || fonds.name,
    ledgerName: ledger.name,
    purpose: ledger.purpose,
    basis: `${ledgerBasisLabel[ledger.basis]}${ledger.basisWords === "" ? "" : `：${ledger.basisWords}`}`,
    sensitiveKinds: Object.values(assessment.columns).join("、"),
    assessedOn: sayDay(assessment.assessedOn),
    enteredOn: sayDay(assessment.enteredAt.slice(0, 10)),
    assessorPost: assessment.assessorPost,
    conclusion: assessmentConclusionLabel[assessment.conclusion],
  };
  return [{ fields, rows }];
}

/** One assessment; a new one is made when the columns change, the old one stays. */
export const impactAssessmentSheet: FormDefinition = {
  id: "impact-assessment",
  name: "个人信息保护影响评估",
  kind: "personal",
  standard: "《个人信息保护法》第五十五条、第五十六条",
  layout: {
    mark: "D",
    note: "评估要点按第五十六条，问题和版面为本程序所定；报告和记录至少保存三年。",
    isVerified: false,
  },
  scopes: ["record"],
  of: "item",
  unit: "行",
  isForInspector: false,
  fields: ["unit", "ledgerName", "assessedOn", "conclusion"],
  texts: {
    title: { label: "标题", words: "个人信息保护影响评估报告" },
    scope: { label: "表头一行", words: "单位：{unit}　　台账：{ledgerName}　　评估日期：{assessedOn}" },
  },
  paper: {
    kind: "document",
    size: a4Portrait,
    margins: { top: 20, right: 20, bottom: 20, left: 25 },
    leastRowMm: 9,
    columns: [
      { key: "serial", heading: "序号", widthMm: 11, leastMm: 9, align: "center", fit: "wrap", counts: "number" },
      { key: "part", heading: "要点", widthMm: 23, leastMm: 20, align: "center", fit: "wrap" },
      { key: "question", heading: "问题", widthMm: 61, leastMm: 35, align: "left", fit: "wrap" },
      { key: "answer", heading: "评估", widthMm: 70, leastMm: 45, align: "left", fit: "wrap" },
    ],
    body: [
      { kind: "title", text: "title" },
      { kind: "line", text: "scope", align: "left" },
      {
        kind: "grid",
        rows: [
          { heightMm: 9, cells: [{ label: "处理目的", labelMm: 32, field: "purpose", valueMm: 0, align: "left" }] },
          { heightMm: 9, cells: [{ label: "依据", labelMm: 32, field: "basis", valueMm: 0, align: "left" }] },
          {
            heightMm: 9,
            cells: [{ label: "敏感个人信息", labelMm: 32, field: "sensitiveKinds", valueMm: 0, align: "left" }],
          },
        ],
      },
      { kind: "gap", mm: 3 },
      { kind: "table" },
      { kind: "gap", mm: 3 },
      {
        kind: "grid",
        rows: [
          {
            heightMm: 9,
            cells: [
              { label: "结论", labelMm: 32, field: "conclusion", valueMm: 48 },
              { label: "登记日期", labelMm: 32, field: "enteredOn", valueMm: 0 },
            ],
          },
        ],
      },
      { kind: "gap", mm: 3 },
      {
        kind: "signatures",
        sealMm: 40,
        columns: [
          [{ label: "评估岗位：", field: "assessorPost" }, { label: "签名：" }, { label: "日期：" }],
          [{ label: "负责人：" }, { label: "单位（印章）：" }, { label: "日期：" }],
        ],
      },
    ],
  },
  gather: gatherAssessment,
  offerRecords: (db, fondsId) =>
    listLedgers(db, fondsId).flatMap(({ id, name }) =>
      listAssessments(db, id).map((each) => ({
        id: each.id,
        label: `${name} · ${each.assessedOn}`,
        year: Number(each.assessedOn.slice(0, 4)),
      })),
    ),
};
