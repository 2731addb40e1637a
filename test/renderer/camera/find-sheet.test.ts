// The finder against papers laid at known places: on wood, on a dark desk, at a slant, partly outside, on a white desk.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { findSheet } from "#camera/find-sheet";
import type { Gray } from "#camera/gray";
import {
  bareDesk,
  exposed,
  layPaper,
  placeSheet,
  reachIn,
  seededNumbers,
  type Corners,
  type Desk,
} from "#tools/bench/fake-camera/lay-paper";
import { projectFolder } from "#test/house/tree";

const folder = join(projectFolder, "resources/sample-papers");
const papers = readdirSync(folder)
  .filter((name) => name.endsWith(".jpg"))
  .map((name) => join(folder, name));
const width = 1200;
const height = 900;
/** Pictures each desk is tried with; more with LINDANG_SHEETS (npm run soak). */
const count = Number(process.env["LINDANG_SHEETS"] ?? 3);

async function asSeen(jpeg: Buffer): Promise<Gray> {
  const { data, info } = await sharp(jpeg)
    .resize({ width: 400 })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8Array(data) };
}

async function laid(desk: Desk, paper: string, corners: Corners, seed: number, hand = 0): Promise<Gray> {
  const picture = bareDesk(width, height, desk);
  await layPaper(picture, paper, corners);
  if (hand > 0) reachIn(picture, hand);
  return asSeen(await exposed(picture, seededNumbers(seed), { grain: 8 }));
}

/** How far the corner that is farthest off lies from its place, as a share of the picture's width. */
function worstOf(found: ReturnType<typeof findSheet>, corners: Corners): number {
  if (!found) return Infinity;
  const times = width / 400;
  return (
    Math.max(
      ...found.corners.map(({ x, y }, at) =>
        Math.hypot((x + 0.5) * times - corners[at]!.x, (y + 0.5) * times - corners[at]!.y),
      ),
    ) / width
  );
}

describe("finding the sheet", () => {
  it.each(["wood", "dark"] as const)("finds the corners on a %s desk to a quarter of a percent", async (desk) => {
    const random = seededNumbers(11);
    for (let at = 0; at < count; at++) {
      const corners = placeSheet(width, height, random, { degrees: 12, tilt: 0.14, share: 0.7 + random() * 0.2 });
      const picture = await laid(desk, papers[(at * 5) % papers.length]!, corners, at);
      expect(worstOf(findSheet(picture), corners)).toBeLessThan(0.0025);
    }
  });

  it("finds nothing on a desk as white as the paper, rather than the block of text", async () => {
    const random = seededNumbers(12);
    for (let at = 0; at < count; at++) {
      const corners = placeSheet(width, height, random);
      expect(findSheet(await laid("white", papers[(at * 5) % papers.length]!, corners, at))).toBeUndefined();
    }
  });

  it("finds nothing on a bare desk", async () => {
    for (const desk of ["wood", "dark", "white"] as const)
      expect(findSheet(await asSeen(await exposed(bareDesk(width, height, desk), seededNumbers(3))))).toBeUndefined();
  });

  it("takes no hand that reaches in over the sheet for the sheet: its shape would go on to the border", async () => {
    for (const desk of ["wood", "dark"] as const)
      for (const hand of [0.02, 0.1, 0.35, 0.6]) {
        const corners = placeSheet(width, height, seededNumbers(20240305));
        const found = findSheet(await laid(desk, papers[3]!, corners, 7, hand));
        if (found) expect(worstOf(found, corners), `${desk} ${hand}`).toBeLessThan(0.01);
      }
  });

  it("follows a sheet that leaves the picture to its border", async () => {
    const corners = placeSheet(width, height, seededNumbers(5), { degrees: 0, tilt: 0, share: 0.9, shift: 0 });
    const low = corners.map(({ x, y }) => ({ x, y: y + 120 })) as Corners;
    const found = findSheet(await laid("wood", papers[0]!, low, 1));
    expect(found).toBeDefined();
    expect(Math.max(...found!.corners.map(({ y }) => y))).toBeGreaterThan(400 * 0.75 - 4);
    expect(Math.abs(found!.corners[0].y * 3 - low[0].y)).toBeLessThan(6);
  });
});
