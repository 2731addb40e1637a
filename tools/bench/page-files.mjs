import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { seededNumbers } from "./seeded.mjs";

const width = 1654;
const height = 2339;
const drawings = 12;

/**
 * One scanned page of A4 at 200 dpi: lines of marks as large as characters, on paper with the grain of a scan.
 * @param {number} seed
 * @param {number} quality of the JPEG
 */
async function drawPage(seed, quality) {
  const pick = seededNumbers(seed);
  const pixels = Buffer.allocUnsafe(width * height * 3);
  // The grain repeats every 64 KiB less one, so that no two lines meet it alike.
  const grain = Uint8Array.from({ length: 65_535 }, () => pick(9));
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = 230 + (grain[at % 65_535] ?? 0);
  for (let top = 200; top < height - 200; top += 46)
    for (let left = 180; left < width - 180; left += 34) {
      if (pick(12) === 0) continue;
      for (let stroke = 0; stroke < 5; stroke += 1) {
        const isLevel = pick(2) === 0;
        const [x, y] = [left + pick(20), top + pick(20)];
        const [wide, high] = isLevel ? [8 + pick(16), 2 + pick(2)] : [2 + pick(2), 8 + pick(16)];
        for (let row = y; row < y + high; row += 1)
          pixels.fill(40 + pick(40), (row * width + x) * 3, (row * width + x + wide) * 3);
      }
    }
  const raw = { width, height, channels: /** @type {const} */ (3) };
  return sharp(pixels, { raw }).jpeg({ quality, chromaSubsampling: "4:2:0" }).withMetadata({ density: 200 }).toBuffer();
}

/**
 * The same picture as a file of its own: a comment segment after the beginning (ITU-T T.81, B.2.4.5).
 * @param {Buffer} jpeg
 * @param {string} comment
 */
export function withComment(jpeg, comment) {
  const text = Buffer.from(comment, "utf8");
  const marker = Buffer.from([0xff, 0xfe, 0, 0]);
  marker.writeUInt16BE(text.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), marker, text, jpeg.subarray(2)]);
}

/**
 * Writes page files: twelve drawings, each file made one of its own by a comment.
 * @param {string} folder made when missing
 * @param {number} count
 * @returns {Promise<{ paths: string[]; bytes: number }>}
 */
export async function writePages(folder, count) {
  await mkdir(folder, { recursive: true });
  const pages = [];
  for (let at = 0; at < Math.min(drawings, count); at += 1) pages.push(await drawPage(at + 1, 45));
  const paths = [];
  let bytes = 0;
  for (let at = 0; at < count; at += 1) {
    const page = withComment(pages[at % pages.length] ?? Buffer.alloc(0), `page ${at + 1} of ${folder}`);
    const file = path.join(folder, `page-${String(at + 1).padStart(5, "0")}.jpg`);
    await writeFile(file, page);
    paths.push(file);
    bytes += page.length;
  }
  return { paths, bytes };
}
