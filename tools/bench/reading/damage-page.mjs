// What happens to a page between the printer and the scanner, one damage at a time; the seed fixes all of it.
import sharp from "sharp";
import { randomFrom } from "../../samples/scan-look.mjs";

/** @typedef {{ width: number; height: number; pixels: Buffer }} Grey one byte a pixel */
/** @typedef {{ bytes: Buffer; mediaType: "image/jpeg" | "image/png" | "image/tiff" }} Scanned */

/** @param {Grey} page */
const open = ({ width, height, pixels }) => sharp(pixels, { raw: { width, height, channels: 1 } });

/**
 * @param {import("sharp").Sharp} image
 * @returns {Promise<Grey>}
 */
async function rawOf(image) {
  const { data, info } = await image.toColourspace("b-w").raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, pixels: data };
}

/**
 * @param {Grey} page
 * @param {number} quality
 * @returns {Promise<Scanned>}
 */
async function asJpeg(page, quality = 75) {
  return { bytes: await open(page).jpeg({ quality }).toBuffer(), mediaType: "image/jpeg" };
}

/**
 * @param {Grey} page
 * @param {(value: number, x: number, y: number) => number} change
 * @returns {Grey}
 */
function eachPixel({ width, height, pixels }, change) {
  const changed = Buffer.alloc(pixels.length);
  for (let y = 0, at = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1, at += 1)
      changed[at] = Math.max(0, Math.min(255, Math.round(change(pixels[at] ?? 0, x, y))));
  return { width, height, pixels: changed };
}

/**
 * @param {Grey} page
 * @param {number} degrees
 */
const tilt = (page, degrees) => rawOf(open(page).rotate(degrees, { background: "#ffffff" }));

/**
 * Grain of the scanner.
 * @param {Grey} page
 * @param {number} amount greatest change of a pixel
 * @param {number} seed
 */
function grain(page, amount, seed) {
  const random = randomFrom(seed);
  return eachPixel(page, (value) => 20 + value * 0.88 + (random() + random() - 1) * amount);
}

/** @type {Record<string, (page: Grey, seed: number) => Promise<Scanned>>} */
export const damages = {
  clean: (page) => asJpeg(page, 90),
  "tilted, noisy": async (page, seed) => asJpeg(grain(await tilt(page, seed % 2 === 0 ? 1.8 : -1.3), 28, seed), 70),
  "blurred, JPEG q30": async (page) => asJpeg(await rawOf(open(page).blur(1.3)), 30),
  "uneven light, faint": (page, seed) => {
    const random = randomFrom(seed);
    const light = (/** @type {number} */ x, /** @type {number} */ y) =>
      0.95 - 0.45 * (x / page.width) * (0.4 + 0.6 * (y / page.height));
    return asJpeg(eachPixel(page, (value, x, y) => (150 + value * 0.35) * light(x, y) + (random() - 0.5) * 10));
  },
  "1-bit fax": async (page, seed) => {
    const random = randomFrom(seed);
    const soft = await rawOf(open(page).blur(0.7));
    const bits = eachPixel(soft, (value) => (value + (random() - 0.5) * 60 < 150 || random() < 0.0006 ? 0 : 255));
    const bytes = await open(bits)
      .toColourspace("b-w")
      .tiff({ compression: "ccittfax4", bitdepth: 1, xres: 8, yres: 8 })
      .toBuffer();
    return { bytes, mediaType: "image/tiff" };
  },
  "turned 90°": async (page, seed) => asJpeg(await rawOf(open(grain(page, 16, seed)).rotate(90))),
  "turned 180°": async (page, seed) => asJpeg(await rawOf(open(await tilt(grain(page, 16, seed), 0.8)).rotate(180))),
  "turned 270°": async (page, seed) => asJpeg(await rawOf(open(grain(page, 16, seed)).rotate(270))),
};
