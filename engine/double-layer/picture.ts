// A page image as it goes into a PDF or OFD: its pixels as they are stored, without what a camera or a stranger wrote
// beside them (place, owner, thumbnails: personal-data P12).
import { findJpegEnd } from "#engine/helper/find-jpeg-end";

export type JpegPicture = {
  readonly kind: "jpeg";
  /** Pixels as stored; `orientation` 1 to 8 says how they are to be turned (EXIF 2.3, tag 274). */
  readonly width: number;
  readonly height: number;
  readonly orientation: number;
  readonly channels: 1 | 3;
  readonly bytes: Buffer;
};
export type PngPicture = {
  readonly kind: "png";
  readonly width: number;
  readonly height: number;
  readonly orientation: 1;
  readonly bits: 1 | 2 | 4 | 8;
  readonly channels: 1 | 3;
  /** Colours of an indexed picture, three bytes each. */
  readonly palette: Buffer | null;
  /** The deflated rows as the file holds them: PDF knows the same predictors. */
  readonly rows: Buffer;
  readonly bytes: Buffer;
};
export type Picture = JpegPicture | PngPicture;

/** "repaint": a picture these formats cannot carry as it is (CMYK, transparent, 16 bits, interlaced). */
export type ReadPicture = Picture | "repaint";

/** Orientation out of an EXIF segment; 1 where it says nothing sensible. */
function orientationOf(exif: Buffer): number {
  if (exif.toString("latin1", 0, 6) !== "Exif\0\0") return 1;
  const tiff = exif.subarray(6);
  const isLittle = tiff.toString("latin1", 0, 2) === "II";
  const number = (at: number, size: 2 | 4): number => {
    if (at + size > tiff.length) return 0;
    return isLittle ? tiff.readUIntLE(at, size) : tiff.readUIntBE(at, size);
  };
  const first = number(4, 4);
  for (let at = first + 2; at < first + 2 + number(first, 2) * 12; at += 12)
    if (number(at, 2) === 0x0112) {
      const value = number(at + 8, 2);
      return value >= 1 && value <= 8 ? value : 1;
    }
  return 1;
}

/** Reads a JPEG's header and leaves out its comments and application segments but JFIF, the colour profile and Adobe's. */
function readJpeg(file: Buffer): ReadPicture {
  const kept: Buffer[] = [file.subarray(0, 2)];
  const end = findJpegEnd(file) ?? file.length;
  let orientation = 1;
  let hasAdobe = false;
  let frame: { width: number; height: number; names: readonly number[] } | undefined;
  for (let at = 2; at + 4 <= end;) {
    if (file[at] !== 0xff || file[at + 1] === 0xff) {
      at += 1;
      continue;
    }
    const marker = file[at + 1] ?? 0;
    const next = at + 2 + file.readUInt16BE(at + 2);
    const segment = file.subarray(at + 4, next);
    if (marker === 0xe1) orientation = orientation === 1 ? orientationOf(segment) : orientation;
    if (marker === 0xee) hasAdobe ||= segment.toString("latin1", 0, 5) === "Adobe";
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) {
      const count = segment[5] ?? 0;
      // Baseline, extended and progressive with 8 bits are what DCTDecode takes (ISO 32000-1, 7.4.8).
      if (marker > 0xc2 || segment[0] !== 8 || (count !== 1 && count !== 3)) return "repaint";
      const names = Array.from({ length: count }, (_, index) => segment[6 + index * 3] ?? 0);
      frame = { width: segment.readUInt16BE(3), height: segment.readUInt16BE(1), names };
    }
    const isForeign = (marker >= 0xe1 && marker <= 0xef && marker !== 0xe2 && marker !== 0xee) || marker === 0xfe;
    if (!isForeign) kept.push(file.subarray(at, next));
    at = next;
    if (marker !== 0xda) continue;
    kept.push(file.subarray(at, end));
    break;
  }
  if (!frame || frame.width === 0 || frame.height === 0) return "repaint";
  // Without Adobe's mark three channels named R, G, B are no YCbCr, which a PDF reader would take them for.
  if (!hasAdobe && String.fromCharCode(...frame.names) === "RGB") return "repaint";
  const { width, height, names } = frame;
  return { kind: "jpeg", width, height, orientation, channels: names.length === 1 ? 1 : 3, bytes: Buffer.concat(kept) };
}

const channelsOf: Readonly<Record<number, 1 | 3>> = { 0: 1, 2: 3, 3: 1 };
const pngMark = Buffer.from("89504e470d0a1a0a", "hex");

function readPng(file: Buffer): ReadPicture {
  const head = file.subarray(16, 29);
  const [width, height, bits, kind, interlace] = [
    head.readUInt32BE(0),
    head.readUInt32BE(4),
    head[8],
    head[9],
    head[12],
  ];
  const channels = channelsOf[kind ?? -1];
  if (!channels || interlace !== 0 || (bits !== 1 && bits !== 2 && bits !== 4 && bits !== 8)) return "repaint";
  const rows: Buffer[] = [];
  const kept: Buffer[] = [pngMark];
  let palette: Buffer | null = null;
  for (let at = 8; at + 12 <= file.length;) {
    const length = file.readUInt32BE(at);
    const type = file.toString("latin1", at + 4, at + 8);
    const body = file.subarray(at + 8, at + 8 + length);
    if (type === "tRNS") return "repaint";
    if (type === "PLTE") palette = body;
    if (type === "IDAT") rows.push(body);
    if (["IHDR", "PLTE", "IDAT", "IEND", "pHYs"].includes(type)) kept.push(file.subarray(at, at + 12 + length));
    at += 12 + length;
    if (type === "IEND") break;
  }
  if (rows.length === 0 || (kind === 3 && palette === null)) return "repaint";
  const bytes = Buffer.concat(kept);
  const shown = kind === 3 ? palette : null;
  return {
    kind: "png",
    width,
    height,
    orientation: 1,
    bits,
    channels,
    palette: shown,
    rows: Buffer.concat(rows),
    bytes,
  };
}

/** What a JPEG or PNG is, from its own bytes; pixels are not looked at. */
export function readPicture(file: Buffer): ReadPicture {
  try {
    if (file[0] === 0xff && file[1] === 0xd8) return readJpeg(file);
    return file.subarray(0, 8).equals(pngMark) ? readPng(file) : "repaint";
  } catch {
    // A header cut short: whoever decodes it judges it.
    return "repaint";
  }
}

/** How the unit square of the stored picture lies in a page of so many points, as a PDF matrix (y goes up). */
export function placeOnPage(orientation: number, width: number, height: number): readonly number[] {
  const places: Readonly<Record<number, readonly number[]>> = {
    1: [width, 0, 0, height, 0, 0],
    2: [-width, 0, 0, height, width, 0],
    3: [-width, 0, 0, -height, width, height],
    4: [width, 0, 0, -height, 0, height],
    5: [0, -height, -width, 0, width, height],
    6: [0, -height, width, 0, 0, height],
    7: [0, height, width, 0, 0, 0],
    8: [0, height, -width, 0, width, 0],
  };
  return places[orientation] ?? [width, 0, 0, height, 0, 0];
}
