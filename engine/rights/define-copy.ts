// 个人信息副本: the paper a person gets of what is held of her. Not in the list of forms: only her request prints it, and no table
// leaves with it (personal-data P9; PIPL 45).
import { ledgerBasisLabel } from "#contract/ledger";
import type { GatheredLedger, GatheredPerson, GatheredRow, RightsRequest } from "#contract/rights-request";
import type { FormDefinition, FormSheet } from "#engine/form/form-definition";
import { sayDay } from "#engine/form/say-fields";
import { a4Portrait } from "#engine/paper/millimetre";

const said = (label: string, value: string): string[] => (value === "" ? [] : [`${label}：${value}`]);

function sayRecord({ resident, secrets, consents }: GatheredPerson): string[] {
  if (!resident) return ["居民登记：无"];
  return [
    ...said("姓名", resident.name),
    ...said("性别", resident.sex),
    ...said("出生日期", sayDay(resident.bornOn)),
    ...said("电话", resident.phone),
    ...said("户号", resident.household?.number ?? ""),
    ...said("住址", resident.household?.address ?? ""),
    ...secrets.flatMap(({ heading, value }) => said(heading, value)),
    ...consents.map(
      ({ ledger, scope, givenOn, withdrawnOn }) =>
        `同意：${ledger || "居民登记"}，${scope}，${sayDay(givenOn)}${withdrawnOn === "" ? "" : `；${sayDay(withdrawnOn)} 撤回`}`,
    ),
  ];
}

function sayRow({ occurredOn, enteredAt, isRemoved, cells }: GatheredRow, at: number): string[] {
  const days = `发生日期：${sayDay(occurredOn) || "未填"}；填写时间：${sayDay(enteredAt.slice(0, 10))}${isRemoved ? "；已移出" : ""}`;
  return [
    `（${at + 1}）${days}`,
    ...cells.map(({ heading, value, isWithheld }) => `${heading}：${isWithheld ? "（他人信息，不提供）" : value}`),
  ];
}

const sayLedger = (ledger: GatheredLedger): string[] => [
  `《${ledger.name}》`,
  ...said("处理目的", ledger.purpose),
  ...said("依据", ledger.basisWords === "" ? ledgerBasisLabel[ledger.basis] : ledger.basisWords),
  ...said("保存期限", ledger.retention),
  ...ledger.rows.flatMap(sayRow),
  "",
];

/** What the copy says, line by line. */
export function sheetOfCopy(request: RightsRequest, gathered: GatheredPerson, today: string): FormSheet {
  const { frozen, paperCount } = gathered;
  return {
    rows: [],
    fields: {
      head: `申请编号：${request.year}-${request.number}　　本人：${request.words?.subject ?? ""}　　制作日期：${sayDay(today)}`,
      record: sayRecord(gathered).join("\n"),
      ledgers: gathered.ledgers.flatMap(sayLedger).join("\n").trimEnd() || "无",
      rest: [
        paperCount > 0 ? `另有纸质材料或者归档件 ${paperCount} 份，可当面查阅。` : "",
        frozen.length > 0
          ? `含本人信息的下列期间已归档：${frozen.map(({ ledgerName, period }) => `${ledgerName} ${period}`).join("、")}。`
          : "",
        "涉及他人的信息没有提供。认为不准确、不完整的，可以请求更正、补充；符合法定情形的，可以请求删除。",
      ]
        .filter(Boolean)
        .join("\n"),
    },
  };
}

/** The paper. Its definition is the form engine's, so it is drawn, read again and counted like every form. */
export const copyPaper: Omit<FormDefinition, "gather"> = {
  id: "rights-copy",
  name: "个人信息副本",
  kind: "personal",
  standard: "《个人信息保护法》第四十五条",
  layout: { mark: "D", note: "版面为本程序所定。", isVerified: false },
  scopes: ["record"],
  of: "item",
  unit: "份",
  isForInspector: false,
  fields: [],
  texts: {
    title: { label: "标题", words: "个人信息副本" },
    scope: { label: "表头一行", words: "{head}" },
    first: { label: "小标题一", words: "一、居民登记" },
    second: { label: "小标题二", words: "二、台账登记" },
    third: { label: "小标题三", words: "三、说明" },
  },
  paper: {
    kind: "document",
    size: a4Portrait,
    margins: { top: 20, right: 22, bottom: 20, left: 26 },
    body: [
      { kind: "title", text: "title" },
      { kind: "line", text: "scope", align: "left" },
      { kind: "rule", lines: 1 },
      { kind: "line", text: "first", align: "left", sizePt: 12 },
      { kind: "paragraph", field: "record", sizePt: 10.5 },
      { kind: "gap", mm: 3 },
      { kind: "line", text: "second", align: "left", sizePt: 12 },
      { kind: "paragraph", field: "ledgers", sizePt: 10.5 },
      { kind: "gap", mm: 3 },
      { kind: "line", text: "third", align: "left", sizePt: 12 },
      { kind: "paragraph", field: "rest", sizePt: 10.5 },
      { kind: "gap", mm: 4 },
      {
        kind: "signatures",
        sealMm: 40,
        columns: [
          [{ label: "领取人：" }, { label: "日期：" }],
          [{ label: "经办人：" }, { label: "单位（印章）：" }],
        ],
      },
    ],
  },
};
