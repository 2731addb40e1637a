// Whether a still taken without a hand shows the page as the look that asked for it did. On a slow machine it is taken some
// tenths of a second later: the page may be leaving, or a hand may already reach over one of its edges.
import type { SheetCorners } from "#contract/derivative";
import type { Sight } from "./sight.ts";
import { motionBetween } from "./stillness.ts";

/** What of a look decides; width and height of the picture that was looked at, for its shape. */
export type Looked = Pick<Sight, "cells" | "corners" | "hasEdges"> & Size;
type Size = { readonly width: number; readonly height: number };
export type Misfit = "moved" | "edges-lost" | "other-corners";

/** Share of the picture that may differ: a photo is exposed anew, a frame comes from the very film that was watched. */
const mostSlip = { photo: 0.06, frame: 0.02 };
/** How far a corner may lie from where it was seen, as a share of the picture's width; the finder is right to 0.0025. */
const mostShift = 0.015;
/** How far the shape of the sheet may differ where the photo shows another part of the desk than the film. */
const mostBend = 0.04;
/** Stills put away one after the other; a camera whose photos always look other than its film must not wait for ever. */
const mostPutAway = 2;

/** Two pictures of one camera show the same part of the desk when they have the same shape. */
export const isSameView = (one: Size, other: Size): boolean =>
  Math.abs(Math.log((one.width * other.height) / (one.height * other.width))) < 0.01;

/** What tells that a still is not of the page as it was watched; undefined when nothing does. */
export function misfitOf(watched: Looked, still: Looked, isPhoto: boolean): Misfit | undefined {
  const isAlike = isSameView(watched, still);
  // A photo of another shape shows other parts of the desk: cell by cell it cannot be compared.
  if (isAlike && motionBetween(watched.cells, still.cells) > mostSlip[isPhoto ? "photo" : "frame"]) return "moved";
  if (!watched.hasEdges) return undefined;
  if (!still.hasEdges || !still.corners || !watched.corners) return "edges-lost";
  const isOther = isAlike
    ? shiftOf(watched.corners, still.corners) > mostShift
    : Math.abs(Math.log(tallnessOf(watched) / tallnessOf(still))) > mostBend;
  return isOther ? "other-corners" : undefined;
}

/**
 * Whether a still that does not fit is kept all the same: after two put away for one page, when a look right after it shows
 * the page lying as before. Then it is the camera whose photos are other, not the page.
 */
export const isCameraOther = (putAway: number, watched: Looked, after: Looked): boolean =>
  putAway >= mostPutAway && misfitOf(watched, after, false) === undefined;

function shiftOf(one: SheetCorners, other: SheetCorners): number {
  return Math.max(...one.map(({ x, y }, at) => Math.hypot(x - (other[at]?.x ?? 0), y - (other[at]?.y ?? 0))));
}

/** Height of the sheet against its width, in pixels. */
function tallnessOf({ corners, width, height }: Looked): number {
  const [a, b, c, d] = (corners ?? []).map(({ x, y }) => ({ x: x * width, y: y * height }));
  if (!a || !b || !c || !d) return 1;
  const side = (from: typeof a, to: typeof a): number => Math.hypot(to.x - from.x, to.y - from.y);
  return (side(a, d) + side(b, c)) / (side(a, b) + side(d, c));
}
