import { openFontShelf } from "#engine/paper/font-shelf";
import { startPaper } from "#engine/paper/start-paper";
import { takeTurn } from "#engine/paper/take-turn";
import type { Turn } from "#engine/paper/take-turn";
import type { PaperSize } from "#engine/paper/millimetre";
import type { FormDefinition, FormSheet } from "./form-definition.ts";
import type { FormHand } from "./form-hand.ts";
import { gatherCodes } from "./gather-codes.ts";
import { choosePages, layForm } from "./lay-form.ts";
import type { LaidPage } from "./laid-form.ts";

export type DrawnForm = {
  readonly content: Buffer;
  readonly pages: readonly LaidPage[];
  readonly wholePageCount: number;
  readonly pageSize: PaperSize;
};

/**
 * The PDF of a form: the same sheets, adjustment and options on the same day give the same bytes.
 * Refuses `form-empty`, `form-pages-off`, `glyph-missing`, `row-too-tall`, `task-cancelled`.
 */
export async function drawForm(
  form: FormDefinition,
  sheets: readonly FormSheet[],
  given: Omit<FormHand, "shelf">,
  madeOn: string,
  turn: Turn,
): Promise<DrawnForm> {
  const shelf = await openFontShelf(given.adjustment.font);
  const hand: FormHand = { ...given, shelf, codes: await gatherCodes(sheets) };
  const laid = await layForm(form, sheets, hand, turn);
  const pages = choosePages(laid, hand.options);
  const paper = await startPaper(shelf, { title: form.name, madeOn, fingerprint: laid.proof.hash });
  for (const page of pages) {
    page.draw(paper);
    for (let row = 0; row <= page.rows.length; row++) await takeTurn(turn);
  }
  const { size } = pages[0] ?? { size: { widthMm: 210, heightMm: 297 } };
  return { content: await paper.finish(), pages, wholePageCount: laid.pages.length, pageSize: size };
}
