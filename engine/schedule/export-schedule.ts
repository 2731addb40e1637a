// 导出期限表: one version as a spreadsheet, written whole, read back and counted before it has its name.
import { stat } from "node:fs/promises";
import { Writable } from "node:stream";
import type { Input, Output } from "#contract/contract";
import { Refusal } from "#contract/refusal";
import { scheduleStateLabel } from "#contract/schedule-words";
import type { ScheduleRow, ScheduleVersion } from "#contract/schedule";
import { listRows } from "#db/schedule";
import { fixZipTimes } from "#engine/catalogue/fix-zip-times";
import { readSpreadsheet } from "#engine/catalogue/read-spreadsheet";
import type { House } from "#engine/house";
import { refuseWhenCancelled, type Job } from "#engine/job";
import { writeCheckedFile } from "#engine/paper/write-checked-file";
import type { OpenArchive } from "#engine/vault/open-archive";
import { rowOf, versionForUse } from "./show-schedule.ts";
import { scheduleColumns } from "./table-columns.ts";

const sheetName = "保管期限表";
/** Title and headings stand above the rows. */
const headRows = 2;
const thin = { style: "thin", color: { argb: "FF000000" } } as const;
const border = { top: thin, bottom: thin, left: thin, right: thin };
const font = (size: number, bold = false): { name: string; size: number; bold: boolean } => ({
  name: "宋体",
  size,
  bold,
});

const titleOf = ({ number, name, state, validFrom }: ScheduleVersion): string =>
  `第 ${number} 版　${name}　${scheduleStateLabel[state]}${validFrom === "" ? "" : `　自 ${validFrom} 起`}`;

async function fill(version: ScheduleVersion, rows: readonly ScheduleRow[], madeOn: Date): Promise<Buffer> {
  const { WorkbookWriter } = await import("@cj-tech-master/excelts");
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  const maker = "邻档 Lindang";
  const times = { creator: maker, lastModifiedBy: maker, created: madeOn, modified: madeOn };
  const workbook = new WorkbookWriter({ stream, useStyles: true, useSharedStrings: true, ...times });
  const worksheet = workbook.addWorksheet(sheetName, {
    pageSetup: {
      paperSize: 9,
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `1:${headRows}`,
    },
    views: [{ state: "frozen", ySplit: headRows }],
  });
  worksheet.columns = scheduleColumns.map(({ width }) => ({ width }));
  worksheet.mergeCells(1, 1, 1, scheduleColumns.length);
  worksheet.getCell(1, 1).value = titleOf(version);
  worksheet.getCell(1, 1).style = { font: font(14, true), alignment: { horizontal: "center", vertical: "middle" } };
  const head = { font: font(10, true), border, alignment: { horizontal: "center", vertical: "middle" } } as const;
  // "@": text stays text, so that `=1+1` stays what was written.
  const body = { font: font(10), border, alignment: { vertical: "middle", wrapText: true }, numFmt: "@" } as const;
  scheduleColumns.forEach(({ heading }, at) => {
    const cell = worksheet.getCell(headRows, at + 1);
    cell.value = heading;
    cell.style = head;
  });
  rows.forEach((row, at) => {
    const line = worksheet.getRow(headRows + 1 + at);
    scheduleColumns.forEach(({ say }, column) => {
      const cell = line.getCell(column + 1);
      const text = say(row);
      if (text !== "") cell.value = text;
      cell.style = body;
    });
    line.commit();
  });
  worksheet.commit();
  await workbook.commit();
  const content = Buffer.concat(chunks);
  fixZipTimes(content, madeOn);
  return content;
}

/** Refuses conservation-broken when a row is lost or altered in the written file. */
async function recount(written: Buffer, rows: readonly ScheduleRow[]): Promise<void> {
  const sheet = (await readSpreadsheet(written)).get(sheetName);
  const same = rows.filter((row, at) => {
    const cells = sheet?.get(headRows + 1 + at) ?? [];
    return scheduleColumns.every(({ say }, column) => (cells[column] ?? "") === say(row));
  }).length;
  if (same !== rows.length || (sheet?.size ?? 0) !== rows.length + headRows)
    throw new Refusal("conservation-broken", { expected: rows.length, actual: same });
}

/** Refuses schedule-version-not-found, conservation-broken, and what writeCheckedFile refuses. */
export async function exportSchedule(
  house: House,
  archive: OpenArchive,
  { versionId, to, mayReplace }: Input<"schedule.export">,
  job: Job,
): Promise<Output<"schedule.export">> {
  const db = archive.connection.read;
  const version = versionForUse(db, versionId);
  const rows = listRows(db, versionId).map(rowOf);
  job.progress("writing", 0, rows.length, "row");
  const madeOn = new Date(`${house.clock.now().slice(0, 10)}T00:00:00Z`);
  const content = await fill(version, rows, madeOn);
  refuseWhenCancelled(job.signal);
  await writeCheckedFile(to, mayReplace, content, (written) => recount(written, rows));
  job.progress("writing", rows.length, rows.length, "row");
  return { path: to, bytes: (await stat(to)).size, rowCount: rows.length };
}
