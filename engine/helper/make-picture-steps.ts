// One picture made of another, in the helper process: decoded to raw pixels, step by step, encoded again.
import type { ImageRecipe, ImageStep } from "#contract/derivative";
import { bitonalPicture } from "./bitonal-picture.ts";
import { clampRectangle, cropPicture, halfPicture } from "./crop-picture.ts";
import type { ColourMode } from "./decoded.ts";
import { despecklePicture } from "./despeckle-picture.ts";
import { findSkew } from "./find-skew.ts";
import { flattenPicture } from "./flatten-picture.ts";
import { joinPictures, type Scaled } from "./join-pictures.ts";
import type { MadePicture, PictureQuestion } from "./made-picture.ts";
import type { Raster } from "./raster.ts";
import { decodeRaster, encodeRaster } from "./raster-codec.ts";
import type { Beat } from "./serve-questions.ts";
import { straightenPicture } from "./straighten-picture.ts";
import { turnPicture } from "./turn-picture.ts";
import { whitenPicture } from "./whiten-picture.ts";

type Done = { readonly raster: Raster; readonly step: ImageStep };

/** One step, and the step as it was really done. Refuses crop-outside, corners-unusable. */
export function applyStep(raster: Raster, step: ImageStep, dpi: number | null, other: Scaled | null): Done {
  switch (step.kind) {
    case "turn":
      return { raster: turnPicture(raster, step.quarters), step };
    case "straighten": {
      const degrees = step.degrees ?? 0 - findSkew(raster);
      return { raster: straightenPicture(raster, degrees), step: { ...step, degrees } };
    }
    case "crop": {
      const fitting = clampRectangle(raster, step);
      return { raster: cropPicture(raster, fitting), step: { ...step, ...fitting } };
    }
    case "flatten":
      return { raster: flattenPicture(raster, step.corners), step };
    case "despeckle":
      return { raster: despecklePicture(raster, step.most, dpi), step };
    case "whiten":
      return { raster: whitenPicture(raster), step };
    case "bitonal":
      return { raster: bitonalPicture(raster, dpi), step };
    case "half":
      return { raster: halfPicture(raster, step.half, step.at), step };
    case "join": {
      if (!other) throw new Error("a join is asked with its other picture");
      return { raster: joinPictures({ raster, dpi }, other, step.side), step };
    }
    default:
      return step satisfies never;
  }
}

const colourModeOf = ({ channels, isBitonal }: Raster): ColourMode =>
  isBitonal ? "bitonal" : channels === 1 ? "grey" : "colour";

/**
 * Makes the picture. Refuses image-damaged, page-too-large (more pixels than are worked on at once, before or after any
 * step), crop-outside, corners-unusable.
 */
export async function makePictureOf(question: PictureQuestion, bytes: Buffer, beat: Beat): Promise<MadePicture> {
  const { dpi, recipe } = question;
  let raster = await decodeRaster(bytes.subarray(0, question.firstSize), question.colourMode);
  const other = question.other && {
    raster: await decodeRaster(bytes.subarray(question.firstSize), question.other.colourMode),
    dpi: question.other.dpi,
  };
  const done: ImageStep[] = [];
  for (const asked of recipe) {
    beat();
    const { raster: next, step } = applyStep(raster, asked, dpi, other);
    raster = next;
    done.push(step);
  }
  beat();
  const made = await encodeRaster(raster, dpi, question.side);
  return {
    ...{ kind: "picture", ...made, width: raster.width, height: raster.height, dpi },
    colourMode: colourModeOf(raster),
    recipe: done satisfies ImageRecipe,
  };
}
