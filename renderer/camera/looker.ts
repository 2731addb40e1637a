// Pictures handed to the worker, answers by number.
import { type Gray, grayOf } from "./gray.ts";
import type { Question } from "./look-worker.ts";
import type { Cut, Sight } from "./sight.ts";

/** Width of the pictures that are watched, and of stills when they are measured. */
export const watchedWidth = 400;
export const measuredWidth = 1200;

export type Looker = {
  look(picture: CanvasImageSource, width: number, height: number, cut: Cut, isStill: boolean): Promise<Sight>;
};

export function openLooker(): Looker {
  const worker = new Worker(new URL("./look-worker.ts", import.meta.url), { type: "module" });
  const waiting = new Map<number, (sight: Sight) => void>();
  worker.addEventListener("message", ({ data }: MessageEvent<{ id: number; sight: Sight }>) => {
    waiting.get(data.id)?.(data.sight);
    waiting.delete(data.id);
  });
  const canvas = new OffscreenCanvas(1, 1);
  const pen = canvas.getContext("2d", { alpha: false, willReadFrequently: true });
  let asked = 0;
  return {
    look(source, width, height, cut, isStill) {
      const wide = isStill ? measuredWidth : watchedWidth;
      const high = Math.round((height * wide) / width);
      canvas.width = wide;
      canvas.height = high;
      pen?.drawImage(source, 0, 0, wide, high);
      const pixels = pen?.getImageData(0, 0, wide, high).data ?? new Uint8ClampedArray(4);
      const picture: Gray = grayOf(pixels, wide, high);
      const question: Question = { id: ++asked, picture, cut, isStill };
      return new Promise((resolve) => {
        waiting.set(question.id, resolve);
        worker.postMessage(question, [picture.data.buffer]);
      });
    },
  };
}
