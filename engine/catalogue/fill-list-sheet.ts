import type { WorkbookWriter } from "@cj-tech-master/excelts";
import { sayCatalogueProof } from "#contract/catalogue-proof";
import { toPoints } from "#engine/paper/millimetre";
import { takeTurn } from "#engine/paper/take-turn";
import type { Turn } from "#engine/paper/take-turn";
import { cataloguePlan } from "./catalogue-plan.ts";
import type { LaidSheet } from "./lay-catalogue.ts";
import { columnWidth, pageSetup } from "./page-setup.ts";
import { sayScope } from "./say-sheet.ts";
import { bodyStyles, headingStyle, scopeStyle, titleStyle } from "./sheet-style.ts";

/** Title, scope and head: the rows that every printed page repeats. The list's own rows begin below. */
export const repeatedRows = 3;
const longestFooter = 255;

/** The foot of the printed page. `&` begins a command there, so a written one is doubled; a blank ends the type size. */
function sayFooter({ proof, pages }: LaidSheet): string {
  const foot = `&L&8 ${sayCatalogueProof(proof).replaceAll("&", "&&")}&R&9第 &P 页　共 ${pages.length} 页`;
  return foot.length <= longestFooter ? foot : `&L&8 校验 ${proof.hash}&R&9第 &P 页　共 ${pages.length} 页`;
}

/**
 * Writes the list as a sheet: the same rows, row heights and page breaks as the PDF. 序号 and 页数 are numbers, all else
 * is text.
 */
export async function fillListSheet(
  workbook: WorkbookWriter,
  name: string,
  laid: LaidSheet,
  turn: Turn,
): Promise<void> {
  const { columns, headingHeightMm } = cataloguePlan;
  const worksheet = workbook.addWorksheet(name, {
    pageSetup: { ...pageSetup, printTitlesRow: `1:${repeatedRows}` },
    headerFooter: { oddFooter: sayFooter(laid) },
    views: [{ state: "frozen", ySplit: repeatedRows }],
  });
  worksheet.ignoredErrors = [{ ref: `A1:I${repeatedRows + laid.cells.length}`, numberStoredAsText: true }];
  worksheet.columns = columns.map(({ widthMm }) => ({ width: columnWidth(widthMm) }));

  worksheet.mergeCells(1, 1, 1, columns.length);
  worksheet.mergeCells(2, 1, 2, columns.length);
  worksheet.getCell(1, 1).value = "归 档 文 件 目 录";
  worksheet.getCell(1, 1).style = titleStyle;
  worksheet.getCell(2, 1).value = sayScope(laid.sheet);
  worksheet.getCell(2, 1).style = scopeStyle;
  worksheet.getRow(1).height = toPoints(13);
  worksheet.getRow(2).height = toPoints(7);
  worksheet.getRow(repeatedRows).height = toPoints(headingHeightMm);
  for (const [index, { heading }] of columns.entries()) {
    const cell = worksheet.getCell(repeatedRows, index + 1);
    cell.value = heading;
    cell.style = headingStyle;
  }

  for (const [pageIndex, page] of laid.pages.entries()) {
    for (const [indexOnPage, { heightMm }] of page.rows.entries()) {
      const rowIndex = page.firstRow + indexOnPage;
      const row = worksheet.getRow(repeatedRows + 1 + rowIndex);
      row.height = toPoints(heightMm);
      for (const [index, text] of (laid.cells[rowIndex] ?? []).entries()) {
        const style = bodyStyles[index] ?? scopeStyle;
        const cell = row.getCell(index + 1);
        if (text !== "") cell.value = style.numFmt === "0" ? Number(text) : text;
        cell.style = style;
      }
      if (indexOnPage === page.rows.length - 1 && pageIndex < laid.pages.length - 1) row.addPageBreak();
      row.commit();
      await takeTurn(turn);
    }
  }
  worksheet.commit();
}
