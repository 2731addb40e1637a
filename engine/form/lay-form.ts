import { Refusal } from "#contract/refusal";
import { drawRuler } from "#engine/paper/draw-ruler";
import type { Turn } from "#engine/paper/take-turn";
import type { FormDefinition, FormSheet } from "./form-definition.ts";
import type { FormHand } from "./form-hand.ts";
import { laySheet } from "./lay-document.ts";
import type { DocumentPaper } from "./lay-document.ts";
import { layLabels } from "./lay-labels.ts";
import { layOverlay } from "./lay-overlay.ts";
import type { LaidForm, LaidPage, LaidTable } from "./laid-form.ts";
import { drawFrame } from "./laid-piece.ts";
import { proveSheets } from "./prove-sheets.ts";

/** 试印条 of a document form: the edge of what will be printed, and the ruler. */
function layStrip({ size, margins }: DocumentPaper, hand: FormHand): LaidPage {
  const [x, y] = [margins.left, margins.top];
  const [width, height] = [size.widthMm - x - margins.right, size.heightMm - y - margins.bottom];
  return {
    size,
    rows: [],
    isSideBySide: true,
    frame: { topMm: 0, bottomMm: size.heightMm },
    draw(paper) {
      paper.addPage(size);
      drawFrame(paper, x, y, width, height, 0.2, 0.4);
      drawRuler(paper, hand.shelf, size);
    },
  };
}

/** Lays out all sheets of a form. Refuses `form-empty`, `form-paper-small`, `glyph-missing`, `row-too-tall`, `task-cancelled`. */
export async function layForm(
  form: FormDefinition,
  sheets: readonly FormSheet[],
  hand: FormHand,
  turn: Turn,
): Promise<LaidForm> {
  const proof = proveSheets(form, sheets);
  const { paper } = form;
  if (paper.kind === "labels") return { pages: layLabels(paper, sheets, hand), tables: [], proof };
  if (paper.kind === "overlay") return { pages: layOverlay(paper, sheets, hand), tables: [], proof };
  if (hand.options.isTestStrip) return { pages: [layStrip(paper, hand)], tables: [], proof };
  const pages: LaidPage[] = [];
  const tables: LaidTable[] = [];
  for (const [at, sheet] of sheets.entries()) {
    const laid = await laySheet(form, paper, sheet, at + 1, hand, turn);
    pages.push(...laid.pages);
    if (laid.table) tables.push(laid.table);
  }
  if (pages.length === 0) throw new Refusal("form-empty");
  return { pages, tables, proof };
}

/** The pages asked for, from 1. Refuses `form-pages-off` when the form has no such pages. */
export function choosePages({ pages }: LaidForm, { firstPage, lastPage }: FormHand["options"]): readonly LaidPage[] {
  const first = firstPage ?? 1;
  const last = lastPage ?? pages.length;
  if (first > last || first > pages.length) throw new Refusal("form-pages-off", { pages: pages.length });
  return pages.slice(first - 1, last);
}
