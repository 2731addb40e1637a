// Where lines stand: the detection model marks the core of each line, and a rectangle grows round each mark
// (tech-scan-ocr §1.5: threshold 0.3, box score 0.5, expand 1.6).
import { Tensor } from "onnxruntime-node";
import { enclosePoints } from "./enclose-points.ts";
import { resizeGrey, type GreyPicture } from "./grey-picture.ts";
import { scaleBox, type LineBox, type Point } from "./line-box.ts";
import type { Models } from "./load-models.ts";

const threshold = 0.3;
const leastScore = 0.5;
const expansion = 1.6;
/** Pixels of the shorter side below which a mark is a speck. */
const leastSide = 2;

/** Lines on a page, in its own pixels, looked for on a copy whose longer side has `side` pixels. */
export async function findLines(models: Models, page: GreyPicture, side: number): Promise<LineBox[]> {
  const scale = Math.min(1, side / Math.max(page.width, page.height));
  // The model halves its input five times.
  const fit = (length: number): number => Math.max(32, Math.round((length * scale) / 32) * 32);
  const small = await resizeGrey(page, { width: fit(page.width), height: fit(page.height) });
  const marks = await markPrint(models, small);
  const [across, down] = [page.width / small.width, page.height / small.height];
  return boxesOf(marks, small.width, small.height).map((box) => stretchBox(box, across, down));
}

/** Probability of print for each pixel. */
async function markPrint({ detection }: Models, { width, height, pixels }: GreyPicture): Promise<Float32Array> {
  const size = width * height;
  const input = new Float32Array(3 * size);
  // Mean and deviation of the pictures the model was trained on, blue, green, red.
  for (const [channel, [mean, deviation]] of (
    [
      [0.485, 0.229],
      [0.456, 0.224],
      [0.406, 0.225],
    ] as const
  ).entries())
    for (let at = 0; at < size; at += 1) input[channel * size + at] = ((pixels[at] ?? 0) / 255 - mean) / deviation;
  const [name = ""] = detection.inputNames;
  const answers = await detection.run({ [name]: new Tensor("float32", input, [1, 3, height, width]) });
  return answers[detection.outputNames[0] ?? ""]?.data as Float32Array;
}

/** Rectangles round the connected marks. */
export function boxesOf(marks: Float32Array, width: number, height: number): LineBox[] {
  const seen = new Uint8Array(width * height);
  const stack: number[] = [];
  const boxes: LineBox[] = [];
  for (let start = 0; start < seen.length; start += 1) {
    if (seen[start] === 1 || (marks[start] ?? 0) <= threshold) continue;
    // Only the ends of each row of pixels can be corners of the hull.
    const ends = new Map<number, { left: number; right: number }>();
    seen[start] = 1;
    stack.push(start);
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const [x, y] = [at % width, Math.floor(at / width)];
      const row = ends.get(y);
      if (row === undefined) ends.set(y, { left: x, right: x });
      else {
        row.left = Math.min(row.left, x);
        row.right = Math.max(row.right, x);
      }
      for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny += 1)
        for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx += 1) {
          const next = ny * width + nx;
          if (seen[next] === 1 || (marks[next] ?? 0) <= threshold) continue;
          seen[next] = 1;
          stack.push(next);
        }
    }
    const points = [...ends].flatMap(([y, { left, right }]): Point[] => [
      [left, y],
      [right + 1, y],
      [left, y + 1],
      [right + 1, y + 1],
    ]);
    const core = enclosePoints(points);
    if (Math.min(core.width, core.height) < leastSide) continue;
    const score = meanInside(marks, width, height, { ...core, score: 0 });
    if (score < leastScore) continue;
    const grow = (core.width * core.height * expansion) / (core.width + core.height);
    boxes.push({ ...core, width: core.width + grow, height: core.height + grow, score });
  }
  return boxes;
}

function meanInside(marks: Float32Array, width: number, height: number, box: LineBox): number {
  const [cos, sin] = [Math.cos(box.angle), Math.sin(box.angle)];
  const reach = { x: Math.abs(cos) * box.width + Math.abs(sin) * box.height, y: 0 };
  reach.y = Math.abs(sin) * box.width + Math.abs(cos) * box.height;
  let [sum, count] = [0, 0];
  for (let y = Math.max(0, Math.floor(box.y - reach.y / 2)); y <= Math.min(height - 1, box.y + reach.y / 2); y += 1)
    for (let x = Math.max(0, Math.floor(box.x - reach.x / 2)); x <= Math.min(width - 1, box.x + reach.x / 2); x += 1) {
      const [dx, dy] = [x + 0.5 - box.x, y + 0.5 - box.y];
      if (Math.abs(dx * cos + dy * sin) > box.width / 2 || Math.abs(dy * cos - dx * sin) > box.height / 2) continue;
      sum += marks[y * width + x] ?? 0;
      count += 1;
    }
  return count === 0 ? 0 : sum / count;
}

/** From the copy back to the page; both factors differ by rounding only. */
function stretchBox(box: LineBox, across: number, down: number): LineBox {
  return { ...scaleBox(box, (across + down) / 2), x: box.x * across, y: box.y * down };
}
