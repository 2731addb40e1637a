// TIFF: no browser shows it, so each page also gets a rendition: PNG when bitonal, else JPEG.
import { colourModeOf, resolutionOf } from "./decode-picture.ts";
import type { DecodedPart } from "./decoded.ts";
import type { Emit } from "./serve-questions.ts";
import { makeThumbnail, openImage, refuseImage } from "./sharp-guarded.ts";
import { walkTiff } from "./walk-tiff.ts";

/**
 * Decodes a TIFF page by page.
 * Refuses: image-damaged (loop of pages, strips outside the file), image-too-large, page-limit.
 */
export async function decodeTiff(bytes: Buffer, emit: Emit): Promise<void> {
  const pageCount = walkTiff(bytes);
  const tell = (part: DecodedPart): Promise<void> => emit(part);
  await tell({ kind: "opened", pageCount });
  for (let page = 0; page < pageCount; page += 1) {
    try {
      const facts = await openImage(bytes, { page }).metadata();
      const colourMode = colourModeOf(facts);
      const whole = openImage(bytes, { page }).autoOrient().flatten({ background: "#ffffff" });
      const isBitonal = colourMode === "bitonal";
      const shown = colourMode === "colour" ? whole : whole.toColourspace("b-w");
      const rendition = isBitonal
        ? await whole.png({ palette: true, colours: 2, dither: 0 }).toBuffer()
        : await shown.jpeg({ quality: 85 }).toBuffer();
      await tell({
        kind: "page",
        pageNumber: page + 1,
        width: facts.autoOrient.width,
        height: facts.autoOrient.height,
        dpi: resolutionOf(facts),
        colourMode,
        thumbnail: await makeThumbnail(openImage(rendition), colourMode !== "colour"),
        rendition: { format: isBitonal ? "png" : "jpeg", bytes: rendition },
      });
    } catch (error) {
      throw refuseImage(error);
    }
  }
  await tell({ kind: "closed", warnings: [] });
}
