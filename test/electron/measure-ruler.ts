import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";

/** Dots per inch of the measuring raster: finer than the print, so that the raster adds at most 0.05 mm. */
const dpi = 600;
const millimetre = dpi / 25.4;
const ink = 200;

/**
 * The length in mm of the ruler mark of a landscape A4 form (engine/paper/draw-ruler) on page `page` (from 1) of a
 * printed PDF, whether the printer kept the sheet landscape or turned it. 0 when there is no mark where it belongs.
 */
export function measureRuler(pdf: string, page: number): number {
  const base = `${pdf}.${page}`;
  execFileSync("pdftoppm", ["-r", `${dpi}`, "-f", `${page}`, "-l", `${page}`, "-gray", "-singlefile", pdf, base]);
  const bytes = readFileSync(`${base}.pgm`);
  rmSync(`${base}.pgm`);
  const [, size = "", , ...rest] = headOf(bytes);
  const [width = 0, height = 0] = size.split(" ").map(Number);
  const pixels = bytes.subarray(bytes.length - width * height);
  if (rest.length > 0 || width * height === 0) throw new Error("not a grey picture");
  const isTurned = height > width;
  // The mark lies 8 mm above the lower edge of the landscape sheet; a turned sheet carries that edge on its right.
  const across = isTurned ? width : height;
  const along = isTurned ? height : width;
  const darkAt = (line: number, at: number): boolean =>
    (pixels[isTurned ? at * width + line : line * width + at] ?? 255) < ink;
  let longest = 0;
  for (let line = Math.round(across - 9.6 * millimetre); line < across - 7.4 * millimetre; line += 1) {
    let run = 0;
    for (let at = 0; at < along; at += 1) {
      run = darkAt(line, at) ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
  }
  return longest / millimetre;
}

/** The three header lines of a binary PGM: magic, size, depth. */
function headOf(bytes: Buffer): string[] {
  return bytes.subarray(0, 40).toString("latin1").split("\n").slice(0, 3);
}
