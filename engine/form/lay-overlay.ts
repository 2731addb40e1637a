// 归档章 on a derived PDF: the item's pages at their own size, the label in red in the blank top of the first. The
// originals stay as they are (DA/T 22-2015, 5.4: at the top of the first page, usually in the middle).
import { Refusal } from "#contract/refusal";
import { a4Portrait } from "#engine/paper/millimetre";
import type { PaperSize } from "#engine/paper/millimetre";
import { drawLabel, labelFields } from "./draw-label.ts";
import type { FormPaper, FormSheet } from "./form-definition.ts";
import type { FormHand, FormPicture } from "./form-hand.ts";
import type { LaidPage } from "./laid-form.ts";

type OverlayPaper = Extract<FormPaper, { kind: "overlay" }>;

/** The size of a page: what its resolution says, or A4 where that says nothing or nothing likely. */
export function sizeOfPicture({ width, height, dpi }: FormPicture): PaperSize {
  const widthMm = dpi === null ? 0 : (width / dpi) * 25.4;
  const heightMm = dpi === null ? 0 : (height / dpi) * 25.4;
  const isLikely = [widthMm, heightMm].every((side) => side >= 60 && side <= 900);
  if (isLikely) return { widthMm, heightMm };
  return width > height ? { widthMm: a4Portrait.heightMm, heightMm: a4Portrait.widthMm } : a4Portrait;
}

/** One page per picture of each item; an item without pictures has nothing to be stamped and is left out. */
export function layOverlay(paper: OverlayPaper, sheets: readonly FormSheet[], hand: FormHand): LaidPage[] {
  const pages = sheets.flatMap((sheet, sheetIndex) =>
    (sheet.pageIds ?? []).map((pageId, at): LaidPage => {
      const picture = hand.pictures.get(pageId);
      if (!picture) throw new Refusal("form-empty");
      const size = sizeOfPicture(picture);
      const scale = Math.min(size.widthMm / picture.width, size.heightMm / picture.height);
      const [widthMm, heightMm] = [picture.width * scale, picture.height * scale];
      const isFirst = at === 0;
      return {
        size,
        rows: isFirst ? [labelFields(paper.label, sheet)] : [],
        isSideBySide: true,
        frame: { topMm: 0, bottomMm: paper.topMm + paper.label.heightMm + 1 },
        draw(drawn) {
          drawn.addPage(size);
          drawn.picture(picture.bytes, (size.widthMm - widthMm) / 2, (size.heightMm - heightMm) / 2, widthMm, heightMm);
          if (!isFirst) return;
          const xMm = (size.widthMm - paper.label.widthMm) / 2;
          drawLabel(drawn, hand.shelf, paper.label, sheet, { xMm, yMm: paper.topMm, sheetNumber: sheetIndex + 1 });
        },
      };
    }),
  );
  if (pages.length === 0) throw new Refusal("form-empty");
  return pages;
}
