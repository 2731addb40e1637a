// Between encoded bytes and raw pixels, by sharp: JPEG q85 for grey and colour, one bit a pixel for bitonal.
import sharp, { type Sharp } from "sharp";
import type { ColourMode } from "./decoded.ts";
import { refuseLarge, type Raster } from "./raster.ts";
import { Refused } from "./serve-questions.ts";
import { makeThumbnail, openImage, refuseImage } from "./sharp-guarded.ts";

/** Raw pixels, upright, on white; bitonal comes as 0 and 255. Refuses image-damaged, page-too-large. */
export async function decodeRaster(bytes: Buffer, colourMode: ColourMode): Promise<Raster> {
  const channels = colourMode === "colour" ? 3 : 1;
  try {
    const facts = await openImage(bytes).metadata();
    refuseLarge(facts.width * facts.height * channels);
    const upright = openImage(bytes).autoOrient().flatten({ background: "#ffffff" });
    const { data, info } = await upright
      .toColourspace(channels === 3 ? "srgb" : "b-w")
      .raw({ depth: "uchar" })
      .toBuffer({ resolveWithObject: true });
    if (info.channels !== channels) throw new Refused("image-damaged");
    const isBitonal = colourMode === "bitonal";
    if (isBitonal) for (let at = 0; at < data.length; at++) data[at] = (data[at] ?? 0) < 128 ? 0 : 255;
    return { width: info.width, height: info.height, channels, data, isBitonal };
  } catch (error) {
    throw refuseImage(error);
  }
}

/** Encoded, with its thumbnail; `side` makes it smaller, for a look. */
export async function encodeRaster(
  raster: Raster,
  dpi: number | null,
  side: number | null,
): Promise<{ format: "jpeg" | "png"; bytes: Buffer; thumbnail: Buffer }> {
  const { width, height, channels, data, isBitonal } = raster;
  const raw = { width, height, channels };
  const open = (): Sharp => {
    const image = sharp(data, { raw, limitInputPixels: false });
    return channels === 1 ? image.toColourspace("b-w") : image;
  };
  const thumbnail = await makeThumbnail(open(), channels === 1);
  const sized = side === null ? open() : open().resize(side, side, { fit: "inside", withoutEnlargement: true });
  const stated = dpi === null ? sized : sized.withDensity(dpi);
  // Seals and red heads keep their colour at full resolution (4:4:4).
  const isLook = side !== null;
  if (isBitonal && !isLook) {
    const bytes = await stated.png({ palette: true, colours: 2, dither: 0, effort: 1, compressionLevel: 6 }).toBuffer();
    return { format: "png", bytes, thumbnail };
  }
  const bytes = await stated.jpeg({ quality: 85, chromaSubsampling: "4:4:4" }).toBuffer();
  return { format: "jpeg", bytes, thumbnail };
}
