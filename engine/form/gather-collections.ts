// 归档移交清单 and 不归档清单: what each organisation and post hands in for a year, and what is judged not to be filed.
import { archivalDate, printDate } from "#contract/archival-date";
import { collectionSourceLabel, collectionStateLabel } from "#contract/collection-list";
import type { FormScope } from "#contract/form-scope";
import { listLines, type LineWithSource } from "#db/collection-list";
import { listCategories } from "#db/fonds";
import { listExcludedItems } from "#db/form-lists";
import type { ReadDb } from "#db/open";
import type { Desk } from "#engine/desk";
import type { FormSheet } from "./form-definition.ts";
import { fieldsOfYear, yearFields } from "./say-year.ts";
import { sayHead } from "./say-fields.ts";

export const collectionFields = [...yearFields, "source", "sourceKind", "total"] as const;

const stated = (count: number): string => (count === 0 ? "" : String(count));
const compact = (day: string): string => day.replaceAll("-", "");

/** 序号 门类 材料名称 种类 份数 页数 应交日期 移交日期 情况 备注. */
function rowOfLine(line: LineWithSource["line"], category: string, serial: number): string[] {
  const { title, kind, copies, pages, dueOn, handedInOn, state, reason } = line;
  return [
    String(serial),
    category,
    title,
    kind,
    stated(copies),
    stated(pages),
    compact(dueOn),
    compact(handedInOn),
    collectionStateLabel[state],
    reason,
  ];
}

/** One list per organisation or post, to be signed by both sides; what is judged 不归档 stands on its own list. */
export function gatherCollectionLists(db: ReadDb, scope: FormScope, desk: Desk): FormSheet[] {
  if (scope.by !== "year") return [];
  const lines = listLines(db, scope).filter(({ line }) => line.state !== "excluded");
  const names = new Map<string, string>(listCategories(db).map(({ code, name }) => [code, name]));
  return [...Map.groupBy(lines, ({ line }) => line.sourceId).values()].flatMap((ofSource) => {
    const fields = fieldsOfYear(db, scope, ofSource.length, desk);
    const [first] = ofSource;
    if (!fields || !first) return [];
    const sourceKind = collectionSourceLabel[first.sourceKind];
    const came = ofSource.filter(({ line }) => line.state === "handed-in").map(({ line }) => line);
    const sum = (of: "copies" | "pages"): number => came.reduce((all, line) => all + line[of], 0);
    return [
      {
        fields: {
          ...fields,
          source: first.sourceName,
          sourceKind,
          head: sayHead([
            ["移交单位（岗位）", `${first.sourceName}（${sourceKind}）`],
            ["归档单位", fields.fondsName],
            ["年度", fields.year],
            ["制表日期", fields.madeOn],
          ]),
          total: `应交 ${ofSource.length} 项，已交 ${came.length} 项；已交的列明 ${sum("copies")} 份、${sum("pages")} 页。`,
        },
        rows: ofSource.map(({ line }, at) => rowOfLine(line, names.get(line.category) ?? line.category, at + 1)),
      },
    ];
  });
}

/** Lines and items judged 不归档 with the reason; a restricted item by its neutral title, without its reason (P6). */
export function gatherExcluded(db: ReadDb, scope: FormScope, desk: Desk): FormSheet[] {
  if (scope.by !== "year") return [];
  const names = new Map<string, string>(listCategories(db).map(({ code, name }) => [code, name]));
  const ofLines = listLines(db, { ...scope, state: "excluded" }).map(({ line, sourceName }) => [
    names.get(line.category) ?? line.category,
    line.title,
    sourceName,
    "",
    stated(line.pages),
    line.reason,
    "移交清单",
  ]);
  const ofItems = listExcludedItems(db, scope.fondsId, scope.year).map((item) => {
    const isRestricted = item.access === "restricted";
    return [
      names.get(item.category) ?? item.category,
      isRestricted ? item.neutralTitle : item.title,
      isRestricted ? "" : item.creator,
      printDate(archivalDate.parse(item.documentDate)),
      stated(item.pageCount),
      isRestricted ? "" : item.excludedReason,
      "件",
    ];
  });
  const rows = [...ofLines, ...ofItems].map((row, at) => [String(at + 1), ...row]);
  const fields = fieldsOfYear(db, scope, rows.length, desk);
  if (!fields || rows.length === 0) return [];
  return [{ fields: { ...fields, source: "", sourceKind: "", total: `共 ${rows.length} 项不归档。` }, rows }];
}
