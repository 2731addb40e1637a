import { Writable } from "node:stream";
import { openFontShelf } from "#engine/paper/font-shelf";
import { startTurns } from "#engine/paper/take-turn";
import { putOut } from "./catalogue-output.ts";
import type { CatalogueOrder, CatalogueOutput } from "./catalogue-output.ts";
import { fillCoverSheet } from "./fill-cover-sheet.ts";
import { fillListSheet } from "./fill-list-sheet.ts";
import { fixZipTimes } from "./fix-zip-times.ts";
import { layCatalogue } from "./lay-catalogue.ts";
import { recountXlsx } from "./recount-xlsx.ts";
import { coverSheetName, listSheetName } from "./sheet-name.ts";

/**
 * 归档文件目录 as a spreadsheet (DA/T 22-2015, 5.5): per catalogue a cover sheet and a list sheet that breaks where the
 * PDF breaks. The same sheets give the same bytes. The written file is read again and its rows counted before it takes
 * its place. Refuses what `writeCataloguePdf` refuses.
 */
export async function writeCatalogueXlsx(order: CatalogueOrder): Promise<CatalogueOutput> {
  const rowCount = order.sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  const turn = startTurns(2 * rowCount, order.progress, order.signal);
  return putOut(
    order,
    async () => {
      const { WorkbookWriter } = await import("@cj-tech-master/excelts");
      const laid = await layCatalogue(await openFontShelf(), order.sheets, turn);
      const madeOn = new Date(`${order.sheets[0]?.printedDate ?? ""}T00:00:00Z`);
      const chunks: Buffer[] = [];
      const stream = new Writable({
        write(chunk: Buffer, _encoding, done) {
          chunks.push(chunk);
          done();
        },
      });
      const maker = "邻档 Lindang";
      const workbook = new WorkbookWriter({
        stream,
        useStyles: true,
        useSharedStrings: true,
        creator: maker,
        lastModifiedBy: maker,
        created: madeOn,
        modified: madeOn,
      });
      for (const [index, sheet] of laid.sheets.entries()) {
        fillCoverSheet(workbook, coverSheetName(index, laid.sheets.length), sheet);
        await fillListSheet(workbook, listSheetName(index, laid.sheets.length), sheet, turn);
      }
      await workbook.commit();
      const content = Buffer.concat(chunks);
      fixZipTimes(content, madeOn);
      const pageCount = laid.sheets.reduce((sum, sheet) => sum + 1 + sheet.pages.length, 0);
      return { content, pageCount, proof: laid.proof, sheetProofs: laid.sheets.map((sheet) => sheet.proof) };
    },
    recountXlsx,
  );
}
