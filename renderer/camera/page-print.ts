// Whether two stills show the same page: where its flat view gets darker and lighter, cell by cell. Places where neither
// says anything (white margins) do not count, so two white pages with other words are not taken for one.
import type { SheetCorners } from "#contract/derivative";
import type { Gray } from "./gray.ts";
import { viewSheet } from "./sheet-view.ts";

const across = 24;
const down = 32;
/** Difference of neighbouring cells, of 255, that says something. */
const least = 3;

/** Signs of the steps to the right and down, one per cell: -1, 0, 1. */
export type PagePrint = Int8Array;

export function printOf(picture: Gray, corners: SheetCorners): PagePrint {
  const { data } = viewSheet(picture, corners, across + 1, down + 1);
  const print = new Int8Array(across * down * 2);
  const stride = across + 1;
  for (let y = 0; y < down; y++)
    for (let x = 0; x < across; x++) {
      const here = data[y * stride + x] ?? 0;
      const steps = [(data[y * stride + x + 1] ?? 0) - here, (data[(y + 1) * stride + x] ?? 0) - here];
      steps.forEach((step, at) => (print[(y * across + x) * 2 + at] = Math.abs(step) < least ? 0 : Math.sign(step)));
    }
  return print;
}

/** 0 (the same page) to 1 (nothing alike). Two sheets without a mark on them are alike. */
export function differenceOf(one: PagePrint, other: PagePrint): number {
  let [said, unlike] = [0, 0];
  for (let at = 0; at < one.length; at++) {
    const [a, b] = [one[at] ?? 0, other[at] ?? 0];
    if (a === 0 && b === 0) continue;
    said += 1;
    // Against each other counts whole, said by one only counts half.
    unlike += a === -b ? 1 : a === b ? 0 : 0.5;
  }
  return said < 20 ? 0 : unlike / said;
}

/** Below this two flat sheets are the same page. */
export const samePage = 0.3;
/** Below this two whole pictures are: the desk around the page is alike in all of them, and the page lies where it lay. */
export const samePicture = 0.1;
