// 导出台账统计: values as they are shown, as a spreadsheet or CSV; nothing behind them.
import type { Input, Output } from "#contract/contract";
import { countedByLabel } from "#contract/ledger-statistics";
import { Refusal } from "#contract/refusal";
import type { ReadDb } from "#db/open";
import { readSpreadsheet } from "#engine/catalogue/read-spreadsheet";
import type { House } from "#engine/house";
import { refuseWhenCancelled, type Job } from "#engine/job";
import { renderCsv } from "#engine/open-export/neutral-csv";
import { renderWorkbook } from "#engine/open-export/render-workbook";
import { writeCheckedFile } from "#engine/paper/write-checked-file";
import type { OpenArchive } from "#engine/vault/open-archive";
import { lastGiven } from "./count-guarded.ts";
import { countLedger, showOverview } from "./count-ledgers.ts";

type Table = {
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
};
const sheetName = "台账统计";
/** What stands for a count that is not given. */
const notGiven = "不显示";
const shareOf = (part: number, whole: number): string =>
  whole === 0 ? "" : `${Math.round((part / whole) * 1000) / 10}%`;

function overviewTable(db: ReadDb, { fondsId, year }: Input<"ledger-statistics.export">): Table {
  const months = Array.from({ length: 12 }, (_, at) => `${at + 1}月`);
  return {
    name: sheetName,
    headings: ["台账", `${year}年`, `${year - 1}年`, "补录", "补录占比", ...months],
    rows: showOverview(db, { fondsId, year }).map((line) => [
      ...[line.name, `${line.count}`, `${line.before}`, `${line.lateCount}`, shareOf(line.lateCount, line.count)],
      ...line.months.map(String),
    ]),
  };
}

function tableOf(db: ReadDb, input: Input<"ledger-statistics.export">): Table {
  const { of, year } = input;
  if (of.what === "overview") return overviewTable(db, input);
  if (of.what === "count") {
    const { cells, total } = countLedger(db, { ...of, year });
    return {
      name: sheetName,
      headings: [countedByLabel[of.by], `${year}年`, `${year - 1}年`, "补录"],
      rows: [...cells, { ...total, value: "合计" }].map((cell) => [
        ...[cell.value, `${cell.count}`, `${cell.before}`, `${cell.lateCount}`],
      ]),
    };
  }
  const { column, count } = lastGiven(db, { ...of, year });
  if (!count) throw new Refusal("statistics-not-counted");
  return {
    name: sheetName,
    headings: [column.heading, "人数", "统计时间"],
    rows: [...count.cells, { value: "合计", count: count.total }].map((cell) => [
      ...[cell.value, cell.count === null ? notGiven : `${cell.count}`, count.countedAt],
    ]),
  };
}

async function recount(written: Buffer, { headings, rows }: Table): Promise<void> {
  const sheet = (await readSpreadsheet(written)).get(sheetName);
  const same = rows.filter((row, at) =>
    row.every((text, column) => (sheet?.get(at + 2)?.[column] ?? "") === text),
  ).length;
  if (same !== rows.length || sheet?.size !== rows.length + 1 || headings.length === 0)
    throw new Refusal("conservation-broken", { expected: rows.length, actual: same });
}

/** Refuses what counting refuses, statistics-not-counted, conservation-broken, and what writeCheckedFile refuses. */
export async function exportCounts(
  _house: House,
  archive: OpenArchive,
  input: Input<"ledger-statistics.export">,
  job: Job,
): Promise<Output<"ledger-statistics.export">> {
  const table = tableOf(archive.connection.read, input);
  const isBook = input.format === "xlsx";
  const content = isBook
    ? await renderWorkbook([table], () => refuseWhenCancelled(job.signal))
    : renderCsv(table.headings, table.rows);
  await writeCheckedFile(input.to, input.mayReplace, content, async (written) => {
    if (isBook) await recount(written, table);
    else if (!written.equals(content)) throw new Refusal("conservation-broken", { expected: 0, actual: 0 });
  });
  job.progress("写出统计", table.rows.length, table.rows.length, "row");
  return { path: input.to, rowCount: table.rows.length };
}
