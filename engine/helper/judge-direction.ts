// Which way up the print stands: sideways is seen from the shapes of the lines, head-down by the direction model.
import type { GreyPicture } from "./grey-picture.ts";
import { cutLine } from "./cut-line.ts";
import type { LineBox } from "./line-box.ts";
import type { Models } from "./load-models.ts";
import { runOne, tensorOf } from "./recognise-line.ts";

/** Size of the pictures the direction model was trained on, pixels. */
const [width, height] = [192, 48];
/** Lines that are asked; the largest say it best. */
const asked = 8;
/** A line is tall or wide when one side is this much longer. */
const clearly = 1.5;

/** True when lines that run down the page cover more of it than lines that run across. */
export function standsSideways(boxes: readonly LineBox[]): boolean {
  let [tall, wide] = [0, 0];
  for (const box of boxes) {
    if (box.height > clearly * box.width) tall += box.width * box.height;
    else if (box.width > clearly * box.height) wide += box.width * box.height;
  }
  return tall > wide;
}

/** True when the largest lines, taken together, stand on their heads. */
export async function standsOnHead(models: Models, page: GreyPicture, boxes: readonly LineBox[]): Promise<boolean> {
  const largest = boxes
    .filter((box) => box.width > clearly * box.height)
    .toSorted((a, b) => b.width * b.height - a.width * a.height)
    .slice(0, asked);
  let votes = 0;
  for (const box of largest) {
    const output = await runOne(models.direction, tensorOf(cutLine(page, box, width, height)));
    const [upright = 0, onHead = 0] = output.data as Float32Array;
    votes += onHead - upright;
  }
  return votes > 0;
}
