// The columns of the schedule as a spreadsheet: what they are called, how a row is said, how a cell is read.
import { retention, type Retention } from "#contract/retention";
import type { ScheduleFindingCode } from "#contract/schedule-table";
import { scheduleStatusLabel, scheduleTermLabel, scheduleUsageLabel } from "#contract/schedule-words";
import type { ScheduleRow, ScheduleRowFields } from "#contract/schedule";
import { startRule, startRuleLabel } from "#contract/start-rule";

export type ScheduleColumn = {
  readonly heading: string;
  /** What other tables call it. */
  readonly also: RegExp;
  readonly width: number;
  /** The field it fills; undefined is written for the reader and not read back. */
  readonly field?: keyof ScheduleRowFields;
  readonly say: (row: ScheduleRow) => string;
};

export const scheduleColumns: readonly ScheduleColumn[] = [
  { heading: "序号", also: /^(序号|编号|条目号)$/, width: 6, say: (row) => String(row.position) },
  { heading: "门类", also: /^(档案)?(门类|类别)(代码)?$/, width: 8, field: "category", say: (row) => row.category },
  {
    heading: "类目代码",
    also: /^(类目|问题|分类)(代码|号)$/,
    width: 9,
    field: "matterCode",
    say: (row) => row.matterCode,
  },
  {
    heading: "类目",
    also: /^(类目|问题|分类|类名)(名称)?$/,
    width: 16,
    field: "subcategory",
    say: (row) => row.subcategory,
  },
  {
    heading: "归档范围",
    also: /^(归档范围|归档内容|内容|(归档)?文件材料(名称|内容)?|归档文件材料)$/,
    width: 56,
    field: "content",
    say: (row) => row.content,
  },
  {
    heading: "保管期限",
    also: /^(保管)?期限$/,
    width: 10,
    field: "retention",
    say: (row) => scheduleTermLabel(row.retention),
  },
  {
    heading: "最低期限",
    also: /^(是否)?最低(保管)?期限$/,
    width: 10,
    field: "isMinimum",
    say: (row) => (row.isMinimum ? "是" : "否"),
  },
  {
    heading: "起算",
    also: /^起算(时间|规则|日)?$/,
    width: 24,
    field: "startRule",
    say: (row) => startRuleLabel[row.startRule],
  },
  { heading: "性质", also: /^(性质|适用)$/, width: 12, field: "usage", say: (row) => scheduleUsageLabel[row.usage] },
  { heading: "来源", also: /^(来源|依据|出处)$/, width: 40, field: "source", say: (row) => row.source },
  {
    heading: "来源条目",
    also: /^(来源条目|条款|附表条目)$/,
    width: 10,
    field: "sourceRow",
    say: (row) => row.sourceRow,
  },
  { heading: "说明", also: /^(说明|备注)$/, width: 40, field: "note", say: (row) => row.note },
  { heading: "核对情况", also: /^核对(情况|状态)?$/, width: 16, say: (row) => scheduleStatusLabel[row.status] },
];

/** Without width, blanks and format characters: for comparing, never for keeping. */
export const plainWords = (text: string): string => text.normalize("NFKC").replace(/[\s\p{Cf}]/gu, "");

/** The column a heading means. */
export const columnOf = (heading: string): ScheduleColumn | undefined =>
  scheduleColumns.find(({ also }) => also.test(plainWords(heading)));

type Read = { readonly value: ScheduleRowFields[keyof ScheduleRowFields] } | { readonly code: ScheduleFindingCode };
export type OldTerms = { readonly 长期?: Retention | undefined; readonly 短期?: Retention | undefined };

function readTerm(text: string, oldTerms: OldTerms): Read {
  const plain = plainWords(text);
  if (plain === "") return { code: "term-missing" };
  if (plain === "未定") return { value: null };
  if (plain === "长期" || plain === "短期") {
    const said = oldTerms[plain];
    return said ? { value: said } : { code: "term-old" };
  }
  if (/^(永久|永|Y)$/i.test(plain)) return { value: "Y" };
  // 年 or D must stand there: a bare number may be anything.
  const years = /^(?:定期)?(?:(\d{1,2})年|D(\d{1,2}))$/i.exec(plain);
  const parsed = retention.safeParse(`D${Number(years?.[1] ?? years?.[2])}`);
  return parsed.success ? { value: parsed.data } : { code: "term-unknown" };
}

const startRules = new Map(startRule.options.map((rule) => [plainWords(startRuleLabel[rule]), rule]));
const usages = new Map(Object.entries(scheduleUsageLabel).map(([usage, label]) => [label, usage]));
const longest: Partial<Record<keyof ScheduleRowFields, number>> = {
  subcategory: 60,
  content: 500,
  source: 300,
  sourceRow: 40,
  note: 1000,
};

/** Reads one cell as its field. `categories`: 门类 code by code and by name. */
export function readField(
  field: keyof ScheduleRowFields,
  text: string,
  categories: ReadonlyMap<string, string>,
  oldTerms: OldTerms,
): Read {
  const plain = plainWords(text);
  switch (field) {
    case "category": {
      const code = categories.get(plain.toUpperCase()) ?? categories.get(plain.replace(/(档案|类)+$/, ""));
      return code === undefined ? { code: "category-unknown" } : { value: code };
    }
    case "matterCode":
      return /^[A-Z0-9]{0,6}$/.test(plain) ? { value: plain } : { code: "matter-code-wrong" };
    case "retention":
      return readTerm(text, oldTerms);
    case "isMinimum":
      return /^(是|否|√|)$/.test(plain) ? { value: /^(是|√)$/.test(plain) } : { code: "minimum-unknown" };
    case "startRule": {
      const rule = plain === "" ? "unknown" : startRules.get(plain);
      return rule ? { value: rule } : { code: "start-rule-unknown" };
    }
    case "usage": {
      const usage = plain === "" ? "rule" : usages.get(plain);
      return usage ? { value: usage } : { code: "usage-unknown" };
    }
    default: {
      const value = text.replace(/\s+/g, " ").trim();
      return value.length > (longest[field] ?? 0) ? { code: "text-too-long" } : { value };
    }
  }
}
