// One list of a form as a sheet of a spreadsheet: the same rows, heights and page breaks as the PDF.
import type { Borders, PageSetup, Style, WorkbookWriter } from "@cj-tech-master/excelts";
import { sayFormProof } from "#contract/form-proof";
import { toPoints } from "#engine/paper/millimetre";
import { takeTurn } from "#engine/paper/take-turn";
import type { Turn } from "#engine/paper/take-turn";
import type { DocumentPaper } from "./lay-document.ts";
import type { LaidTable } from "./laid-form.ts";

/** Title, scope and head stand on every printed page; the rows begin below. */
export const repeatedRows = 3;
const longestFooter = 255;
/** The number spreadsheet files know A3 by; the library names only smaller sheets. */
const a3Paper: number = 8;
const thin = { style: "thin", color: { argb: "FF000000" } } as const;
const grid: Partial<Borders> = { top: thin, bottom: thin, left: thin, right: thin };
const inches = (millimetres: number): number => millimetres / 25.4;

/** A, B … Z, AA: the column of a number from 1. */
function letterOf(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest === 0 ? "" : letterOf(rest)) + String.fromCharCode(65 + ((column - 1) % 26));
}

/** A column's width in the unit of spreadsheets: characters of 7 pixels at 96 dpi, with 5 pixels beside them. */
export function columnWidth(millimetres: number): number {
  const pixels = Math.floor((millimetres * 96) / 25.4);
  return Math.floor(((pixels - 5) / 7) * 256) / 256;
}

/** The page of a spreadsheet as the form has it, one page wide. */
export function setupOf({ size, margins }: DocumentPaper): Partial<PageSetup> {
  return {
    paperSize: Math.max(size.widthMm, size.heightMm) > 400 ? a3Paper : 9,
    orientation: size.widthMm > size.heightMm ? "landscape" : "portrait",
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    firstPageNumber: 1,
    horizontalCentered: true,
    // Spreadsheet programs round row heights up; the page must still end where the PDF's page ends.
    margins: {
      left: inches(margins.left),
      right: inches(margins.right),
      top: inches(margins.top),
      bottom: inches(margins.bottom - 4),
      header: inches(8),
      footer: inches(8),
    },
  };
}

/** The foot of the printed page. `&` begins a command there, so a written one is doubled. */
function sayFooter({ proof, pages }: LaidTable): string {
  const foot = `&L&8 ${sayFormProof(proof).replaceAll("&", "&&")}&R&9第 &P 页　共 ${pages.length} 页`;
  return foot.length <= longestFooter ? foot : `&L&8 校验 ${proof.hash}&R&9第 &P 页　共 ${pages.length} 页`;
}

/** Writes one list. Numbers of rows and pages are numbers, all else is text, so that `=1+1` stays what was written. */
export async function fillTableSheet(
  workbook: WorkbookWriter,
  name: string,
  paper: DocumentPaper,
  table: LaidTable,
  turn: Turn,
): Promise<void> {
  const { columns } = table;
  const sizePt = paper.sizePt ?? 9;
  const song = (size: number, bold = false): Style["font"] => ({ name: "宋体", charset: 134, size, bold });
  const worksheet = workbook.addWorksheet(name, {
    pageSetup: { ...setupOf(paper), printTitlesRow: `1:${repeatedRows}` },
    headerFooter: { oddFooter: sayFooter(table) },
    views: [{ state: "frozen", ySplit: repeatedRows }],
  });
  const lastColumn = letterOf(columns.length);
  worksheet.ignoredErrors = [{ ref: `A1:${lastColumn}${repeatedRows + table.cells.length}`, numberStoredAsText: true }];
  worksheet.columns = columns.map(({ widthMm }) => ({ width: columnWidth(widthMm) }));
  const head = [
    [1, table.title, 13, { font: song(18, true), alignment: { horizontal: "center", vertical: "middle" } }],
    [
      2,
      table.scopeLine,
      7,
      { font: song(9), alignment: { horizontal: "left", vertical: "middle", shrinkToFit: true }, numFmt: "@" },
    ],
  ] as const;
  for (const [row, text, heightMm, style] of head) {
    worksheet.mergeCells(row, 1, row, columns.length);
    worksheet.getCell(row, 1).value = text;
    worksheet.getCell(row, 1).style = style;
    worksheet.getRow(row).height = toPoints(heightMm);
  }
  worksheet.getRow(repeatedRows).height = toPoints(paper.headingMm ?? 9);
  const styles = columns.map((column): Partial<Style> => ({
    font: song(sizePt),
    border: grid,
    alignment: { horizontal: column.align, vertical: "middle", wrapText: true },
    numFmt: column.counts === "number" || column.counts === "pages" ? "0" : "@",
  }));
  for (const [index, { heading }] of columns.entries()) {
    const cell = worksheet.getCell(repeatedRows, index + 1);
    cell.value = heading;
    cell.style = {
      font: song(sizePt + 1, true),
      border: grid,
      alignment: { horizontal: "center", vertical: "middle", wrapText: true },
    };
  }
  for (const [pageIndex, page] of table.pages.entries()) {
    for (const [indexOnPage, { heightMm }] of page.rows.entries()) {
      const rowIndex = page.firstRow + indexOnPage;
      const row = worksheet.getRow(repeatedRows + 1 + rowIndex);
      row.height = toPoints(heightMm);
      for (const [index, text] of (table.cells[rowIndex] ?? []).entries()) {
        const cell = row.getCell(index + 1);
        const style = styles[index] ?? {};
        const isNumber = style.numFmt === "0" && /^(0|[1-9]\d{0,14})$/.test(text);
        if (text !== "") cell.value = isNumber ? Number(text) : text;
        cell.style = isNumber || style.numFmt !== "0" ? style : { ...style, numFmt: "@" };
      }
      if (indexOnPage === page.rows.length - 1 && pageIndex < table.pages.length - 1) row.addPageBreak();
      row.commit();
      await takeTurn(turn);
    }
  }
  worksheet.commit();
}
