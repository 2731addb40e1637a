// Characters one below the other, as in narrow cells of forms (申请人情况): laid side by side, so that they are read as
// a line. The recognition knows lines only.
import type { GreyPicture } from "./grey-picture.ts";
import { cutLine } from "./cut-line.ts";
import type { LineBox } from "./line-box.ts";
import { stripHeight } from "./recognise-line.ts";

/** Darker than this is ink, on the stretched page. */
const ink = 128;
/** Two pieces that together are no taller than this share of the column's width are one character (二, 言). */
const oneCharacter = 1.1;

type Span = { readonly from: number; readonly to: number };

/** Rows from which ink does not reach over a gap. */
function spansOf(length: number, hasInk: (at: number) => boolean): Span[] {
  const spans: Span[] = [];
  for (let at = 0, from = -1; at <= length; at += 1) {
    const isInk = at < length && hasInk(at);
    if (isInk && from < 0) from = at;
    if (!isInk && from >= 0) {
      spans.push({ from, to: at });
      from = -1;
    }
  }
  return spans;
}

/** Neighbouring pieces joined as long as they stay within `side`, the nearest first. */
function joinPieces(pieces: readonly Span[], side: number): Span[] {
  const joined = [...pieces];
  for (;;) {
    let best: { at: number; gap: number } | undefined;
    for (const [at, piece] of joined.entries()) {
      const next = joined[at + 1];
      if (next === undefined || next.to - piece.from > side) continue;
      const gap = next.from - piece.to;
      if (best === undefined || gap < best.gap) best = { at, gap };
    }
    if (best === undefined) return joined;
    const [first, second] = [joined[best.at], joined[best.at + 1]];
    if (first && second) joined.splice(best.at, 2, { from: first.from, to: second.to });
  }
}

/** The characters of an upright column as one strip; undefined when there are not two of them. */
export function stackLine(page: GreyPicture, box: LineBox): GreyPicture | undefined {
  const scale = Math.min(1, (stripHeight * 0.9) / box.width);
  const [width, height] = [Math.round(box.width * scale), Math.round(box.height * scale)];
  const column = cutLine(page, box, width, height);
  const at = (x: number, y: number): number => column.pixels[y * width + x] ?? 255;
  const across = (y: number): boolean => Array.from({ length: width }, (_, x) => at(x, y)).some((value) => value < ink);
  const down = (x: number): boolean => Array.from({ length: height }, (_, y) => at(x, y)).some((value) => value < ink);
  const columns = spansOf(width, down);
  const [left, right] = [columns[0]?.from ?? 0, columns.at(-1)?.to ?? width];
  const side = (right - left) * oneCharacter;
  const characters = joinPieces(spansOf(height, across), side);
  if (characters.length < 2) return undefined;
  const tile = stripHeight;
  const pixels = new Uint8Array(tile * tile * characters.length).fill(255);
  const stride = tile * characters.length;
  for (const [index, { from, to }] of characters.entries()) {
    const top = Math.max(0, Math.round((tile - (to - from)) / 2));
    const start = index * tile + Math.max(0, Math.round((tile - (right - left)) / 2));
    for (let y = from; y < Math.min(to, from + tile); y += 1)
      for (let x = left; x < Math.min(right, left + tile); x += 1)
        if (top + y - from < tile) pixels[(top + y - from) * stride + start + x - left] = at(x, y);
  }
  return { width: stride, height: tile, pixels };
}
