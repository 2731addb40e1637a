// Frames of one film and the still taken a moment later, judged as the camera's frame judges them.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import type { Gray } from "#camera/gray";
import { lookAt } from "#camera/sight";
import { isCameraOther, type Looked, misfitOf } from "#camera/still-fits";
import {
  bareDesk,
  type Corners,
  exposed,
  layPaper,
  placeSheet,
  reachIn,
  seededNumbers,
} from "#tools/bench/fake-camera/lay-paper";
import { projectFolder } from "#test/house/tree";

const folder = join(projectFolder, "resources/sample-papers");
const papers = readdirSync(folder)
  .filter((name) => name.endsWith(".jpg"))
  .map((name) => join(folder, name));
const [width, height] = [1280, 960];
const random = seededNumbers(20240305);
const lying = placeSheet(width, height, random);
const auto = { crop: "auto", corners: null, quarters: 0, isSpread: false, foldAt: 0.5 } as const;

type Scene = { paper?: number; corners?: Corners; hand?: number; dark?: number };

/** A frame as the camera sends it. */
async function frameOf({ paper = 0, corners = lying, hand = 0, dark = 0 }: Scene): Promise<Buffer> {
  const picture = bareDesk(width, height, "wood");
  await layPaper(picture, papers[paper]!, corners);
  if (hand > 0) reachIn(picture, hand);
  if (dark > 0) picture.data.forEach((value, at) => (picture.data[at] = Math.max(0, value * (1 - dark))));
  return exposed(picture, random);
}
async function seen(frame: Buffer, wide: number, remembered: Corners | null = null): Promise<Looked> {
  const { data, info } = await sharp(frame)
    .resize({ width: wide })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const picture: Gray = { width: info.width, height: info.height, data: new Uint8Array(data) };
  const { width: across, height: down } = await sharp(frame).metadata();
  const corners = remembered?.map(({ x, y }) => ({ x: x / width, y: y / height })) as Corners | undefined;
  const sight = lookAt(picture, { ...auto, corners: corners ?? null }, wide > 400);
  return { ...sight, width: across, height: down };
}
const film = async (scene: Scene, remembered?: Corners): Promise<Looked> => seen(await frameOf(scene), 400, remembered);
const still = async (scene: Scene, remembered?: Corners): Promise<Looked> =>
  seen(await frameOf(scene), 1200, remembered);
const movedBy = (share: number): Corners =>
  lying.map(({ x, y }) => ({ x: x + share * width, y: y - share * height })) as Corners;

let watched: Looked;
beforeAll(async () => void (watched = await film({})));

describe("a still that does not show what was watched", () => {
  it("is one a hand already reaches into, however little of the picture it covers", async () => {
    for (const hand of [0.02, 0.1, 0.35, 0.6])
      expect(misfitOf(watched, await still({ hand }), false), String(hand)).toBeDefined();
    // Most of the hand outside: the cells hardly tell, the lost edge does.
    const few = { ...(await still({ hand: 0.02 }, lying)), cells: watched.cells };
    expect(misfitOf(watched, few, false)).toBe("edges-lost");
  });
  it("is one of the next page, and one of a page that has slid away under the camera", async () => {
    expect(misfitOf(watched, await still({ paper: 4, corners: movedBy(0.02) }), false)).toBe("moved");
    const slid = { ...(await still({ corners: movedBy(0.02) })), cells: watched.cells };
    expect(misfitOf(watched, slid, false)).toBe("other-corners");
  });
  it("is a photo of another part of the desk in which the sheet has another shape", async () => {
    const cropped = (frame: Buffer): Promise<Buffer> =>
      sharp(frame).extract({ left: 0, top: 0, width, height: 940 }).jpeg().toBuffer();
    expect(misfitOf(watched, await seen(await cropped(await frameOf({})), 1200), true)).toBeUndefined();
    const [a, b, c, d] = lying;
    const taller: Corners = [a, b, { ...c, y: c.y + 0.05 * height }, { ...d, y: d.y + 0.05 * height }];
    const odd = await seen(await cropped(await frameOf({ corners: taller })), 1200);
    expect(misfitOf(watched, odd, true)).toBe("other-corners");
  });
});

describe("a still of the page that was watched", () => {
  it("is kept, with grain, and as a photo also when it is exposed otherwise", async () => {
    for (let at = 0; at < 3; at++) expect(misfitOf(watched, await still({}), false)).toBeUndefined();
    expect(misfitOf(watched, await still({ dark: 0.04 }), true)).toBeUndefined();
  });
  it("is kept on a desk that shows no edges when nothing has moved", async () => {
    const edgeless = { ...watched, hasEdges: false };
    expect(misfitOf(edgeless, { ...(await still({})), hasEdges: false }, false)).toBeUndefined();
  });
});

it("a camera whose photos are always other keeps one at the third try, and only of a page that still lies there", async () => {
  const [same, hand] = [await film({}), await film({ hand: 0.1 })];
  expect([0, 1, 2].map((putAway) => isCameraOther(putAway, watched, same))).toEqual([false, false, true]);
  expect(isCameraOther(9, watched, hand)).toBe(false);
});
