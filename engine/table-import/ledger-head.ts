// Which column of a ledger a heading means: the ledger's own heading first, then the words offices use for such a column.
import type { ColumnKey, LedgerColumn } from "#contract/ledger-column";
import { normaliseHeading } from "#engine/input/normalise-heading";
import type { HeadWords } from "./find-head.ts";

/** Columns a table can fill: what is reckoned or attached is not read. */
export const fillableColumns = (columns: readonly LedgerColumn[]): LedgerColumn[] =>
  columns.filter(({ kind }) => kind !== "formula" && kind !== "attachment");

const names =
  /^((居民|申请人|当事人|来访人|来信人|帮扶对象|走访对象|服务对象|办事人|户主|本人|群众|对象)(的?(姓名|名字|名称))?|姓名|名字)$/;
const phones = /(电话|手机|联系方式|联系号码)(号码?)?$/;
const idNumbers = /(身份证|证件|公民身份)(号码?|编号)?$/;
const accounts = /(账号|帐号|卡号|账户|帐户)$/;
const places = /(住址|地址|门牌号?|居住地|住所|家庭住址)$/;
const grids = /网格/;
const days = /(日期|时间|年月日)$/;
const money = /(金额|资金|补助|款额|费用|元)$/;
const counts = /(人数|数量|次数|份数|人次)$/;
const present = /(参加|参会|出席|到会)(人数|人次)?$/;
const kinds = /(类别|类型|种类|分类)$/;
const results = /(结果|落实情况|办理情况|处理情况|办结情况)$/;
const remarks = /^(备注|附注|备考|说明)$/;
const handlers = /^(经办人?|办理人|帮扶人|帮扶责任人|走访人|记录人|承办人|工作人员|接待人|负责人)$/;
const matters = /(事项|内容|事由|措施|情况摘要|主要内容|做法)$/;

const hasFormat = ({ kind, rules }: LedgerColumn, format: LedgerColumn["rules"]["format"]): boolean =>
  kind === "text" && rules.format === format;
const isPlain = ({ kind, rules }: LedgerColumn): boolean =>
  kind === "longText" || (kind === "text" && rules.format === "plain");
/** What kind of column the words stand for. */
const means: readonly (readonly [RegExp, (column: LedgerColumn) => boolean])[] = [
  [names, (column) => column.kind === "person" || (isPlain(column) && names.test(normaliseHeading(column.heading)))],
  [phones, (column) => hasFormat(column, "phone")],
  [idNumbers, (column) => hasFormat(column, "idNumber")],
  [accounts, (column) => hasFormat(column, "account")],
  [places, ({ kind }) => kind === "address"],
  [grids, ({ kind }) => kind === "grid"],
  [days, ({ part }) => part === "occurred"],
  [money, ({ kind }) => kind === "money"],
  [counts, ({ kind }) => kind === "number"],
  [kinds, ({ part }) => part === "kind"],
  [results, ({ part }) => part === "result"],
  [remarks, (column) => isPlain(column) && remarks.test(normaliseHeading(column.heading))],
  [handlers, (column) => isPlain(column) && handlers.test(normaliseHeading(column.heading))],
  [matters, (column) => isPlain(column) && column.isRequired && column.part !== "subject"],
];

/** How surely a heading means a column: 3 the same words, 2 one within the other, 1 words offices use for it, 0 not at all. */
export const likeness = (heading: string, column: LedgerColumn): number =>
  likenessOf(normaliseHeading(heading), column, normaliseHeading(column.heading));

/** A heading run together with the row below it is no heading. */
const isHeading = (given: string): boolean => given !== "" && given.length <= 16 && !/\d{2}/.test(given);

/** The same of both headings in one spelling. */
function likenessOf(given: string, column: LedgerColumn, own: string): number {
  if (!isHeading(given)) return 0;
  if (given === own) return 3;
  const [shorter, longer] = given.length < own.length ? [given, own] : [own, given];
  if (shorter.length >= 2 && longer.includes(shorter)) return days.test(given) && column.part === "occurred" ? 2.5 : 2;
  if (present.test(given) && /实到|到会|参加/.test(own)) return 1.5;
  return means.some(([words, fits]) => words.test(given) && fits(column)) ? 1 : 0;
}

/** Headings that stand in every ledger and say nothing of which one a table is. */
const everywhere = /^(备注|序号|.*(日期|时间|人|内容|情况|结果))$/;
const ofPersons = new Set(["person", "address", "household"]);

/** Whether a heading tells this ledger from others: its own words, or a column for persons, numbers or sums. */
function isTelling(heading: string, column: LedgerColumn | undefined): boolean {
  if (!column) return false;
  const isCommon = [heading, column.heading].some((words) => everywhere.test(normaliseHeading(words)));
  if (likeness(heading, column) >= 2 && !isCommon) return true;
  return ofPersons.has(column.kind) || column.kind === "money" || column.rules.format !== "plain";
}

/** What heads of tables for this ledger are known by: two columns of it at least, one of which only such a ledger has. */
export function ledgerHead(columns: readonly LedgerColumn[]): HeadWords<ColumnKey> {
  const known = fillableColumns(columns).map((column) => ({ column, own: normaliseHeading(column.heading) }));
  const cache = new Map<string, ColumnKey | undefined>();
  const match = (heading: string): ColumnKey | undefined => {
    if (cache.has(heading)) return cache.get(heading);
    const given = normaliseHeading(heading);
    let best: { key: ColumnKey; likeness: number } | undefined;
    for (const { column, own } of known) {
      const found = likenessOf(given, column, own);
      if (found > (best?.likeness ?? 0)) best = { key: column.key, likeness: found };
    }
    cache.set(heading, best?.key);
    return best?.key;
  };
  return {
    match,
    score(headings) {
      const fields = new Set(headings.flatMap(({ field }) => field ?? []));
      if (fields.size < 2) return 0;
      const columnOf = (field: ColumnKey | undefined): LedgerColumn | undefined =>
        known.find(({ column }) => column.key === field)?.column;
      if (!headings.some(({ field, text }) => isTelling(text, columnOf(field)))) return 0;
      // A sheet most of whose columns this ledger does not know is another ledger's.
      const named = headings.filter(({ text }) => text !== "" && !isSerial(text)).length;
      if (fields.size * 2 < named) return 0;
      return fields.size;
    },
  };
}

const isSerial = (heading: string): boolean => /^(序号|顺序号|序|编号|行号|no|№)$/.test(normaliseHeading(heading));
/** The column in which rows are numbered; undefined where none is. */
export const serialColumn = (headings: readonly string[]): number | undefined => {
  const at = headings.findIndex(isSerial);
  return at < 0 ? undefined : at;
};
