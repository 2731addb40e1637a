// A paper laid on a desk as a document camera sees it: seen at a slant, under uneven light, with the grain of a sensor.
import sharp from "sharp";

/** @typedef {{ x: number; y: number }} Point */
/** @typedef {[Point, Point, Point, Point]} Corners clockwise from the paper's top left, in pixels of the picture */
/** @typedef {"wood" | "dark" | "white"} Desk */
/** @typedef {{ width: number; height: number; data: Uint8Array }} Picture red, green, blue, row by row */

const desks = /** @type {const} */ ({ wood: [146, 104, 70], dark: [52, 56, 62], white: [231, 231, 228] });

/**
 * Random numbers 0 to 1 that come again with the same seed (mulberry32).
 * @param {number} seed
 */
export function seededNumbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Where a sheet of A4 lies: near the middle, turned a little, the far side shorter.
 * @param {number} width of the picture
 * @param {number} height
 * @param {() => number} random
 * @param {{ share?: number; degrees?: number; tilt?: number; shift?: number }} [how] share of the height it fills, most
 *   degrees it is turned, most shortening of the far side, most shift as share of the picture
 * @returns {Corners}
 */
export function placeSheet(width, height, random, { share = 0.86, degrees = 5, tilt = 0.06, shift = 0.03 } = {}) {
  const high = height * share;
  const wide = (high * 210) / 297;
  const angle = ((random() * 2 - 1) * degrees * Math.PI) / 180;
  const middle = {
    x: width * (0.5 + (random() * 2 - 1) * shift),
    y: height * (0.5 + ((random() * 2 - 1) * shift) / 2),
  };
  const far = 1 - random() * tilt;
  const at = (/** @type {number} */ x, /** @type {number} */ y) => ({
    x: middle.x + x * Math.cos(angle) - y * Math.sin(angle),
    y: middle.y + x * Math.sin(angle) + y * Math.cos(angle),
  });
  return [
    at((-wide / 2) * far, -high / 2),
    at((wide / 2) * far, -high / 2),
    at(wide / 2, high / 2),
    at(-wide / 2, high / 2),
  ];
}

/**
 * Takes a place in the picture to its place on the sheet (0 to 1).
 * @param {Corners} corners
 * @returns {(x: number, y: number) => { u: number; v: number }}
 */
function ontoSheet([a, b, c, d]) {
  const [sx, sy] = [a.x - b.x + c.x - d.x, a.y - b.y + c.y - d.y];
  const [ux, uy, vx, vy] = [b.x - c.x, b.y - c.y, d.x - c.x, d.y - c.y];
  const divisor = ux * vy - uy * vx;
  const g = (sx * vy - sy * vx) / divisor;
  const h = (ux * sy - uy * sx) / divisor;
  const [m0, m1, m2] = [b.x - a.x + g * b.x, d.x - a.x + h * d.x, a.x];
  const [m3, m4, m5] = [b.y - a.y + g * b.y, d.y - a.y + h * d.y, a.y];
  // The inverse of the matrix by its cofactors; a common factor falls out.
  const [i0, i1, i2] = [m4 - m5 * h, m2 * h - m1, m1 * m5 - m2 * m4];
  const [i3, i4, i5] = [m5 * g - m3, m0 - m2 * g, m2 * m3 - m0 * m5];
  const [i6, i7, i8] = [m3 * h - m4 * g, m1 * g - m0 * h, m0 * m4 - m1 * m3];
  return (x, y) => {
    const w = i6 * x + i7 * y + i8;
    return { u: (i0 * x + i1 * y + i2) / w, v: (i3 * x + i4 * y + i5) / w };
  };
}

/**
 * Desks that were drawn: tests lay dozens of papers on the same one.
 * @type {Map<string, Uint8Array>}
 */
const drawn = new Map();

/**
 * @param {number} width
 * @param {number} height
 * @param {Desk} kind
 * @returns {Picture} the bare desk
 */
export function bareDesk(width, height, kind) {
  const name = `${kind} ${width} ${height}`;
  const known = drawn.get(name);
  if (known) return { width, height, data: known.slice() };
  const data = new Uint8Array(width * height * 3);
  const [red, green, blue] = desks[kind];
  let at = 0;
  for (let y = 0; y < height; y++) {
    const wave = 2 * Math.sin(y / 61);
    for (let x = 0; x < width; x++) {
      const vein = kind === "wood" ? 6 * Math.sin(x / 37 + wave) : 0;
      const light = lightAt(x / width, y / height);
      data[at++] = clamp((red + vein) * light);
      data[at++] = clamp((green + vein) * light);
      data[at++] = clamp((blue + vein) * light);
    }
  }
  drawn.set(name, data.slice());
  return { width, height, data };
}

/**
 * @param {Picture} picture changed in place
 * @param {string | Buffer} paper a file, or its bytes
 * @param {Corners} corners
 */
export async function layPaper(picture, paper, corners) {
  const sheet = await sharp(paper)
    .resize({ width: Math.round(Math.hypot(corners[1].x - corners[0].x, corners[1].y - corners[0].y)) })
    .removeAlpha()
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, data } = picture;
  const place = ontoSheet(corners);
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  const [left, right] = [Math.max(0, Math.floor(Math.min(...xs))), Math.min(width - 1, Math.ceil(Math.max(...xs)))];
  const [top, bottom] = [Math.max(0, Math.floor(Math.min(...ys))), Math.min(height - 1, Math.ceil(Math.max(...ys)))];
  const { width: wide, height: high } = sheet.info;
  for (let y = top; y <= bottom; y++)
    for (let x = left; x <= right; x++) {
      const { u, v } = place(x, y);
      if (u < 0 || v < 0 || u >= 1 || v >= 1) continue;
      const fx = Math.min(wide - 1.001, u * wide);
      const fy = Math.min(high - 1.001, v * high);
      const sx = Math.floor(fx);
      const sy = Math.floor(fy);
      const dx = fx - sx;
      const dy = fy - sy;
      const light = lightAt(x / width, y / height);
      for (let part = 0; part < 3; part++) {
        const at = (sy * wide + sx) * 3 + part;
        const upper = Number(sheet.data[at]) * (1 - dx) + Number(sheet.data[at + 3]) * dx;
        const lower = Number(sheet.data[at + wide * 3]) * (1 - dx) + Number(sheet.data[at + wide * 3 + 3]) * dx;
        data[(y * width + x) * 3 + part] = clamp((upper * (1 - dy) + lower * dy) * 0.9 * light);
      }
    }
}

/**
 * A hand reaching in from below, up to a share of the picture's height.
 * @param {Picture} picture changed in place
 * @param {number} reach
 */
export function reachIn({ width, height, data }, reach) {
  const top = height * (1 - reach);
  for (let y = Math.max(0, Math.floor(top - width * 0.12)); y < height; y++)
    for (let x = 0; x < width; x++) {
      const across = (x - width * 0.55) / (width * 0.12);
      if (Math.abs(across) > 1 || y < top - width * 0.12 * Math.sqrt(1 - across * across)) continue;
      const at = (y * width + x) * 3;
      [data[at], data[at + 1], data[at + 2]] = [206, 156, 128];
    }
}

/**
 * The picture as a camera sends it, with the grain of its sensor.
 * @param {Picture} picture
 * @param {() => number} random
 * @param {{ grain?: number; blur?: number; quality?: number }} [how]
 * @returns {Promise<Buffer>} JPEG
 */
export async function exposed({ width, height, data }, random, { grain = 5, blur = 0, quality = 80 } = {}) {
  const grained = Buffer.allocUnsafe(data.length);
  // One row of grain is cheap and comes again at another place in each row.
  const row = Float64Array.from({ length: 4099 }, () => (random() - 0.5) * grain);
  let next = Math.floor(random() * 4099);
  for (let at = 0; at < data.length; at++) {
    grained[at] = clamp(Number(data[at]) + Number(row[next]));
    if (++next === 4099) next = 0;
  }
  const camera = sharp(grained, { raw: { width, height, channels: 3 } });
  return (blur > 0 ? camera.blur(blur) : camera).jpeg({ quality }).toBuffer();
}

const lightAt = (/** @type {number} */ x, /** @type {number} */ y) => 1.04 - 0.16 * x - 0.08 * y;
const clamp = (/** @type {number} */ value) => (value < 0 ? 0 : value > 255 ? 255 : value);
