// 保管期限变更登记: every correction of a closed year that changed a term, with the 档号 before and after.
import { type Retention, retentionLabel } from "#contract/retention";
import type { FormScope } from "#contract/form-scope";
import { listTermChanges } from "#db/form-lists";
import type { ReadDb } from "#db/open";
import type { Desk } from "#engine/desk";
import type { FormSheet } from "./form-definition.ts";
import { fieldsOfYear } from "./say-year.ts";

const termOf = (fields: string): string => {
  const { retention } = JSON.parse(fields) as { retention?: Retention | null };
  return retention ? retentionLabel(retention) : "";
};

/** 序号 变更日期 题名 年度 原期限 现期限 原档号 现档号 变更理由 经办人; of a restricted item no reason (P6). */
export function gatherTermChanges(db: ReadDb, scope: FormScope, desk: Desk): FormSheet[] {
  if (scope.by !== "year") return [];
  const rows = listTermChanges(db, scope.fondsId, scope.year).map(({ correction, item }, at) => {
    const isRestricted = item.access === "restricted";
    return [
      String(at + 1),
      correction.correctedAt.slice(0, 10).replaceAll("-", ""),
      isRestricted ? item.neutralTitle : item.title,
      item.year === null ? "" : String(item.year),
      termOf(correction.fieldsBefore),
      termOf(correction.fieldsAfter),
      correction.codeBefore,
      correction.codeAfter,
      isRestricted ? "" : correction.reason,
      correction.correctedBy,
    ];
  });
  const fields = fieldsOfYear(db, scope, rows.length, desk);
  return fields && rows.length > 0 ? [{ fields, rows }] : [];
}
