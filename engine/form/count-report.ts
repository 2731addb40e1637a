// 年报 of one year: every cell counted from the kept sums, or as it was typed.
import type { FondsId } from "#contract/fonds";
import type { ReportColumn, ReportLine, ReportTable, YearlyReport } from "#contract/yearly-report";
import type { ReadDb } from "#db/open";
import { type ContainerCount, listContainerCounts } from "#db/report-figures";
import { getSetting } from "#db/setting";
import { listHoldings } from "#db/statistics";
import { starterReport } from "./starter-report.ts";

type Sums = ReturnType<typeof listHoldings>[number];

/** The office's own table, or the one shipped. */
export const reportTableOf = (db: ReadDb): ReportTable => getSetting(db, "yearlyReport") ?? starterReport;

/** Under which name the figures typed for a year are kept. */
export const figuresKey = ({ fondsId, year }: { fondsId: FondsId; year: number }): string => `${fondsId}/${year}`;
export const cellKey = (line: string, column: string): string => `${line}/${column}`;
export const isTypedCell = (line: ReportLine, column: ReportColumn): boolean =>
  line.measure === "typed" || column.span === "typed";

const containers = { volumes: "volume", groups: "group", boxes: "box" } as const;
const sums = {
  items: (row: Sums) => row.filed,
  pages: (row: Sums) => row.pages,
  digitised: (row: Sums) => row.digitised,
  images: (row: Sums) => row.images,
  digital: (row: Sums) => (row.carrier === "digital" ? row.filed : 0),
  drafts: (row: Sums) => row.drafts,
  excluded: (row: Sums) => row.excluded,
} as const;

/** Whether something of a year belongs under a column; what has no year yet belongs under none. */
function isIn({ span }: ReportColumn, of: number, year: number): boolean {
  if (of === 0) return false;
  return span === "year" ? of === year : span === "before" ? of === year - 1 : of <= year;
}

function countCell(
  line: ReportLine,
  column: ReportColumn,
  year: number,
  held: readonly Sums[],
  kept: readonly ContainerCount[],
): number {
  const isOurs = (of: { category: string; year: number; retention: string }): boolean =>
    isIn(column, of.year, year) &&
    (line.category === null || of.category === line.category) &&
    (line.retention === null || of.retention === line.retention);
  const { measure } = line;
  if (measure === "typed") return 0;
  if (measure === "volumes" || measure === "groups" || measure === "boxes")
    return kept
      .filter((each) => each.kind === containers[measure] && isOurs(each))
      .reduce((all, { count }) => all + count, 0);
  return held.filter(isOurs).reduce((all, row) => all + sums[measure](row), 0);
}

/** Every line of the table with its cells. Figures typed for a line that is gone stay kept and are not shown. */
export function countReport(db: ReadDb, of: { fondsId: FondsId; year: number }): YearlyReport {
  const table = reportTableOf(db);
  const typed = getSetting(db, "yearlyReportFigures")?.[figuresKey(of)] ?? {};
  const held = listHoldings(db, { fondsId: of.fondsId });
  const kept = listContainerCounts(db, of.fondsId);
  const cells = table.lines.map((line) => ({
    line: line.key,
    values: table.columns.map((column) => {
      const isTyped = isTypedCell(line, column);
      const value = isTyped
        ? (typed[cellKey(line.key, column.key)] ?? "")
        : String(countCell(line, column, of.year, held, kept));
      return { column: column.key, value, isTyped };
    }),
  }));
  return { table, isShipped: getSetting(db, "yearlyReport") === undefined, cells };
}
