import type { WorkbookWriter } from "@cj-tech-master/excelts";
import { sayCatalogueProof } from "#contract/catalogue-proof";
import { toPoints } from "#engine/paper/millimetre";
import type { LaidSheet } from "./lay-catalogue.ts";
import { columnWidth, pageSetup } from "./page-setup.ts";
import { coverFields, coverNotes } from "./say-sheet.ts";
import { coverLabelStyle, coverNoteStyle, coverTitleStyle, coverValueStyle } from "./sheet-style.ts";

const columnsMm = [52, 36, 4, 115, 50];

/** Writes the cover as a sheet of its own, set like the cover of the PDF. */
export function fillCoverSheet(workbook: WorkbookWriter, name: string, { sheet, proof }: LaidSheet): void {
  const worksheet = workbook.addWorksheet(name, { pageSetup: { ...pageSetup, printArea: "A1:E10" } });
  worksheet.columns = columnsMm.map((width) => ({ width: columnWidth(width) }));
  const put = (rowNumber: number, heightMm: number, text: string, style: typeof coverNoteStyle): void => {
    worksheet.getRow(rowNumber).height = toPoints(heightMm);
    worksheet.mergeCells(rowNumber, 1, rowNumber, columnsMm.length);
    const cell = worksheet.getCell(rowNumber, 1);
    cell.value = text;
    cell.style = style;
  };
  worksheet.getRow(1).height = toPoints(24);
  put(2, 30, "归 档 文 件 目 录", coverTitleStyle);
  for (const [index, [label, value]] of coverFields(sheet).entries()) {
    const row = worksheet.getRow(index + 3);
    row.height = toPoints(15.5);
    row.getCell(2).value = label;
    row.getCell(2).style = coverLabelStyle;
    row.getCell(4).value = value;
    row.getCell(4).style = coverValueStyle;
  }
  const [madeOn, standard] = coverNotes(sheet);
  put(8, 18, madeOn, coverNoteStyle);
  put(9, 7, standard, coverNoteStyle);
  put(10, 7, sayCatalogueProof(proof), coverNoteStyle);
  worksheet.commit();
}
