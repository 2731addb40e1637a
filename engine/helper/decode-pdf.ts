// PDF: kept byte for byte; for the screen each page is drawn once at 200 dpi.
import sharp, { type Sharp } from "sharp";
import { drawnPixelLimit, pageLimit, pdfResolution } from "./decode-limits.ts";
import type { DecodedPart, DecodeWarning } from "./decoded.ts";
import { openPdf, type DrawnPage, type PdfDocument } from "./pdfium.ts";
import { scanPdfObjects } from "./scan-pdf-objects.ts";
import { Refused, type Emit } from "./serve-questions.ts";
import { makeThumbnail, openImage } from "./sharp-guarded.ts";

/** Pixels along one side that a JPEG can hold, a little less than its 65,535. */
const longestSide = 60_000;

/** 200 dpi, less for a sheet so large that its picture would exceed 40 M pixels or 60,000 along one side. */
function resolutionFor(widthPoints: number, heightPoints: number): number {
  const square = (widthPoints / 72) * (heightPoints / 72);
  const bySize = Math.sqrt(drawnPixelLimit / square);
  const bySide = longestSide / (Math.max(widthPoints, heightPoints) / 72);
  return Math.max(1, Math.floor(Math.min(pdfResolution, bySize, bySide)));
}

/** A page counts as grey when hardly any pixel of its reduced picture has a hue (tolerance for JPEG noise). */
export async function isGreyPicture(picture: Sharp): Promise<boolean> {
  const small = await picture.clone().resize(512, 512, { fit: "inside" }).raw().toBuffer();
  let coloured = 0;
  for (let at = 0; at + 2 < small.length; at += 3) {
    const [red = 0, green = 0, blue = 0] = [small[at], small[at + 1], small[at + 2]];
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > 24) coloured += 1;
  }
  return coloured < small.length / 3 / 5_000;
}

function fromPixels({ pixels, width, height }: DrawnPage): Sharp {
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** Not one pixel differs from the first: an empty sheet, or an image that could not be unpacked. */
function isBlank({ pixels }: DrawnPage): boolean {
  return pixels.subarray(0, -3).equals(pixels.subarray(3));
}

/** A rebuilt file without its end mark was cut off; one that has it only lost its table (I11 against I12). */
function isCutOff(bytes: Buffer): boolean {
  return bytes.indexOf("%%EOF", Math.max(0, bytes.length - 2_048), "latin1") < 0;
}

/**
 * Draws a PDF page by page.
 * Refuses: pdf-password, pdf-damaged (also when one page cannot be drawn), pdf-no-pages, page-limit.
 */
export async function decodePdf(bytes: Buffer, emit: Emit): Promise<void> {
  const pdf = await openPdf(bytes);
  if (pdf === "locked") throw new Refused("pdf-password");
  if (pdf === "damaged") throw new Refused("pdf-damaged");
  try {
    await drawPages(pdf, bytes, (part) => emit(part));
  } finally {
    pdf.close();
  }
}

async function drawPages(pdf: PdfDocument, bytes: Buffer, tell: (part: DecodedPart) => Promise<void>): Promise<void> {
  if (pdf.isRepaired && isCutOff(bytes)) throw new Refused("pdf-damaged");
  if (pdf.pageCount <= 0) throw new Refused("pdf-no-pages");
  if (pdf.pageCount > pageLimit) throw new Refused("page-limit", { limit: pageLimit });
  const warnings: DecodeWarning[] = [];
  const objects = scanPdfObjects(bytes);
  if (pdf.isRepaired || objects.isOdd || bytes.indexOf("%PDF-", 0, "latin1") > 0) warnings.push("pdf-repaired");
  if (pdf.isEncrypted) warnings.push("pdf-owner-password");
  if (pdf.hasActions || objects.isActive) warnings.push("pdf-active-content");
  if (objects.hasHugeImage) warnings.push("pdf-huge-image");
  await tell({ kind: "opened", pageCount: pdf.pageCount });
  for (let index = 0; index < pdf.pageCount; index += 1) {
    let dpi = pdfResolution;
    const drawn = pdf.draw(index, (width, height) => (dpi = resolutionFor(width, height)));
    if (drawn === undefined) throw new Refused("pdf-damaged");
    if (objects.hasScan && isBlank(drawn) && !warnings.includes("pdf-page-blank")) warnings.push("pdf-page-blank");
    const grey = await isGreyPicture(fromPixels(drawn));
    const picture = grey ? fromPixels(drawn).toColourspace("b-w") : fromPixels(drawn);
    const rendition = await picture.jpeg({ quality: 85 }).toBuffer();
    await tell({
      kind: "page",
      pageNumber: index + 1,
      width: drawn.width,
      height: drawn.height,
      dpi,
      colourMode: grey ? "grey" : "colour",
      thumbnail: await makeThumbnail(openImage(rendition), grey),
      rendition: { format: "jpeg", bytes: rendition },
    });
  }
  await tell({ kind: "closed", warnings, camera: null });
}
