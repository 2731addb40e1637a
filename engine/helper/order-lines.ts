// Reading order: rows by their middle in the straightened page, from left to right within a row.
import { middleOf, type LineBox } from "./line-box.ts";

/** Lines whose middles are nearer than this share of their height stand in one row. */
const sameRow = 0.5;

/** The slant of the page in radians: the middle slant of its lines, long lines counting more. */
export function slantOf(boxes: readonly LineBox[]): number {
  const slants = boxes.flatMap((box) => {
    const weight = Math.floor(box.width / Math.max(1, box.height));
    return weight < 3 ? [] : Array.from({ length: Math.min(weight, 40) }, () => box.angle);
  });
  return middleOf(slants, 0);
}

/** Boxes (or what carries one) in reading order. */
export function orderLines<T extends { readonly box: LineBox }>(lines: readonly T[], slant: number): T[] {
  const [cos, sin] = [Math.cos(slant), Math.sin(slant)];
  const placed = lines
    .map((line) => ({
      line,
      along: line.box.x * cos + line.box.y * sin - line.box.width / 2,
      down: line.box.y * cos - line.box.x * sin,
      height: line.box.height,
    }))
    .toSorted((a, b) => a.down - b.down);
  const rows: (typeof placed)[] = [];
  for (const each of placed) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    if (row && last && each.down - last.down < sameRow * Math.min(each.height, last.height)) row.push(each);
    else rows.push([each]);
  }
  return rows.flatMap((row) => row.toSorted((a, b) => a.along - b.along).map(({ line }) => line));
}
