// 全宗卷: 全宗沿革, what lies in the file, and what is said of the 全宗 as a whole.
import { type CompilationKind, compilationKindLabel } from "#contract/compilation";
import type { FondsHistory } from "#contract/fonds-history";
import type { FormScope } from "#contract/form-scope";
import { getFonds } from "#db/fonds";
import { listClosedYears, listCompilationsOf } from "#db/fonds-file";
import { readFondsHistory } from "#db/fonds-history";
import { countCollectionYears, countExcludedYears, countTermChangeYears, type YearCount } from "#db/form-lists";
import type { ReadDb } from "#db/open";
import type { Desk } from "#engine/desk";
import type { FormSheet } from "./form-definition.ts";
import { sayDay, sayHead } from "./say-fields.ts";

/** The fields every form of a whole 全宗 has. */
export const fondsFields = [
  "fondsCode",
  "fondsName",
  "head",
  "madeOn",
  "span",
  "number",
  "history",
  "names",
  "relatives",
  "holdings",
] as const;
type FondsFields = Record<(typeof fondsFields)[number], string>;

const sayYears = (first: number | null, last: number | null): string =>
  first === null || last === null ? "" : first === last ? `${first} 年度` : `${first}—${last} 年度`;

/** 「文书 40 件，120 页（2024 年度）」 for each 门类 that has something filed. */
function sayHoldings({ holdings }: FondsHistory): string {
  const said = holdings.flatMap(({ categoryName, filedCount, pageSum, volumeCount, firstYear, lastYear }) => {
    if (filedCount + volumeCount === 0) return [];
    const years = sayYears(firstYear, lastYear);
    const counted = [
      volumeCount > 0 && `${volumeCount} 卷（组）`,
      filedCount > 0 && `${filedCount} 件`,
      `${pageSum} 页`,
    ];
    return [`${categoryName} ${counted.filter(Boolean).join("，")}${years === "" ? "" : `（${years}）`}`];
  });
  return said.length === 0 ? "" : `本全宗已归档：${said.join("；")}。`;
}

function sayNames({ names }: FondsHistory): string {
  const said = names.map(({ since, until, name, unit }) => {
    const span = [since === "" ? "起始日期不详" : sayDay(since), until === "" ? "至今" : sayDay(until)].join(" — ");
    return `${name}${unit === "" || unit === name ? "" : `（${unit}）`}，${span}`;
  });
  return said.length === 0 ? "" : `历次名称：${said.join("；")}。`;
}

function sayRelatives({ predecessors, successors }: FondsHistory): string {
  const say = (label: string, some: FondsHistory["predecessors"]): string[] =>
    some.length === 0
      ? []
      : [`${label}：${some.map(({ code, name, on }) => `${name}（全宗号 ${code}，${sayDay(on)}）`).join("；")}。`];
  return [...say("前身", predecessors), ...say("后继", successors)].join("");
}

/** First and last year of what is filed, or the days it was opened and closed. */
function sayFondsSpan({ fonds, holdings }: FondsHistory): string {
  const years = holdings.flatMap(({ firstYear, lastYear }) => [firstYear, lastYear]).filter((year) => year !== null);
  if (years.length > 0) return sayYears(Math.min(...years), Math.max(...years));
  return [fonds.openedOn, fonds.closedOn]
    .filter((day) => day !== "")
    .map(sayDay)
    .join(" — ");
}

function readFonds(
  db: ReadDb,
  scope: FormScope,
  desk: Desk,
): { history: FondsHistory; fields: FondsFields } | undefined {
  const fonds = scope.by === "fonds" ? getFonds(db, scope.fondsId) : undefined;
  if (!fonds) return undefined;
  const history = readFondsHistory(db, fonds);
  const fondsName = fonds.unit || fonds.name;
  const madeOn = sayDay(desk.clock.now().slice(0, 10));
  const fields = {
    fondsCode: fonds.code,
    fondsName,
    madeOn,
    head: sayHead([
      ["全宗号", fonds.code],
      ["全宗名称", fondsName],
      ["编制日期", madeOn],
    ]),
    span: sayFondsSpan(history),
    number: "",
    history: history.rows.map(({ on, sentence }) => `${on === "" ? "" : `${sayDay(on)}，`}${sentence}`).join(""),
    names: sayNames(history),
    relatives: sayRelatives(history),
    holdings: sayHoldings(history),
  };
  return { history, fields };
}

/** Cover and introduction: fields alone. */
export function gatherFonds(db: ReadDb, scope: FormScope, desk: Desk): FormSheet[] {
  const read = readFonds(db, scope, desk);
  return read ? [{ fields: read.fields, rows: [] }] : [];
}

/** The chronicle: 序号 日期 事项 依据; a day nobody knows stays blank, none is made up. */
export function gatherHistory(db: ReadDb, scope: FormScope, desk: Desk): FormSheet[] {
  const read = readFonds(db, scope, desk);
  if (!read || read.history.rows.length === 0) return [];
  const rows = read.history.rows.map(({ on, sentence, reason }, at) => [String(at + 1), sayDay(on), sentence, reason]);
  return [{ fields: read.fields, rows }];
}

type Paper = readonly [kind: string, name: string, year: string, amount: string, remark: string];

/** What the archive itself can print for the file: 序号 类别 材料名称 年度 数量 备注. Papers kept outside are added by hand. */
export function gatherFondsFile(db: ReadDb, scope: FormScope, desk: Desk): FormSheet[] {
  const read = readFonds(db, scope, desk);
  if (!read || scope.by !== "fonds") return [];
  const { fondsId } = scope;
  const lists = (kind: string, name: string, years: readonly YearCount[], unit: string): Paper[] =>
    years
      .toSorted((one, other) => one.year - other.year)
      .map(({ year, count }) => [kind, name, String(year), `${count} ${unit}`, ""]);
  const closed = Map.groupBy(listClosedYears(db, fondsId), ({ year }) => year);
  const papers: Paper[] = [
    ["全宗介绍", "全宗介绍", "", "1 份", ""],
    ["全宗介绍", "全宗沿革", "", `${read.history.rows.length} 项`, ""],
    ...lists("收集", "归档移交清单", countCollectionYears(db, fondsId, false), "项"),
    ...lists("整理", "不归档清单（移交清单中）", countCollectionYears(db, fondsId, true), "项"),
    ...lists("整理", "不归档清单（件）", countExcludedYears(db, fondsId), "件"),
    ...[...closed].map(([year, of]): Paper => {
      const names = of.map(({ categoryName }) => categoryName).join("、");
      return ["整理", "年度归档关闭记录", String(year), `${of.length} 个门类`, names];
    }),
    ...lists("鉴定", "保管期限变更登记", countTermChangeYears(db, fondsId), "件"),
    ...listCompilationsOf(db, fondsId).map(({ kind, title, madeAt, entries }): Paper => {
      const label = compilationKindLabel[kind as CompilationKind] ?? "";
      return ["编研", title, madeAt.slice(0, 4), `${entries} 条`, label];
    }),
  ];
  return [{ fields: read.fields, rows: papers.map((paper, at) => [String(at + 1), ...paper]) }];
}
