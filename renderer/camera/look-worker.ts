// Beside the preview: looks at pictures so that drawing them never waits.
import { type Gray } from "./gray.ts";
import { type Cut, lookAt } from "./sight.ts";

export type Question = { readonly id: number; readonly picture: Gray; readonly cut: Cut; readonly isStill: boolean };

addEventListener("message", ({ data }: MessageEvent<Question>) => {
  const { id, picture, cut, isStill } = data;
  postMessage({ id, sight: lookAt(picture, cut, isStill) });
});
