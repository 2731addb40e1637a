// What a strip says: the recognition gives for each narrow column the likeliest character; equal neighbours are one.
import { Tensor, type InferenceSession } from "onnxruntime-node";
import type { GreyPicture } from "./grey-picture.ts";
import type { Models } from "./load-models.ts";

/** Height of the strips the recognition was trained on, pixels. */
export const stripHeight = 48;

export type Glyph = {
  readonly character: string;
  /** 0 to 1. */
  readonly confidence: number;
  /** Middle of the glyph along the strip, 0 to 1. */
  readonly at: number;
};

/** Grey strips enter all three channels alike, −1 black to 1 white. */
export function tensorOf({ width, height, pixels }: GreyPicture): Tensor {
  const size = width * height;
  const input = new Float32Array(3 * size);
  for (let at = 0; at < size; at += 1) input[at] = (pixels[at] ?? 0) / 127.5 - 1;
  input.copyWithin(size, 0, size);
  input.copyWithin(2 * size, 0, size);
  return new Tensor("float32", input, [1, 3, height, width]);
}

/** The one output of a model with one input. */
export async function runOne(session: InferenceSession, input: Tensor): Promise<Tensor> {
  const answers = await session.run({ [session.inputNames[0] ?? ""]: input });
  const output = answers[session.outputNames[0] ?? ""];
  if (output === undefined) throw new Error("a model without output");
  return output;
}

/** Reads one strip of 48 pixels' height: characters in order, each with its confidence and place. */
export async function recogniseLine({ recognition, characters }: Models, strip: GreyPicture): Promise<Glyph[]> {
  const output = await runOne(recognition, tensorOf(strip));
  const [, steps = 0, classes = 0] = output.dims;
  const values = output.data as Float32Array;
  const glyphs: { character: string; confidence: number; at: number; last: number }[] = [];
  let before = 0;
  for (let step = 0; step < steps; step += 1) {
    let [best, likely] = [0, -1];
    for (let index = 0, at = step * classes; index < classes; index += 1, at += 1) {
      const value = values[at] ?? 0;
      if (value > likely) [best, likely] = [index, value];
    }
    const open = glyphs.at(-1);
    if (best !== 0 && best === before && open !== undefined) {
      open.confidence = Math.max(open.confidence, likely);
      open.last = step;
    } else if (best !== 0) glyphs.push({ character: characters[best] ?? "", confidence: likely, at: step, last: step });
    before = best;
  }
  return glyphs
    .filter(({ character }) => character !== "")
    .map(({ character, confidence, at, last }) => ({
      character,
      // Three digits are more than anybody acts on, and a third of what is kept.
      confidence: Math.round(confidence * 1000) / 1000,
      at: ((at + last) / 2 + 0.5) / steps,
    }));
}
