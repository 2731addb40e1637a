// The cover of a list as a sheet of its own, said in the same words as the cover of the PDF.
import type { Style, WorkbookWriter } from "@cj-tech-master/excelts";
import { sayFormProof } from "#contract/form-proof";
import { toPoints } from "#engine/paper/millimetre";
import { printableText } from "#engine/paper/printable-text";
import { columnWidth, setupOf } from "./fill-table-sheet.ts";
import { fillWords } from "./fill-words.ts";
import type { DocumentPaper } from "./lay-document.ts";
import type { LaidTable } from "./laid-form.ts";

const columnsMm = [52, 36, 4, 115, 50];
const song = (size: number, bold = false): Style["font"] => ({ name: "宋体", charset: 134, size, bold });
const middle = { horizontal: "center", vertical: "middle", shrinkToFit: true } as const;
const label: Partial<Style> = { font: song(16), alignment: { horizontal: "distributed", vertical: "bottom" } };
const value: Partial<Style> = {
  font: song(16),
  border: { bottom: { style: "thin", color: { argb: "FF000000" } } },
  alignment: { horizontal: "center", vertical: "bottom", shrinkToFit: true },
  numFmt: "@",
};

/** Writes the cover of a table's form; a form without a cover writes none. */
export function fillCoverSheet(
  workbook: WorkbookWriter,
  name: string,
  paper: DocumentPaper,
  table: LaidTable,
  words: (key: string) => string,
): void {
  if (!paper.cover) return;
  const { fields } = table.sheet;
  const worksheet = workbook.addWorksheet(name, { pageSetup: setupOf(paper) });
  worksheet.columns = columnsMm.map((width) => ({ width: columnWidth(width) }));
  let rowNumber = 0;
  const put = (heightMm: number, text: string, style: Partial<Style>): void => {
    rowNumber += 1;
    worksheet.getRow(rowNumber).height = toPoints(heightMm);
    worksheet.mergeCells(rowNumber, 1, rowNumber, columnsMm.length);
    worksheet.getCell(rowNumber, 1).value = text;
    worksheet.getCell(rowNumber, 1).style = style;
  };
  for (const block of paper.cover) {
    if (block.kind === "gap") put(block.mm, "", { font: song(9) });
    else if (block.kind === "title")
      put(30, fillWords(words(block.text), fields), { font: song(block.sizePt ?? 18, true), alignment: middle });
    else if (block.kind === "line")
      put(7, fillWords(words(block.text), fields), { font: song(9), alignment: middle, numFmt: "@" });
    else if (block.kind === "blanks") {
      for (const [words, field] of block.fields) {
        rowNumber += 1;
        const row = worksheet.getRow(rowNumber);
        row.height = toPoints(block.stepMm);
        row.getCell(2).value = words;
        row.getCell(2).style = label;
        row.getCell(4).value = printableText(fields[field] ?? "");
        row.getCell(4).style = value;
      }
    }
  }
  put(7, sayFormProof(table.proof), { font: song(9), alignment: middle, numFmt: "@" });
  worksheet.commit();
}
