// What the tools are about: nothing, or something that is looked at before it is kept.
import type { ImageRecipe, ImageStep, SheetCorners } from "#contract/derivative";

export type Rectangle = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};
export type ToolMode =
  | { readonly kind: "straighten"; readonly degrees: number; readonly measured: number | undefined }
  | { readonly kind: "crop"; readonly rectangle: Rectangle; readonly note: "asked" | "measured" | "none" | "hand" }
  | { readonly kind: "clean"; readonly step: Extract<ImageStep, { kind: "whiten" | "bitonal" | "despeckle" }> }
  /** Corners in pixels of the page; isLooked: the flat sheet is shown instead of the page with its corners. */
  | {
      readonly kind: "flatten";
      readonly corners: SheetCorners;
      readonly note: "asked" | "measured" | "none" | "hand";
      readonly isLooked: boolean;
    }
  | { readonly kind: "split"; readonly at: number };

/** The steps that would be kept; undefined where there is nothing to keep yet. */
export function recipeOf(mode: ToolMode): ImageRecipe | undefined {
  if (mode.kind === "straighten")
    return mode.degrees === 0 ? undefined : [{ kind: "straighten", degrees: mode.degrees }];
  if (mode.kind === "crop") return [{ kind: "crop", ...mode.rectangle }];
  if (mode.kind === "flatten") return [{ kind: "flatten", corners: mode.corners }];
  return mode.kind === "clean" ? [mode.step] : undefined;
}

/** What is shown as it would become: cleaning always, a flat sheet when it is asked for. */
export const isLookedAt = (mode: ToolMode | undefined): boolean =>
  mode?.kind === "clean" || (mode?.kind === "flatten" && mode.isLooked);

/** Corners to begin with where no sheet is seen: a little inside the page, so that each can be taken hold of. */
export function cornersInside(width: number, height: number): SheetCorners {
  const [left, top] = [Math.round(width * 0.04), Math.round(height * 0.04)];
  const [right, bottom] = [width - left, height - top];
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
}

/** A rectangle held inside a picture, whole pixels, never thinner than `least`. */
export function holdInside(asked: Rectangle, width: number, height: number, least = 16): Rectangle {
  const left = Math.round(Math.min(Math.max(0, asked.left), width - least));
  const top = Math.round(Math.min(Math.max(0, asked.top), height - least));
  return {
    left,
    top,
    width: Math.round(Math.min(Math.max(least, asked.width), width - left)),
    height: Math.round(Math.min(Math.max(least, asked.height), height - top)),
  };
}

/** Which sides a handle moves: some of n, s, w, e; blank moves the whole. */
export type Handle = "n" | "s" | "w" | "e" | "nw" | "ne" | "sw" | "se" | "";

/** The rectangle after a handle was dragged by so many pixels of the picture. */
export function dragHandle(
  from: Rectangle,
  handle: Handle,
  dx: number,
  dy: number,
  width: number,
  height: number,
): Rectangle {
  if (handle === "") {
    const left = Math.min(Math.max(0, from.left + dx), width - from.width);
    const top = Math.min(Math.max(0, from.top + dy), height - from.height);
    return holdInside({ ...from, left, top }, width, height);
  }
  const right = from.left + from.width;
  const bottom = from.top + from.height;
  const least = 16;
  const west = handle.includes("w") ? Math.min(Math.max(0, from.left + dx), right - least) : from.left;
  const north = handle.includes("n") ? Math.min(Math.max(0, from.top + dy), bottom - least) : from.top;
  const east = handle.includes("e") ? Math.max(west + least, Math.min(width, right + dx)) : right;
  const south = handle.includes("s") ? Math.max(north + least, Math.min(height, bottom + dy)) : bottom;
  return holdInside({ left: west, top: north, width: east - west, height: south - north }, width, height);
}
