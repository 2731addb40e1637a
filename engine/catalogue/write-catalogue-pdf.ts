import { openFontShelf } from "#engine/paper/font-shelf";
import { startPaper } from "#engine/paper/start-paper";
import { startTurns, takeTurn } from "#engine/paper/take-turn";
import { putOut } from "./catalogue-output.ts";
import type { CatalogueOrder, CatalogueOutput } from "./catalogue-output.ts";
import { drawCover } from "./draw-cover.ts";
import { drawListPage } from "./draw-list-page.ts";
import { layCatalogue } from "./lay-catalogue.ts";
import { recountPdf } from "./recount-pdf.ts";

/**
 * 归档文件目录 as PDF (DA/T 22-2015, 5.5): per sheet a cover and its list. The same sheets give the same bytes. The
 * written file is read again and its rows counted before it takes its place.
 * Refuses `catalogue-empty`, `glyph-missing`, `row-too-tall`, `conservation-broken`, `task-cancelled`, `target-exists`,
 * `target-not-writable`, `disk-full`.
 */
export async function writeCataloguePdf(order: CatalogueOrder): Promise<CatalogueOutput> {
  const rowCount = order.sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  const turn = startTurns(3 * rowCount, order.progress, order.signal);
  return putOut(
    order,
    async () => {
      const shelf = await openFontShelf();
      const laid = await layCatalogue(shelf, order.sheets, turn);
      const madeOn = order.sheets[0]?.printedDate ?? "";
      const paper = await startPaper(shelf, { title: "归档文件目录", madeOn, fingerprint: laid.proof.hash });
      for (const [sheetIndex, sheet] of laid.sheets.entries()) {
        drawCover(paper, shelf, sheet);
        for (const [pageIndex, page] of sheet.pages.entries()) {
          drawListPage(paper, shelf, sheet, page, { sheetNumber: sheetIndex + 1, pageNumber: pageIndex + 1 });
          for (let row = 0; row < page.rows.length; row++) await takeTurn(turn);
        }
      }
      const pageCount = paper.pageCount();
      const sheetProofs = laid.sheets.map((sheet) => sheet.proof);
      return { content: await paper.finish(), pageCount, proof: laid.proof, sheetProofs };
    },
    (written, sheetProofs) => recountPdf(written, sheetProofs, turn),
  );
}
