// What the helper is asked of a picture that is to be changed, and what it answers.
import type { ImageRecipe, SheetCorners } from "#contract/derivative";
import type { ColourMode } from "./decoded.ts";

/** The bytes are the picture's; for a join the other picture's follow after `firstSize` of them. */
export type PictureQuestion = {
  readonly task: "picture";
  readonly bytes: Uint8Array;
  readonly firstSize: number;
  readonly recipe: ImageRecipe;
  readonly dpi: number | null;
  readonly colourMode: ColourMode;
  readonly other: { readonly dpi: number | null; readonly colourMode: ColourMode } | null;
  /** Long side of what comes back, in pixels, for a look only; null for the picture itself. */
  readonly side: number | null;
};

export type MadePicture = {
  readonly kind: "picture";
  readonly format: "jpeg" | "png";
  readonly bytes: Uint8Array;
  readonly thumbnail: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly dpi: number | null;
  readonly colourMode: ColourMode;
  /** The steps as they were done: slant as measured, rectangles as they fitted. */
  readonly recipe: ImageRecipe;
};

/** What may be proposed of a page: asked before a tool is opened. */
export type MeasureQuestion = {
  readonly task: "measure";
  readonly bytes: Uint8Array;
  readonly dpi: number | null;
  readonly colourMode: ColourMode;
};

export type MeasuredPicture = {
  readonly kind: "measured";
  /** Degrees clockwise that would set it straight. */
  readonly degrees: number;
  /** Where to cut, 2 to 3 mm outside the sheet; null where no edge of the sheet is to be seen. */
  readonly crop: { left: number; top: number; width: number; height: number } | null;
  /** The same edge as corners, for a sheet that lies aslant. */
  readonly corners: SheetCorners | null;
  /** The fold of a spread, as a share of the width. */
  readonly fold: number;
};
