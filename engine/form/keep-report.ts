// 年报表样 and 手填数: kept in the archive, each change with its way back.
import type { Input, Output } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import { getFonds } from "#db/fonds";
import type { ReadDb, WriteDb } from "#db/open";
import { getSetting, putSetting } from "#db/setting";
import type { Desk } from "#engine/desk";
import { isRefusedPhrase } from "#engine/input/refused-heading";
import type { Written } from "#engine/written";
import { cellKey, countReport, figuresKey, isTypedCell, reportTableOf } from "./count-report.ts";

/** Refuses fonds-not-found. */
export function readReport(db: ReadDb, input: Input<"yearly-report.read">): Output<"yearly-report.read"> {
  if (!getFonds(db, input.fondsId)) throw new Refusal("fonds-not-found");
  return countReport(db, input);
}

/**
 * Refuses field-refused for a line or column that asks for what may not be kept. Totals of peoples have a place of their own, with their
 * paper and once a year (typed-total, personal-data P3).
 */
function refuseFields(table: Input<"yearly-report.revise">["table"]): void {
  const words = [
    ...(table?.lines ?? []).map(({ label }) => label),
    ...(table?.columns ?? []).map(({ heading }) => heading),
  ];
  if (words.some(isRefusedPhrase)) throw new Refusal("field-refused", { where: "年报表样的一行或一列" });
}

/** Keeps the office's own table; null takes the shipped one back. What was typed stays. Refuses field-refused. */
export function reviseReport(
  db: WriteDb,
  { table }: Input<"yearly-report.revise">,
  desk: Desk,
): Written<Output<"yearly-report.revise">> {
  refuseFields(table);
  const before = getSetting(db, "yearlyReport") ?? null;
  putSetting(db, "yearlyReport", table);
  return {
    output: { table: reportTableOf(db), isShipped: table === null },
    objectId: desk.archive.id,
    before,
    after: table,
    undo: { name: "yearly-report.revise", input: { table: before } },
    nouns: ["yearly-report"],
  };
}

/** Keeps what was typed for one year. Refuses fonds-not-found, report-cell-counted (no typed cell of the table). */
export function typeReport(
  db: WriteDb,
  { fondsId, year, figures: given }: Input<"yearly-report.type">,
): Written<Output<"yearly-report.type">> {
  if (!getFonds(db, fondsId)) throw new Refusal("fonds-not-found");
  const table = reportTableOf(db);
  const typed = new Set(
    table.lines.flatMap((line) =>
      table.columns.filter((column) => isTypedCell(line, column)).map((column) => cellKey(line.key, column.key)),
    ),
  );
  const key = figuresKey({ fondsId, year });
  const all = getSetting(db, "yearlyReportFigures") ?? {};
  const before = all[key] ?? {};
  for (const cell of Object.keys(given)) {
    // What was typed under an earlier table may be given back as it was; a counted cell is never typed over.
    if (!typed.has(cell) && given[cell] !== before[cell]) throw new Refusal("report-cell-counted");
  }
  const figures = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ""));
  putSetting(db, "yearlyReportFigures", { ...all, [key]: figures });
  return {
    output: { figures },
    objectId: fondsId,
    before,
    after: figures,
    undo: { name: "yearly-report.type", input: { fondsId, year, figures: before } },
    nouns: ["yearly-report"],
  };
}
