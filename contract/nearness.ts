// How near to a person a column is by its heading alone: the designer proposes it, and the engine takes nothing less (PIPL 28).
import type { ColumnKind, LedgerColumn, PersonalLevel } from "./ledger-column.ts";

/** Totals and things say nothing of one person. */
const impersonal = new Set<ColumnKind>(["number", "money", "formula", "attachment", "item", "date"]);
const sensitiveHeading =
  /身份证|公民身份|证件号|护照|社保卡|医保卡|银行(?:账|卡)|收款账号|开户|残疾|残障|伤残|失能|低保|五保|特困|病(?:情|史|种|历|人)|患病|慢性病|传染|疾病|健康(?:$|状况|情况|档案|等级)|身体状况|诊断|精神(?:障碍|病|残)|孕(?:产|妇|期)|怀孕|未成年|(?:留守|困境|事实无人抚养)儿童|孤儿|失独|监护人|犯罪|刑满|刑释|前科|社区矫正|吸毒|戒毒/;
/** Whoever is one of these is known by it, whatever the column is called. */
const sensitiveChoice =
  /低保|五保|特困|残疾|残障|伤残|失能|重病|大病患|慢性病|传染病|精神(?:障碍|病|残)|孕产|孕妇|未成年|(?:留守|困境)儿童|孤儿|失独|刑满|刑释|社区矫正|吸毒|戒毒/;
const personalHeading = /姓名|电话|手机|住址|家庭地址|出生(?:日期|年月)|微信号|门牌/;
/** The office's own people and public numbers are no residents. */
const ofTheOffice = /经办|接待|主持|记录人|审批|审核|公开|单位|热线|值班/;

/** The least level a column of this heading and kind may have. */
export function leastNearness(heading: string, kind: ColumnKind): PersonalLevel {
  if (impersonal.has(kind)) return "none";
  const plain = heading.normalize("NFKC").replace(/[\s\p{Cf}]/gu, "");
  if (sensitiveHeading.test(plain)) return "sensitive";
  if (kind === "person" || kind === "household" || kind === "address") return "personal";
  return personalHeading.test(plain) && !ofTheOffice.test(plain) ? "personal" : "none";
}

/**
 * The same of a column among the others: where a ledger is about persons, a list of choices that tells of somebody's health, need or
 * age is sensitive under any heading (personal-data P8).
 */
export function leastNearnessOf(
  { heading, kind, rules }: LedgerColumn,
  columns: readonly LedgerColumn[],
): PersonalLevel {
  const isOfPersons = columns.some(({ personal }) => personal !== "none");
  const tells = kind === "choice" && rules.choices.some((choice) => sensitiveChoice.test(choice));
  return isOfPersons && tells ? "sensitive" : leastNearness(heading, kind);
}

const proxyHeading =
  /语言|语种|母语|方言|[民藏彝回维蒙苗壮傣]语|清真|饮食(?:习惯|禁忌|要求)|忌口|籍贯|祖籍|原籍|户籍(?:地|所在)|风俗|习俗/;
const proxyChoice = /清真|母语|方言|[民藏彝回维蒙苗壮傣]语/;

/**
 * Whether a column stands in for a people: language, 清真 and 籍贯 may be noted in one case, and nothing is listed, ordered or counted
 * by them (personal-data P3).
 */
export function isProxy({ heading, kind, rules }: Pick<LedgerColumn, "heading" | "kind" | "rules">): boolean {
  if (impersonal.has(kind)) return false;
  const plain = heading
    .normalize("NFKC")
    .replace(/[\s\p{Cf}]/gu, "")
    .replace("通用语言", "");
  return proxyHeading.test(plain) || rules.choices.some((choice) => proxyChoice.test(choice));
}

const ranks: Record<PersonalLevel, number> = { none: 0, personal: 1, sensitive: 2 };

/** Whether one level protects at least as well as another. */
export const isAtLeast = (level: PersonalLevel, least: PersonalLevel): boolean => ranks[level] >= ranks[least];
