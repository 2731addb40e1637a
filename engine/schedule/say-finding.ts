// One sentence for each finding of an import: what stands there, and what to do. Values of refused columns are never echoed.
import type { ScheduleFinding, ScheduleFindingCode } from "#contract/schedule-table";

const words: Record<ScheduleFindingCode, readonly [ScheduleFinding["weight"], string]> = {
  "heading-missing": ["error", "没有找到「归档范围」和「保管期限」两个表头，这张工作表没有读取。请补上表头。"],
  "field-refused": ["error", "有一列是不得登记的内容，整个文件没有导入。请删去这一列后再试。"],
  "column-ignored": ["note", "这一列不是期限表的内容，没有读取。"],
  "content-missing": ["error", "归档范围是空的。请补上，或删去这一行。"],
  "content-refused": ["error", "这一条是不得登记的内容（如信仰、思想动态、重点人员），没有读取。请删去这一行。"],
  "category-unknown": ["error", "门类不认识。请写门类代码或名称，如 WS 或文书。"],
  "matter-code-wrong": ["error", "类目代码只能是大写字母和数字，最多六位。请改正。"],
  "term-unknown": ["error", "保管期限不认识。请写永久、若干年（如 30年），或未定。"],
  "term-old": ["question", "「长期」「短期」是旧规定的说法，不自动换算。请先说明在这份表里各算几年。"],
  "term-missing": ["error", "保管期限是空的。请补上；来源没有定期限的写「未定」。"],
  "start-rule-unknown": ["error", "起算的写法不认识。请照导出的表填写，或留空。"],
  "minimum-unknown": ["error", "最低期限只写是或否。请改正。"],
  "usage-unknown": ["error", "性质只写适用、有条件适用或参考。请改正。"],
  "duplicate-row": ["error", "与前面一行的门类、类目、归档范围和来源条目都相同。请删去一行，或写明区别。"],
  "formula-text": ["note", "以公式的样子开头，按文字原样保存，不会计算。"],
  "text-too-long": ["error", "文字超过长度上限。请缩短。"],
  "row-already-dropped": ["note", "这一条在草稿中已标为不采用，保持不变。需要时请在草稿中重新增补。"],
};

/** A finding with its sentence. */
export function sayFinding(
  code: ScheduleFindingCode,
  at: { sheet: string; row: number; column: string },
): ScheduleFinding {
  const [weight, message] = words[code];
  return { code, weight, ...at, message };
}
