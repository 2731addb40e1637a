// One line of print cut out of the page and straightened: the strip the recognition reads.
import type { GreyPicture } from "./grey-picture.ts";
import type { LineBox } from "./line-box.ts";

/** Light at a place between pixels; white outside the page. */
function lightAt({ width, height, pixels }: GreyPicture, x: number, y: number): number {
  const left = Math.floor(x);
  const top = Math.floor(y);
  if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) {
    const nearX = Math.round(x);
    const nearY = Math.round(y);
    return nearX < 0 || nearY < 0 || nearX >= width || nearY >= height ? 255 : (pixels[nearY * width + nearX] ?? 255);
  }
  const at = top * width + left;
  const [part, share] = [x - left, y - top];
  const upper = (pixels[at] ?? 0) * (1 - part) + (pixels[at + 1] ?? 0) * part;
  const lower = (pixels[at + width] ?? 0) * (1 - part) + (pixels[at + width + 1] ?? 0) * part;
  return upper * (1 - share) + lower * share;
}

/**
 * The inside of a box as an upright strip of the given size. Where the strip is smaller than the box, several places
 * of the page are averaged for each of its pixels, so that thin strokes do not fall between.
 */
export function cutLine(page: GreyPicture, box: LineBox, width: number, height: number): GreyPicture {
  const pixels = new Uint8Array(width * height);
  const [cos, sin] = [Math.cos(box.angle), Math.sin(box.angle)];
  const [across, down] = [box.width / width, box.height / height];
  const samples = Math.min(4, Math.max(1, Math.round(Math.max(across, down))));
  for (let row = 0; row < height; row += 1)
    for (let column = 0; column < width; column += 1) {
      let sum = 0;
      for (let sy = 0; sy < samples; sy += 1)
        for (let sx = 0; sx < samples; sx += 1) {
          const along = (column + (sx + 0.5) / samples) * across - box.width / 2;
          const below = (row + (sy + 0.5) / samples) * down - box.height / 2;
          sum += lightAt(page, box.x + along * cos - below * sin - 0.5, box.y + along * sin + below * cos - 0.5);
        }
      pixels[row * width + column] = Math.round(sum / (samples * samples));
    }
  return { width, height, pixels };
}
