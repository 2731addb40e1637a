// 个人信息处理告知书 of one ledger (PIPL 17, 30) and 同意书, the ordinary one and the separate one for sensitive data (PIPL 14, 29, 31).
import type { FormScope } from "#contract/form-scope";
import { ledgerBasisLabel, ledgerId } from "#contract/ledger";
import type { PersonalLevel } from "#contract/ledger-column";
import type { FondsId } from "#contract/fonds";
import { retentionLabel } from "#contract/retention";
import { getFonds } from "#db/fonds";
import { getLedger, listLedgers } from "#db/ledger";
import type { ReadDb } from "#db/open";
import { a4Portrait } from "#engine/paper/millimetre";
import type { FormBlock, FormDefinition, FormSheet, FormWords } from "./form-definition.ts";

const nothing = "（无）";

function gatherNotice(db: ReadDb, scope: FormScope, level?: PersonalLevel): FormSheet[] {
  const ledger = scope.by === "record" ? getLedger(db, ledgerId.parse(scope.recordId)) : undefined;
  const fonds = ledger && getFonds(db, ledger.fondsId);
  if (!ledger || !fonds) return [];
  const headings = (personal: PersonalLevel): string =>
    ledger.columns.flatMap((column) => (column.personal === personal ? [column.heading] : [])).join("、") || nothing;
  if (level !== undefined && headings(level) === nothing) return [];
  const fields = {
    unit: fonds.unit || fonds.name,
    ledgerName: ledger.name,
    purpose: ledger.purpose,
    basis: ledger.basisWords === "" ? ledgerBasisLabel[ledger.basis] : ledger.basisWords,
    ordinaryKinds: headings("personal"),
    sensitiveKinds: headings("sensitive"),
    term: ledger.retention === null ? "办理目的实现后及时删除" : retentionLabel(ledger.retention),
  };
  return [{ fields, rows: [] }];
}

/** Ledgers that hold personal data at all, or of one nearness, drafts too: the paper is made before the ledger opens. */
const offerLedgers =
  (level?: PersonalLevel) =>
  (db: ReadDb, fondsId: FondsId): { id: string; label: string; year: null }[] =>
    listLedgers(db, fondsId)
      .filter(({ columns, basis }) => level === undefined || basis !== "none" || columns.length > 0)
      .filter(({ columns }) =>
        columns.some(({ personal }) => (level === undefined ? personal !== "none" : personal === level)),
      )
      .map(({ id, name }) => ({ id, label: name, year: null }));

const line = (label: string, field: string, heightMm = 12): FormBlock & { kind: "grid" } => ({
  kind: "grid",
  rows: [{ heightMm, cells: [{ label, labelMm: 38, field, valueMm: 0, align: "left" }] }],
});
const rowsOf = (...blocks: (FormBlock & { kind: "grid" })[]): FormBlock => ({
  kind: "grid",
  rows: blocks.flatMap(({ rows }) => rows),
});
const passage = (label: string, words: string): FormWords => ({ label, words, isPassage: true });
const margins = { top: 20, right: 22, bottom: 20, left: 26 };
const common = {
  kind: "personal",
  scopes: ["record"],
  of: "item",
  unit: "份",
  isForInspector: false,
  fields: ["unit", "ledgerName", "purpose", "basis", "ordinaryKinds", "sensitiveKinds", "term"],
} as const;
const layout = {
  mark: "D",
  note: "内容按《个人信息保护法》条文列出，版面和措辞为本程序所定；签章处留 40 毫米空白，不印章。",
  isVerified: false,
} as const;

/** 告知书: what, why, how long, and which rights; handed to the person whatever the basis is. */
export const privacyNotice: FormDefinition = {
  ...common,
  id: "privacy-notice",
  name: "个人信息处理告知书",
  standard: "《个人信息保护法》第十七条、第三十条",
  layout,
  texts: {
    title: { label: "标题", words: "个人信息处理告知书" },
    opening: passage(
      "开头",
      "您好！{单位}办理「{台账名称}」需要处理您的个人信息。依照《中华人民共和国个人信息保护法》，现告知如下。",
    ),
    way: passage(
      "处理方式",
      "处理方式：由本单位工作人员登记在不连网的电脑上，加密保存，只供办理上述事项使用；不公开，不用于其他目的。法律、行政法规规定应当提供的，依法提供。",
    ),
    rights: passage(
      "您的权利",
      "您的权利：您可以到本单位查阅、复制您的个人信息；发现不准确或者不完整的，可以请求更正、补充；符合法定情形的，可以请求删除或者限制处理；可以要求解释处理规则。以同意为依据的，可以随时撤回，撤回不影响此前的办理。本单位核验身份后及时答复；不同意的，说明理由。\n不满十四周岁的，由父母或者其他监护人行使上述权利。",
    ),
    necessity: passage(
      "敏感信息",
      "其中敏感个人信息为办理上述事项所必需，泄露或者被误用可能使您的人格尊严受到侵害或者人身、财产安全受到危害，本单位单独加密，查看须写明理由并有记录。",
    ),
    contact: passage("联系方式", "联系人：　　　　　　　　　　电话：　　　　　　　　　　地址："),
  },
  paper: {
    kind: "document",
    size: a4Portrait,
    margins,
    body: [
      { kind: "title", text: "title" },
      { kind: "passage", text: "opening", sizePt: 11 },
      { kind: "gap", mm: 3 },
      rowsOf(
        line("处理者", "unit"),
        line("处理目的", "purpose", 16),
        line("依据", "basis", 16),
        line("个人信息的种类", "ordinaryKinds", 14),
        line("敏感个人信息", "sensitiveKinds", 14),
        line("保存期限", "term"),
      ),
      { kind: "gap", mm: 3 },
      { kind: "passage", text: "way", sizePt: 11 },
      { kind: "passage", text: "necessity", sizePt: 11 },
      { kind: "passage", text: "rights", sizePt: 11 },
      { kind: "passage", text: "contact", sizePt: 11 },
      { kind: "gap", mm: 2 },
      {
        kind: "signatures",
        sealMm: 40,
        columns: [
          [{ label: "本人（监护人）签收：" }, { label: "日期：" }],
          [{ label: "单位（印章）：" }, { label: "经办人：" }, { label: "日期：" }],
        ],
      },
    ],
  },
  gather: (db, scope) => gatherNotice(db, scope),
  offerRecords: offerLedgers(),
};

const agreement = (level: "personal" | "sensitive", own: Pick<FormDefinition, "id" | "name" | "standard" | "texts">) =>
  ({
    ...common,
    ...own,
    layout,
    paper: {
      kind: "document",
      size: a4Portrait,
      margins,
      body: [
        { kind: "title", text: "title" },
        { kind: "passage", text: "opening", sizePt: 12 },
        { kind: "gap", mm: 3 },
        rowsOf(
          line("处理者", "unit"),
          line("处理目的", "purpose", 18),
          line(
            level === "personal" ? "个人信息的种类" : "敏感个人信息",
            `${level === "personal" ? "ordinary" : "sensitive"}Kinds`,
            18,
          ),
          line("保存期限", "term"),
        ),
        { kind: "gap", mm: 3 },
        { kind: "passage", text: "agreed", sizePt: 12 },
        { kind: "gap", mm: 4 },
        {
          kind: "signatures",
          sealMm: 0,
          columns: [
            [{ label: "本人签名：" }, { label: "日期：" }],
            [{ label: "监护人签名：" }, { label: "与本人关系：" }, { label: "日期：" }],
          ],
        },
        { kind: "passage", text: "guardian", sizePt: 10.5 },
      ],
    },
    gather: (db, scope) => gatherNotice(db, scope, level),
    offerRecords: offerLedgers(level),
  }) satisfies FormDefinition;

/** 同意书: for a ledger that rests on consent. */
export const consentPaper: FormDefinition = agreement("personal", {
  id: "consent",
  name: "个人信息处理同意书",
  standard: "《个人信息保护法》第十三条至第十七条",
  texts: {
    title: { label: "标题", words: "个人信息处理同意书" },
    opening: passage(
      "开头",
      "本人已收到并看懂{单位}的《个人信息处理告知书》，自愿同意为办理「{台账名称}」处理下列个人信息：",
    ),
    agreed: passage(
      "同意的内容",
      "本人知道：可以不同意，除该信息为提供服务所必需的以外，不因不同意而被拒绝服务；可以随时到本单位撤回同意，撤回不影响此前的办理。",
    ),
    guardian: passage("监护人", "不满十四周岁的，须由父母或者其他监护人签名（《个人信息保护法》第三十一条）。"),
  },
});

/** 单独同意书: sensitive data asks for a paper of its own (PIPL 29, 30). */
export const sensitiveConsentPaper: FormDefinition = agreement("sensitive", {
  id: "consent-sensitive",
  name: "敏感个人信息单独同意书",
  standard: "《个人信息保护法》第二十八条至第三十一条",
  texts: {
    title: { label: "标题", words: "敏感个人信息单独同意书" },
    opening: passage(
      "开头",
      "本人已收到并看懂{单位}的《个人信息处理告知书》，单独同意为办理「{台账名称}」处理下列敏感个人信息：",
    ),
    agreed: passage(
      "同意的内容",
      "{单位}已说明处理这些信息的必要性和对本人的影响：不登记则不能办理上述事项；一旦泄露或者被误用，可能使人格尊严受到侵害或者人身、财产安全受到危害。本人知道可以只同意其中一部分，也可以随时撤回；撤回不影响此前的办理。",
    ),
    guardian: passage(
      "监护人",
      "不满十四周岁未成年人的个人信息都是敏感个人信息，须由父母或者其他监护人签名，并按专门的规则处理。",
    ),
  },
});
