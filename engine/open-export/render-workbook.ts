// 目录.xlsx: one sheet, every cell typed as text, so that nothing is computed and no zero is lost.
import { Writable } from "node:stream";
import { setImmediate } from "node:timers/promises";

export const sheetName = "目录";
/** Rows between two turns of others. */
const rowsInTurn = 500;

/** The bytes of a workbook; `turn` lets others have theirs and refuses when stopped. */
export async function renderWorkbook(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  turn: (done: number) => void,
): Promise<Buffer> {
  const { WorkbookWriter } = await import("@cj-tech-master/excelts");
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  const workbook = new WorkbookWriter({ stream, useStyles: true, useSharedStrings: true, creator: "邻档 Lindang" });
  const sheet = workbook.addWorksheet(sheetName, { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = headings.map((heading) => ({ width: heading === "题名" ? 50 : Math.max(8, heading.length * 2 + 4) }));
  for (const [at, cells] of [headings, ...rows].entries()) {
    const row = sheet.getRow(at + 1);
    cells.forEach((text, column) => {
      if (text === "") return;
      const cell = row.getCell(column + 1);
      cell.value = text;
      cell.style = { numFmt: "@", ...(at === 0 && { font: { bold: true } }) };
    });
    row.commit();
    if (at % rowsInTurn !== 0) continue;
    turn(at);
    await setImmediate();
  }
  sheet.commit();
  await workbook.commit();
  return Buffer.concat(chunks);
}
