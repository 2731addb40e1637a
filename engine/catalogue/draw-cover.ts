import { sayCatalogueProof } from "#contract/catalogue-proof";
import type { FontShelf } from "#engine/paper/font-shelf";
import { drawRuler } from "#engine/paper/draw-ruler";
import { fitCode } from "#engine/paper/fit-code";
import { a4Landscape } from "#engine/paper/millimetre";
import type { Paper } from "#engine/paper/start-paper";
import { shrinkToWidth } from "#engine/paper/shrink-to-width";
import { textWidth } from "#engine/paper/text-style";
import type { TextStyle } from "#engine/paper/text-style";
import { marginMm } from "./catalogue-plan.ts";
import type { LaidSheet } from "./lay-catalogue.ts";
import { coverFields, coverNotes } from "./say-sheet.ts";

const heading: TextStyle = { weight: "bold", sizePt: 36, tracking: 0.25 };
const label: TextStyle = { weight: "regular", sizePt: 16 };
const value: TextStyle = { weight: "regular", sizePt: 16 };
const small: TextStyle = { weight: "regular", sizePt: 9 };
const fine: TextStyle = { weight: "regular", sizePt: 7.5 };

const labelLeft = 72;
const labelWidth = 34;
const valueLeft = 110;
const valueWidth = 115;
const firstLine = 92;
const lineStep = 15.5;

function drawCentred(paper: Paper, shelf: FontShelf, baseline: number, text: string, style: TextStyle): void {
  const tail = (style.tracking ?? 0) * style.sizePt * (25.4 / 72);
  paper.text((a4Landscape.widthMm - textWidth(shelf, style, text) + tail) / 2, baseline, text, style);
}

/** A label spread over the width of the widest one, as official forms set them. */
function drawSpread(paper: Paper, shelf: FontShelf, x: number, width: number, baseline: number, text: string): void {
  const characters = Array.from(text);
  const gap = (width - textWidth(shelf, label, text)) / (characters.length - 1);
  let at = x;
  for (const character of characters) {
    paper.text(at, baseline, character, label);
    at += textWidth(shelf, label, character) + gap;
  }
}

/** The cover (封面): 全宗号, 全宗名称, 年度, 保管期限, 机构（问题） (DA/T 22-2015, 5.5; its drawing is 待核对). */
export function drawCover(paper: Paper, shelf: FontShelf, { sheet, proof }: LaidSheet): void {
  paper.addPage(a4Landscape);
  drawCentred(paper, shelf, 62, "归档文件目录", heading);
  for (const [index, [name, text]] of coverFields(sheet).entries()) {
    const baseline = firstLine + index * lineStep;
    drawSpread(paper, shelf, labelLeft, labelWidth, baseline, name);
    const fitted = fitCode(shelf, value, text, valueWidth - 6, 9);
    for (const [line, words] of fitted.lines.toReversed().entries()) {
      const style = { ...value, sizePt: fitted.sizePt };
      paper.text(valueLeft + (valueWidth - textWidth(shelf, style, words)) / 2, baseline - line * 4.2, words, style);
    }
    paper.bar(valueLeft, baseline + 2, valueWidth, 0.2);
  }
  for (const [index, note] of coverNotes(sheet).entries()) drawCentred(paper, shelf, 178 + index * 7, note, small);
  const line = sayCatalogueProof(proof);
  paper.text(marginMm, 196.5, line, shrinkToWidth(shelf, fine, line, a4Landscape.widthMm - 2 * marginMm));
  drawRuler(paper, shelf, a4Landscape);
}
