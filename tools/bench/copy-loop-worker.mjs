// One process of the intake's alternative: decode and thumbnail by the helper's own calls, and a plain copy beside it.
import { makeThumbnail, openImage } from "#engine/helper/sharp-guarded";
import { inLanes } from "./in-lanes.mjs";
import { copyPlainly } from "./plain-copy.mjs";

// Two files at a time, as many as each of the engine's helpers has waiting: one is decoded while another is written.
const lanes = 2;

process.on("message", (/** @type {{ from: string; to: string }[]} */ pairs) => {
  void inLanes(lanes, pairs, async ({ from, to }) => {
    const bytes = await copyPlainly(from, to);
    await makeThumbnail(openImage(bytes, { failOn: "warning" }), false);
  }).then(() => process.send?.("done"));
});
process.on("disconnect", () => process.exit(0));
process.send?.("ready");
