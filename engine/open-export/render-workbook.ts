// Workbooks: one sheet for each table, every cell typed as text, so that nothing is computed and no zero is lost.
import { Writable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import type { ExportTable } from "./gather-sheets.ts";

export const sheetName = "目录";
/** Rows between two turns of others. */
const rowsInTurn = 500;
/** What a spreadsheet program takes in one cell. */
const longestCell = 32_767;
const cutNote = "……（全文见同名 CSV）";

/** A text as a workbook can hold it: one kind of line end, no character XML forbids, no more than a cell takes. */
export function cellOf(text: string): string {
  const plain = text
    .replace(/\r\n?/g, "\n")
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\uFFFD")
    .toWellFormed();
  return plain.length > longestCell ? `${plain.slice(0, longestCell - 100).toWellFormed()}${cutNote}` : plain;
}

/** The bytes of a workbook; `turn` lets others have theirs and refuses when stopped. */
export async function renderWorkbook(tables: readonly ExportTable[], turn: (done: number) => void): Promise<Buffer> {
  const { WorkbookWriter } = await import("@cj-tech-master/excelts");
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  const workbook = new WorkbookWriter({ stream, useStyles: true, useSharedStrings: true, creator: "邻档 Lindang" });
  let done = 0;
  for (const { name, headings, rows } of tables) {
    const sheet = workbook.addWorksheet(name, { views: [{ state: "frozen", ySplit: 1 }] });
    sheet.columns = headings.map((heading) => ({
      width: heading === "题名" ? 50 : Math.max(8, heading.length * 2 + 4),
    }));
    for (const [at, cells] of [headings, ...rows].entries()) {
      const row = sheet.getRow(at + 1);
      cells.forEach((text, column) => {
        if (text === "") return;
        const cell = row.getCell(column + 1);
        cell.value = cellOf(text);
        cell.style = { numFmt: "@", ...(at === 0 && { font: { bold: true } }) };
      });
      row.commit();
      if (at > 0) done += 1;
      if (at % rowsInTurn !== 0) continue;
      turn(done);
      await setImmediate();
    }
    sheet.commit();
  }
  await workbook.commit();
  return Buffer.concat(chunks);
}
