// What the clerk should look at in an entry, without being stopped.
import type { RegisterEntry, RegisterWarning } from "#contract/register";
import type { ReadDb } from "#db/open";
import { findSameEntries } from "#db/register";
import { hasPersonalWords } from "#engine/item/find-personal-words";

const lateAfterDays = 30;
const dayMs = 24 * 60 * 60 * 1000;

/** Same 文号 and organisation, words that do not belong here, an entry written long after the day it speaks of. */
export function warnOfEntry(db: ReadDb, entry: RegisterEntry): RegisterWarning[] {
  const warnings: RegisterWarning[] = [];
  const [same] = findSameEntries(db, entry.documentNumber, entry.correspondent, entry.id);
  if (same) {
    const message = `已有同文号、同机关的登记（${same.year} 年第 ${same.number} 号）。请核对是否重复登记。`;
    warnings.push({ code: "same-document-number", message, entryId: same.id });
  }
  const printed = entry.access === "restricted" ? entry.neutralTitle : entry.title;
  if ([printed, entry.remark].some(hasPersonalWords)) {
    const message = "题名或备注中像有证件号码、手机号码或不得登记的内容。请删去，只写事由。";
    warnings.push({ code: "personal-words", message, entryId: null });
  }
  const late = (Date.parse(entry.enteredAt) - Date.parse(entry.happenedOn)) / dayMs;
  if (late > lateAfterDays) {
    const message = `收发文日期与登记时间相隔 ${Math.floor(late)} 天，登记簿两个时间都会保留。`;
    warnings.push({ code: "entered-late", message, entryId: null });
  }
  return warnings;
}
