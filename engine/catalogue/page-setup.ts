import type { PageSetup } from "@cj-tech-master/excelts";
import { marginMm } from "./catalogue-plan.ts";

const inches = (millimetres: number): number => millimetres / 25.4;
const a4 = 9;

/**
 * A4 lying, 20 mm margins, one page wide. The bottom margin is 4 mm less than on the PDF: spreadsheet programs round
 * row heights up, and the page must still end where the PDF's page ends.
 */
export const pageSetup: Partial<PageSetup> = {
  paperSize: a4,
  orientation: "landscape",
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  firstPageNumber: 1,
  horizontalCentered: true,
  margins: {
    left: inches(marginMm),
    right: inches(marginMm),
    top: inches(marginMm),
    bottom: inches(marginMm - 4),
    header: inches(8),
    footer: inches(8),
  },
};

/** A column's width in the unit of spreadsheets: characters of 7 pixels at 96 dpi, with 5 pixels beside them. */
export function columnWidth(millimetres: number): number {
  const pixels = Math.floor((millimetres * 96) / 25.4);
  return Math.floor(((pixels - 5) / 7) * 256) / 256;
}
