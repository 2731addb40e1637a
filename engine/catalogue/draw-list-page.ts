import { sayCatalogueProof } from "#contract/catalogue-proof";
import { drawRuler } from "#engine/paper/draw-ruler";
import { drawTablePage } from "#engine/paper/draw-table-page";
import type { FontShelf } from "#engine/paper/font-shelf";
import { a4Landscape } from "#engine/paper/millimetre";
import type { TablePage } from "#engine/paper/paginate-table";
import type { Paper } from "#engine/paper/start-paper";
import { shrinkToWidth } from "#engine/paper/shrink-to-width";
import { textWidth } from "#engine/paper/text-style";
import type { TextStyle } from "#engine/paper/text-style";
import { cataloguePlan, marginMm, tableTopMm, titleBaselineMm } from "./catalogue-plan.ts";
import type { LaidSheet } from "./lay-catalogue.ts";
import { sayScope } from "./say-sheet.ts";

const title: TextStyle = { weight: "bold", sizePt: 18, tracking: 0.2 };
const under: TextStyle = { weight: "regular", sizePt: 9 };
const fine: TextStyle = { weight: "regular", sizePt: 7.5 };

/** One page of the list: title, scope, table, and below it the proof, the page number and the ruler. */
export function drawListPage(
  paper: Paper,
  shelf: FontShelf,
  laid: LaidSheet,
  page: TablePage,
  place: { readonly sheetNumber: number; readonly pageNumber: number },
): void {
  const { widthMm } = a4Landscape;
  const pageCount = laid.pages.length;
  paper.addPage(a4Landscape);
  const heading = "归档文件目录";
  const tail = (title.tracking ?? 0) * title.sizePt * (25.4 / 72);
  paper.text((widthMm - textWidth(shelf, title, heading) + tail) / 2, titleBaselineMm, heading, title);

  const scope = sayScope(laid.sheet);
  const room = widthMm - 2 * marginMm;
  paper.text(marginMm, tableTopMm - 2.6, scope, shrinkToWidth(shelf, under, scope, room));

  const bottom = drawTablePage(paper, shelf, cataloguePlan, page, {
    xMm: marginMm,
    yMm: tableTopMm,
    sheetNumber: place.sheetNumber,
  });
  const blank = "（以下空白）";
  if (place.pageNumber === pageCount && bottom < a4Landscape.heightMm - marginMm - 8) {
    paper.text((widthMm - textWidth(shelf, under, blank)) / 2, bottom + 6, blank, under);
  }
  const number = `第 ${place.pageNumber} 页　共 ${pageCount} 页`;
  const numberWidth = textWidth(shelf, under, number);
  const proof = sayCatalogueProof(laid.proof);
  paper.text(marginMm, 196.5, proof, shrinkToWidth(shelf, fine, proof, room - numberWidth - 8));
  paper.text(widthMm - marginMm - numberWidth, 196.5, number, under);
  drawRuler(paper, shelf, a4Landscape);
}
