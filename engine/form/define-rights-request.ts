// 个人信息权利申请登记表 of one request, and 登记簿 of a year, which names nobody (PIPL 50; personal-data P9).
import type { FormScope } from "#contract/form-scope";
import {
  identityCheck,
  identityWayLabel,
  rightsAskedByLabel,
  rightsReasonLabel,
  rightsRequestKindLabel,
  rightsRequestStateLabel,
} from "#contract/rights-request";
import { getFonds } from "#db/fonds";
import type { ReadDb } from "#db/open";
import { getRequest, listRequests, listRequestYears, type RequestRecord } from "#db/rights-request";
import type { Desk } from "#engine/desk";
import { a4Landscape, a4Portrait } from "#engine/paper/millimetre";
import { openRequest } from "#engine/vault/seal-request";
import type { FormDefinition, FormSheet } from "./form-definition.ts";
import { pairOf, wideOf } from "./ruled-rows.ts";
import { sayDay, sayHead } from "./say-fields.ts";

const dayOf = (instant: string): string => sayDay(instant.slice(0, 10));
const sayReason = ({ reasonCode }: Pick<RequestRecord, "reasonCode">): string =>
  reasonCode === "" ? "" : rightsReasonLabel[reasonCode];

function gatherRequest(db: ReadDb, scope: FormScope, { archive }: Desk): FormSheet[] {
  const request = scope.by === "record" ? getRequest(db, scope.recordId) : undefined;
  if (!request) return [];
  const words = openRequest(db, archive, request)?.words;
  const gone = "（已随删除一并清除）";
  const identity =
    request.identityCheck === ""
      ? undefined
      : identityCheck.parse({ ...(JSON.parse(request.identityCheck) as object), at: request.identityCheckedAt });
  const fields = {
    entryNumber: `${request.year} 年第 ${request.number} 号`,
    subject: words?.subject ?? gone,
    applicant: words ? words.applicant || "（本人）" : gone,
    relation: [rightsAskedByLabel[request.askedBy], words?.relation].filter(Boolean).join("："),
    contact: words?.contact ?? gone,
    kind: rightsRequestKindLabel[request.kind],
    wish: words?.wish ?? gone,
    receivedOn: sayDay(request.receivedOn),
    enteredOn: dayOf(request.enteredAt),
    dueOn: sayDay(request.dueOn),
    identity: identity ? `${identityWayLabel[identity.way]}；核验人：${identity.by}` : "",
    identifiedOn: dayOf(request.identityCheckedAt),
    gatheredOn: dayOf(request.gatheredAt),
    decision: rightsRequestStateLabel[request.state],
    reason: sayReason(request),
    answer: words?.answer ?? "",
    endedOn: dayOf(request.endedAt),
  };
  return [{ fields, rows: [] }];
}

/** 登记表 of one request: what was asked, how the identity was checked, what was answered. */
export const rightsRequestSheet: FormDefinition = {
  id: "rights-request",
  name: "个人信息权利申请登记表",
  kind: "personal",
  standard: "《个人信息保护法》第四十四条至第五十条",
  layout: {
    mark: "D",
    note: "栏目和版面为本程序所定；不登记证件号码。签章处留 40 毫米空白，不印章。",
    isVerified: false,
  },
  scopes: ["record"],
  of: "item",
  unit: "份",
  isForInspector: false,
  fields: ["entryNumber"],
  texts: {
    title: { label: "标题", words: "个人信息权利申请登记表" },
    scope: { label: "表头一行", words: "编号：{entryNumber}" },
  },
  paper: {
    kind: "document",
    size: a4Portrait,
    margins: { top: 20, right: 20, bottom: 20, left: 25 },
    body: [
      { kind: "title", text: "title" },
      { kind: "line", text: "scope", align: "right" },
      {
        kind: "grid",
        rows: [
          pairOf(["个人（本人）", "subject"], ["申请种类", "kind"]),
          pairOf(["申请人", "applicant"], ["申请人身份", "relation"]),
          pairOf(["联系方式", "contact"], ["收到日期", "receivedOn"]),
          pairOf(["登记日期", "enteredOn"], ["答复期限", "dueOn"]),
          wideOf("申请的内容", "wish", 34),
          wideOf("身份核验", "identity", 14),
          pairOf(["核验日期", "identifiedOn"], ["汇集日期", "gatheredOn"]),
          pairOf(["办理结果", "decision"], ["办结日期", "endedOn"]),
          wideOf("理由", "reason", 14),
          wideOf("答复", "answer", 40),
        ],
      },
      { kind: "gap", mm: 5 },
      {
        kind: "signatures",
        sealMm: 40,
        columns: [
          [{ label: "申请人签收：" }, { label: "日期：" }],
          [{ label: "经办人：" }, { label: "负责人：" }, { label: "单位（印章）：" }],
        ],
      },
    ],
  },
  gather: gatherRequest,
  offerRecords: (db) =>
    listRequestYears(db).flatMap(({ year }) =>
      listRequests(db, year)
        .toReversed()
        .map(({ id, number, kind, receivedOn }) => ({
          id,
          label: `${year}-${number} · ${rightsRequestKindLabel[kind]} · ${receivedOn}`,
          year,
        })),
    ),
};

function gatherBook(db: ReadDb, scope: FormScope): FormSheet[] {
  if (scope.by !== "year") return [];
  const fonds = getFonds(db, scope.fondsId);
  const rows = listRequests(db, scope.year).map((request) => [
    String(request.number),
    request.receivedOn.replaceAll("-", ""),
    rightsRequestKindLabel[request.kind],
    rightsAskedByLabel[request.askedBy],
    request.dueOn.replaceAll("-", ""),
    rightsRequestStateLabel[request.state],
    sayReason(request),
    request.endedAt.slice(0, 10).replaceAll("-", ""),
  ]);
  if (!fonds || rows.length === 0) return [];
  const known = { fondsName: fonds.unit || fonds.name, year: String(scope.year) };
  const head = sayHead([
    ["单位", known.fondsName],
    ["年度", known.year],
  ]);
  return [{ rows, fields: { ...known, head } }];
}

/** 登记簿 of a year. Names stand in the sheets of the single requests alone. */
export const rightsRequestBook: FormDefinition = {
  id: "rights-request-book",
  name: "个人信息权利申请登记簿",
  kind: "personal",
  standard: "《个人信息保护法》第五十条",
  layout: { mark: "D", note: "栏目为本程序所定；登记簿不写姓名，姓名只在各件登记表中。", isVerified: false },
  scopes: ["year"],
  of: "item",
  unit: "行",
  isForInspector: false,
  fields: ["fondsName", "year", "head"],
  texts: {
    title: { label: "标题", words: "个人信息权利申请登记簿" },
    scope: { label: "表头一行", words: "{head}" },
  },
  paper: {
    kind: "document",
    size: a4Landscape,
    margins: { top: 20, right: 20, bottom: 20, left: 20 },
    columns: [
      { key: "number", heading: "顺序号", widthMm: 16, leastMm: 12, align: "center", fit: "wrap", counts: "number" },
      { key: "day", heading: "收到日期", widthMm: 24, leastMm: 18, align: "center", fit: "wrap" },
      { key: "kind", heading: "申请种类", widthMm: 30, leastMm: 20, align: "center", fit: "wrap" },
      { key: "by", heading: "申请人身份", widthMm: 40, leastMm: 24, align: "left", fit: "wrap" },
      { key: "due", heading: "答复期限", widthMm: 24, leastMm: 18, align: "center", fit: "wrap" },
      { key: "state", heading: "办理结果", widthMm: 42, leastMm: 26, align: "left", fit: "wrap" },
      { key: "reason", heading: "理由", widthMm: 57, leastMm: 30, align: "left", fit: "wrap" },
      { key: "ended", heading: "办结日期", widthMm: 24, leastMm: 18, align: "center", fit: "wrap" },
    ],
    body: [{ kind: "title", text: "title" }, { kind: "line", text: "scope", align: "left" }, { kind: "table" }],
  },
  gather: gatherBook,
  offerYears: (db) => listRequestYears(db),
};
