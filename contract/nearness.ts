// How near to a person a column is by its heading alone: the designer proposes it, and the engine takes nothing less (PIPL 28).
import type { ColumnKind, PersonalLevel } from "./ledger-column.ts";

/** Totals and things say nothing of one person. */
const impersonal = new Set<ColumnKind>(["number", "money", "formula", "attachment", "item", "date"]);
const sensitiveHeading =
  /身份证|证件号|护照号|银行(?:账|卡)|收款账号|残疾|残障|低保|特困|病(?:情|史|种|历)|疾病|健康状况|诊断|精神障碍|孕产|未成年|监护人|犯罪|社区矫正|吸毒|戒毒/;
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

const ranks: Record<PersonalLevel, number> = { none: 0, personal: 1, sensitive: 2 };

/** Whether one level protects at least as well as another. */
export const isAtLeast = (level: PersonalLevel, least: PersonalLevel): boolean => ranks[level] >= ranks[least];
