// What a flat-bed scanner makes of a clean page: a tilt, uneven light, grain, specks, soft edges. The seed fixes all of it.
import sharp from "sharp";

const WIDTH = 1654;
const HEIGHT = 2339;
const QUALITY = 62;

/**
 * @param {{ pixels: Buffer; width: number; height: number }} page RGB, drawn at 200 dpi
 * @param {number} seed
 * @returns {Promise<Buffer>} JPEG of an A4 page, 1654 × 2339 pixels, 200 dpi
 */
export async function lookScanned({ pixels, width, height }, seed) {
  const random = randomFrom(seed);
  const angle = (random() - 0.5) * 1.7;
  const paper = { r: 250, g: 249, b: 245 };
  const turned = await sharp(pixels, { raw: { width, height, channels: 3 } })
    .rotate(angle, { background: paper })
    .blur(0.55)
    .extend({ top: 40, bottom: 40, left: 40, right: 40, background: paper })
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  const left = Math.round((turned.info.width - WIDTH) / 2 + (random() - 0.5) * 24);
  const top = Math.round((turned.info.height - HEIGHT) / 2 + (random() - 0.5) * 24);
  const raw = await sharp(turned.data, { raw: { width: turned.info.width, height: turned.info.height, channels: 3 } })
    .extract({ left, top, width: WIDTH, height: HEIGHT })
    .raw()
    .toBuffer();
  age(raw, random);
  return sharp(raw, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
    .withMetadata({ density: 200 })
    .jpeg({ quality: QUALITY, chromaSubsampling: "4:2:0", mozjpeg: true })
    .toBuffer();
}

/**
 * @param {Buffer} raw RGB in place
 * @param {() => number} random
 */
function age(raw, random) {
  const lightFrom = random() * 0.05;
  const shade = 14 + random() * 26;
  const tint = [1, 0.994 - random() * 0.006, 0.972 - random() * 0.016];
  for (let y = 0, at = 0; y < HEIGHT; y += 1) {
    const down = 1 - lightFrom * (y / HEIGHT) ** 2;
    for (let x = 0; x < WIDTH; x += 1, at += 3) {
      // The lid does not close on the side of the binding: a soft shadow.
      const edge = x < shade ? 0.72 + 0.28 * (x / shade) : 1;
      const grain = (random() + random() - 1) * 7;
      for (let channel = 0; channel < 3; channel += 1) {
        // Ink on paper is never quite black.
        const ink = 24 + ((raw[at + channel] ?? 0) / 255) * 226;
        raw[at + channel] = Math.max(0, Math.min(255, ink * down * edge * (tint[channel] ?? 1) + grain));
      }
    }
  }
  for (let speck = 0; speck < 26; speck += 1) dot(raw, random);
}

/**
 * @param {Buffer} raw
 * @param {() => number} random
 */
function dot(raw, random) {
  const size = 1 + Math.floor(random() * 2.4);
  const left = Math.floor(random() * (WIDTH - 8));
  const top = Math.floor(random() * (HEIGHT - 8));
  const value = 70 + random() * 90;
  for (let y = 0; y < size; y += 1)
    raw.fill(value, ((top + y) * WIDTH + left) * 3, ((top + y) * WIDTH + left + size) * 3);
}

/**
 * Mulberry32: small, even, the same on every machine.
 * @param {number} seed
 * @returns {() => number} numbers from 0 to below 1
 */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
