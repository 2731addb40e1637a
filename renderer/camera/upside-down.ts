// Whether a page of running text lies upside down, told by its lines: Chinese paragraphs begin two characters in and end
// anywhere, so the left ends of lines stand in a row and the right ends do not. A page of tables, a picture, a short note
// says nothing either way, and then nothing is said; the reader of the text tells later (engine/helper/read-page).
import { type Gray, smooth } from "./gray.ts";

/** Lines with both ends, as shares of the width of the text. */
type Line = { readonly left: number; readonly right: number };

const leastLines = 8;

/** true only when the lines say so clearly. `view` is the flat sheet. */
export function isUpsideDown(view: Gray): boolean {
  const lines = linesOf(view);
  if (lines.length < leastLines) return false;
  const gaps = (side: (line: Line) => number): number =>
    lines.map(side).filter((gap) => gap > 0.12).length / lines.length;
  const [fromLeft, fromRight] = [gaps(({ left }) => left), gaps(({ right }) => right)];
  // Turned round, what falls short on the right falls short on the left.
  return fromLeft >= 0.18 && fromLeft > 2.2 * fromRight + 0.05;
}

/** Lines of writing: runs of rows with ink, and where the ink of each begins and ends. */
export function linesOf(picture: Gray): Line[] {
  const { width, height, data } = smooth(picture);
  const ink = (at: number, paper: number): boolean => (data[at] ?? 0) < paper - 45;
  const margin = { x: Math.round(width * 0.06), y: Math.round(height * 0.05) };
  const rows: { left: number; right: number; count: number }[] = [];
  for (let y = 0; y < height; y++) {
    const row = { left: width, right: 0, count: 0 };
    rows.push(row);
    if (y < margin.y || y >= height - margin.y) continue;
    let paper = 0;
    for (let x = margin.x; x < width - margin.x; x++) paper = Math.max(paper, data[y * width + x] ?? 0);
    for (let x = margin.x; x < width - margin.x; x++)
      if (ink(y * width + x, paper)) {
        row.left = Math.min(row.left, x);
        row.right = Math.max(row.right, x);
        row.count += 1;
      }
  }
  const found: { left: number; right: number }[] = [];
  let run: { left: number; right: number; top: number; count: number } | undefined;
  rows.forEach((row, y) => {
    if (row.count >= 3) {
      run ??= { left: width, right: 0, top: y, count: 0 };
      run = {
        ...run,
        left: Math.min(run.left, row.left),
        right: Math.max(run.right, row.right),
        count: run.count + row.count,
      };
      return;
    }
    const tall = run ? y - run.top : 0;
    if (run && tall >= 4 && tall <= height * 0.06) found.push({ left: run.left, right: run.right });
    run = undefined;
  });
  if (found.length === 0) return [];
  const sortedLeft = found.map(({ left }) => left).sort((a, b) => a - b);
  const sortedRight = found.map(({ right }) => right).sort((a, b) => b - a);
  // The edges of the text: where a good part of the lines begin and end, not the one that sticks out.
  const from = sortedLeft[Math.floor(found.length * 0.15)] ?? 0;
  const to = sortedRight[Math.floor(found.length * 0.15)] ?? width;
  const wide = Math.max(1, to - from);
  return found.map(({ left, right }) => ({
    left: Math.max(0, (left - from) / wide),
    right: Math.max(0, (to - right) / wide),
  }));
}
