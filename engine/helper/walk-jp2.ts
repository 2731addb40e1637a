// JPEG 2000 (ISO 15444-1): what a file claims, and whether all of it is there, before any decoder sees it.
import { pixelLimit } from "./decode-limits.ts";
import { Refused } from "./serve-questions.ts";

export type Jp2Walk = {
  readonly width: number;
  readonly height: number;
  readonly components: number;
  /** Dots per inch as captured or meant for display; null when the file does not say. */
  readonly dpi: number | null;
  /** The end mark is missing though every tile is there. */
  readonly isFlawed: boolean;
};

const fileMark = "0000000c6a5020200d0a870a";
const mark = { start: 0xff4f, size: 0xff51, tile: 0xff90, end: 0xffd9 };
const mostComponents = 5;

type Box = { readonly name: string; readonly begin: number; readonly end: number };

/** The boxes between two places; a length beyond the end is damage (annex I.4). */
function boxesIn(bytes: Buffer, from: number, to: number): Box[] {
  const boxes: Box[] = [];
  for (let at = from; at + 8 <= to;) {
    const [short, name] = [bytes.readUInt32BE(at), bytes.toString("latin1", at + 4, at + 8)];
    if (short === 1 && at + 16 > to) throw new Refused("image-damaged");
    const length = short === 0 ? to - at : short === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : short;
    const head = short === 1 ? 16 : 8;
    if (length < head || at + length > to) throw new Refused("image-damaged");
    boxes.push({ name, begin: at + head, end: at + length });
    at += length;
  }
  return boxes;
}

/** Resolution out of a "res " box: points per metre as a fraction with an exponent (annex I.5.3.7). */
function resolutionIn(bytes: Buffer, header: readonly Box[]): number | null {
  const outer = header.find(({ name }) => name === "res ");
  const inner = outer && boxesIn(bytes, outer.begin, outer.end);
  const box = inner?.find(({ name }) => name === "resc") ?? inner?.find(({ name }) => name === "resd");
  if (!box || box.end - box.begin < 10) return null;
  const [above, below, exponent] = [
    bytes.readUInt16BE(box.begin),
    bytes.readUInt16BE(box.begin + 2),
    bytes.readInt8(box.begin + 8),
  ];
  const dpi = below === 0 ? 0 : Math.round((above / below) * 10 ** exponent * 0.0254);
  return dpi >= 10 && dpi <= 20_000 ? dpi : null;
}

/** Walks from tile to tile; every tile the header promises has to be there (annex A.4). */
function walkTiles(bytes: Buffer, from: number, to: number, promised: number): boolean {
  const tiles = new Set<number>();
  let at = from;
  for (; at + 12 <= to && bytes.readUInt16BE(at) === mark.tile;) {
    tiles.add(bytes.readUInt16BE(at + 4));
    const length = bytes.readUInt32BE(at + 6);
    // A length of zero: the last part, up to the end mark.
    if (length === 0) at = bytes.readUInt16BE(to - 2) === mark.end ? to - 2 : to + 1;
    else if (length < 14) throw new Refused("image-damaged");
    else at += length;
  }
  if (at > to || tiles.size < promised) throw new Refused("image-damaged");
  return at + 2 > to || bytes.readUInt16BE(at) !== mark.end;
}

/** The size marker of a codestream, and the tiles behind the main header. */
function walkStream(bytes: Buffer, from: number, to: number): Omit<Jp2Walk, "dpi"> {
  if (to - from < 45 || bytes.readUInt16BE(from) !== mark.start || bytes.readUInt16BE(from + 2) !== mark.size)
    throw new Refused("image-damaged");
  const figure = (at: number): number => bytes.readUInt32BE(from + at);
  const [width, height] = [figure(8) - figure(16), figure(12) - figure(20)];
  const [tileWidth, tileHeight, components] = [figure(24), figure(28), bytes.readUInt16BE(from + 40)];
  if (width <= 0 || height <= 0 || tileWidth === 0 || tileHeight === 0) throw new Refused("image-damaged");
  if (width * height > pixelLimit) throw new Refused("image-too-large");
  if (components < 1 || components > mostComponents) throw new Refused("image-damaged");
  const across = Math.ceil((figure(8) - figure(32)) / tileWidth);
  const down = Math.ceil((figure(12) - figure(36)) / tileHeight);
  if (across < 1 || down < 1 || across * down > 65_535) throw new Refused("image-damaged");
  let at = from + 2;
  while (at + 4 <= to && bytes.readUInt16BE(at) !== mark.tile) {
    const length = bytes.readUInt16BE(at + 2);
    if (bytes[at] !== 0xff || length < 2) throw new Refused("image-damaged");
    at += 2 + length;
  }
  return { width, height, components, isFlawed: walkTiles(bytes, at, to, across * down) };
}

/**
 * Reads a JP2 file or a bare codestream. Refuses image-damaged (cut off, a tile missing, header and codestream of
 * different sizes), image-too-large.
 */
export function walkJp2(bytes: Buffer): Jp2Walk {
  if (bytes.readUInt16BE(0) === mark.start) return { ...walkStream(bytes, 0, bytes.length), dpi: null };
  if (bytes.toString("hex", 0, 12) !== fileMark) throw new Refused("image-damaged");
  const boxes = boxesIn(bytes, 12, bytes.length);
  const outer = boxes.find(({ name }) => name === "jp2h");
  const stream = boxes.find(({ name }) => name === "jp2c");
  if (!outer || !stream) throw new Refused("image-damaged");
  const header = boxesIn(bytes, outer.begin, outer.end);
  const size = header.find(({ name }) => name === "ihdr");
  if (!size || size.end - size.begin < 14) throw new Refused("image-damaged");
  const claimed = [bytes.readUInt32BE(size.begin + 4), bytes.readUInt32BE(size.begin)] as const;
  if (claimed[0] * claimed[1] > pixelLimit) throw new Refused("image-too-large");
  const walked = walkStream(bytes, stream.begin, stream.end);
  // A header that tells another size than the picture has is no honest file.
  if (walked.width !== claimed[0] || walked.height !== claimed[1]) throw new Refused("image-damaged");
  return { ...walked, dpi: resolutionIn(bytes, header) };
}
