// TIFF: no browser shows it, so each page also gets a rendition: PNG when bitonal, else JPEG.
import { colourModeOf, resolutionOf } from "./decode-picture.ts";
import type { DecodedPage, DecodedPart } from "./decoded.ts";
import { readExif } from "./read-exif.ts";
import type { Emit } from "./serve-questions.ts";
import { decodeTwice, makeThumbnail, openImage, refuseImage } from "./sharp-guarded.ts";
import { walkTiff } from "./walk-tiff.ts";

/**
 * Decodes a TIFF page by page.
 * Refuses: image-damaged (loop of pages, strips outside the file), image-too-large, page-limit.
 */
export async function decodeTiff(bytes: Buffer, emit: Emit): Promise<void> {
  const { pages, isFlawed: hasBadFields } = walkTiff(bytes);
  let isFlawed = hasBadFields;
  const tell = (part: DecodedPart): Promise<void> => emit(part);
  await tell({ kind: "opened", pageCount: pages.length });
  for (const [index, directory] of pages.entries()) {
    const { result, isFlawed: hasBadPixels } = await decodePage(bytes, directory, index + 1);
    isFlawed ||= hasBadPixels;
    await tell(result);
  }
  await tell({ kind: "closed", warnings: isFlawed ? ["image-bit-errors"] : [], camera: readExif(bytes) });
}

async function decodePage(
  bytes: Buffer,
  page: number,
  pageNumber: number,
): Promise<{ result: DecodedPage; isFlawed: boolean }> {
  try {
    const facts = await openImage(bytes, { page }).metadata();
    const colourMode = colourModeOf(facts);
    const isBitonal = colourMode === "bitonal";
    const { result: rendition, isFlawed } = await decodeTwice((failOn) => {
      const whole = openImage(bytes, { page, failOn }).autoOrient().flatten({ background: "#ffffff" });
      if (isBitonal) return whole.png({ palette: true, colours: 2, dither: 0, effort: 1 }).toBuffer();
      return (colourMode === "colour" ? whole : whole.toColourspace("b-w")).jpeg({ quality: 85 }).toBuffer();
    });
    const result: DecodedPage = {
      kind: "page",
      pageNumber,
      width: facts.autoOrient.width,
      height: facts.autoOrient.height,
      dpi: resolutionOf(facts),
      colourMode,
      thumbnail: await makeThumbnail(openImage(rendition), colourMode !== "colour"),
      rendition: { format: isBitonal ? "png" : "jpeg", bytes: rendition },
    };
    return { result, isFlawed };
  } catch (error) {
    throw refuseImage(error);
  }
}
