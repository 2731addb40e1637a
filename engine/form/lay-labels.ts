// Labels imposed on sheets: rows from the left, as many as fit, with marks to cut along (product W17).
import { a4Portrait } from "#engine/paper/millimetre";
import type { PaperSize } from "#engine/paper/millimetre";
import { drawRuler } from "#engine/paper/draw-ruler";
import { Refusal } from "#contract/refusal";
import type { Paper } from "#engine/paper/start-paper";
import { drawLabel, labelFields } from "./draw-label.ts";
import type { FormPaper, FormSheet, Label } from "./form-definition.ts";
import type { FormHand } from "./form-hand.ts";
import type { LaidPage } from "./laid-form.ts";

type LabelPaper = Extract<FormPaper, { kind: "labels" }>;
type Placed = { readonly label: Label; readonly sheet: FormSheet | null; readonly xMm: number; readonly yMm: number };

/** A3 upright: the only common sheet on which a spine of 310 mm stands whole. */
export const a3Portrait: PaperSize = { widthMm: 297, heightMm: 420 };
const edgeMm = 10;
const footMm = 14;
const markMm = 2.5;

/** The sheet labels are imposed on. */
export const sheetSize = (on: "A4" | "A3"): PaperSize => (on === "A3" ? a3Portrait : a4Portrait);

/** Where each label stands: page by page, rows from the left; null leaves a used place free. */
export function imposeLabels(
  labels: readonly (Label | null)[],
  size: PaperSize,
  gapMm: number,
  blank: Label,
): { page: number; xMm: number; yMm: number }[] {
  const right = size.widthMm - edgeMm;
  const bottom = size.heightMm - footMm;
  let [page, x, y, tallest] = [0, edgeMm, edgeMm, 0];
  return labels.map((given) => {
    const { widthMm, heightMm } = given ?? blank;
    if (widthMm > right - edgeMm || heightMm > bottom - edgeMm + 1e-6) throw new Refusal("form-paper-small");
    if (x + widthMm > right + 1e-6) [x, y, tallest] = [edgeMm, y + tallest + gapMm, 0];
    if (y + heightMm > bottom + 1e-6) [page, x, y, tallest] = [page + 1, edgeMm, edgeMm, 0];
    const place = { page, xMm: x, yMm: y };
    x += widthMm + gapMm;
    tallest = Math.max(tallest, heightMm);
    return place;
  });
}

function drawCutMarks(paper: Paper, { label, xMm, yMm }: Placed): void {
  const away = 0.8;
  for (const x of [xMm, xMm + label.widthMm]) {
    paper.bar(x - 0.05, yMm - away - markMm, 0.1, markMm, 0.5);
    paper.bar(x - 0.05, yMm + label.heightMm + away, 0.1, markMm, 0.5);
  }
  for (const y of [yMm, yMm + label.heightMm]) {
    paper.bar(xMm - away - markMm, y - 0.05, markMm, 0.1, 0.5);
    paper.bar(xMm + label.widthMm + away, y - 0.05, markMm, 0.1, 0.5);
  }
}

function pageOf(size: PaperSize, placed: readonly Placed[], hand: FormHand, firstNumber: number): LaidPage {
  return {
    size,
    rows: placed.map(({ label, sheet }) => (sheet ? labelFields(label, sheet) : [])),
    isSideBySide: true,
    frame: { topMm: 5, bottomMm: size.heightMm - footMm + 1 },
    draw(paper) {
      paper.addPage(size);
      for (const [at, each] of placed.entries()) {
        drawLabel(paper, hand.shelf, each.label, each.sheet, {
          ...each,
          sheetNumber: firstNumber + at,
          codes: hand.codes,
        });
        drawCutMarks(paper, each);
      }
      drawRuler(paper, hand.shelf, size);
    },
  };
}

/** Labels of all sheets, after `skipLabels` used places. Refuses `form-paper-small` when a label is larger than the paper. */
export function layLabels(paper: LabelPaper, sheets: readonly FormSheet[], hand: FormHand): LaidPage[] {
  const { sheet: on, skipLabels, isTestStrip } = hand.options;
  const size = sheetSize(on);
  const blank = paper.label(paper.sample, on);
  const shown = isTestStrip ? Array.from({ length: 200 }, () => null) : sheets;
  const labels = shown.map((sheet) => (sheet ? paper.label(sheet, on) : blank));
  const skipped = isTestStrip ? 0 : skipLabels;
  const places = imposeLabels(
    [...Array.from({ length: skipped }, () => null), ...labels],
    size,
    paper.gapMm,
    blank,
  ).slice(skipped);
  const pages: Placed[][] = [];
  for (const [at, { page, xMm, yMm }] of places.entries()) {
    const label = labels[at];
    if (!label || (isTestStrip && page > 0)) continue;
    (pages[page] ??= []).push({ label, sheet: shown[at] ?? null, xMm, yMm });
  }
  const laid: LaidPage[] = [];
  let number = 1;
  for (const placed of pages) {
    if (!placed) continue;
    laid.push(pageOf(size, placed, hand, number));
    number += placed.length;
  }
  return laid;
}
