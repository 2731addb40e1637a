// What a fake camera shows: page after page held still, a hand and a blurred page between them. A .mjpeg file, which
// Chromium plays again and again at 30 frames a second.
import { open } from "node:fs/promises";
import { bareDesk, exposed, layPaper, placeSheet, reachIn, seededNumbers } from "./lay-paper.mjs";

const framesPerSecond = 30;

/**
 * @typedef {object} Video
 * @property {readonly (string | Buffer)[]} papers
 * @property {number} width
 * @property {number} height
 * @property {number} heldMs how long each page lies still
 * @property {number} turnedMs how long the hand is in the picture
 * @property {import("./lay-paper.mjs").Desk} [desk]
 * @property {boolean} [isBareFirst] the bare desk is seen before the first page
 */

/**
 * Writes the video; returns where each page lay.
 * @param {string} file name ending in .mjpeg
 * @param {Video} video
 * @returns {Promise<import("./lay-paper.mjs").Corners[]>}
 */
export async function makeVideo(file, { papers, width, height, heldMs, turnedMs, desk = "wood", isBareFirst = false }) {
  const random = seededNumbers(20240305);
  const target = await open(file, "w");
  /** @param {readonly Buffer[]} frames @param {number} ms */
  const show = async (frames, ms) => {
    const count = Math.max(1, Math.round((ms / 1000) * framesPerSecond));
    for (let at = 0; at < count; at++)
      await target.write(/** @type {Buffer} */ (frames[Math.floor((at * frames.length) / count) % frames.length]));
  };
  /** @type {import("./lay-paper.mjs").Corners[]} */
  const places = [];
  try {
    const bare = bareDesk(width, height, desk);
    if (isBareFirst) await show([await exposed(bare, random)], 1000);
    for (const paper of papers) {
      const corners = placeSheet(width, height, random);
      places.push(corners);
      const picture = { width, height, data: Uint8Array.from(bare.data) };
      await layPaper(picture, paper, corners);
      const still = await Promise.all([0, 1, 2, 3, 4, 5].map(() => exposed(picture, random)));
      // The grain changes from frame to frame, as a sensor's does.
      await show(
        Array.from(
          { length: Math.ceil((heldMs / 1000) * framesPerSecond) },
          (_, at) => /** @type {Buffer} */ (still[at % 6]),
        ),
        heldMs,
      );
      const hands = [];
      for (const reach of [0.35, 0.6, 0.45]) {
        const moved = { width, height, data: Uint8Array.from(picture.data) };
        reachIn(moved, reach);
        hands.push(await exposed(moved, random, { blur: 4 }));
      }
      await show(hands, turnedMs);
    }
  } finally {
    await target.close();
  }
  return places;
}
