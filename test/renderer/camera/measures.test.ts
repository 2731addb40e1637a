// What is said of a still: sharp or blurred, glare, dark, cut, upside down, the same page again.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import type { Gray } from "#camera/gray";
import { glareOf, levelOf, marksOf, sharpnessOf } from "#camera/measure-still";
import { differenceOf, printOf, samePage } from "#camera/page-print";
import { lookAt } from "#camera/sight";
import { viewSheet, wholePicture } from "#camera/sheet-view";
import { isUpsideDown } from "#camera/upside-down";
import { rememberPages } from "#camera/kept-pages";
import { bareDesk, exposed, layPaper, placeSheet, seededNumbers } from "#tools/bench/fake-camera/lay-paper";
import { projectFolder } from "#test/house/tree";

const folder = join(projectFolder, "resources/sample-papers");
const papers = readdirSync(folder)
  .filter((name) => name.endsWith(".jpg"))
  .map((name) => join(folder, name));
const cut = { crop: "auto", corners: null, quarters: 0, isSpread: false, foldAt: 0.5 } as const;

async function gray(jpeg: Buffer, width: number): Promise<Gray> {
  const { data, info } = await sharp(jpeg).resize({ width }).greyscale().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8Array(data) };
}
async function still(paper: string, seed: number): Promise<Buffer> {
  const picture = bareDesk(1200, 900, "wood");
  await layPaper(picture, paper, placeSheet(1200, 900, seededNumbers(seed), { degrees: 6 }));
  return exposed(picture, seededNumbers(seed));
}
const names = (jpeg: Buffer): Promise<string[]> =>
  gray(jpeg, 1200).then((picture) => lookAt(picture, cut, true).marks.map(({ mark }) => mark));

let page: Buffer;
beforeAll(async () => {
  page = await still(papers[1]!, 4);
});

describe("the marks of a still", () => {
  it("says nothing of a good page", async () => {
    expect(await names(page)).toEqual([]);
  });
  it("tells a blurred page from a sharp one, in light print too", async () => {
    expect(await names(await sharp(page).blur(3).jpeg().toBuffer())).toContain("blur");
    const light = await gray(await sharp(page).linear(0.45, 120).jpeg().toBuffer(), 1200);
    expect(sharpnessOf(light)).toBeGreaterThan(0.16);
  });
  it("says of a page too dark that it is", async () => {
    expect(await names(await sharp(page).linear(0.35, 0).jpeg().toBuffer())).toContain("dark");
  });
  it("sees a reflection, and does not claim one on paper as bright as the camera can tell", async () => {
    const spot = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900"><ellipse cx="600" cy="420" rx="70" ry="50" fill="#fff"/></svg>',
    );
    expect(
      await names(
        await sharp(page)
          .composite([{ input: spot }])
          .jpeg()
          .toBuffer(),
      ),
    ).toContain("glare");
    const white: Gray = { width: 64, height: 64, data: new Uint8Array(64 * 64).fill(254) };
    expect(glareOf(white, levelOf(white, 0.75))).toBe(0);
  });
  it("says of a sheet that leaves the picture that it is cut", () => {
    const picture: Gray = { width: 1200, height: 900, data: new Uint8Array(1200 * 900).fill(200) };
    const corners = wholePicture(picture);
    expect(marksOf(picture, corners, corners).map(({ mark }) => mark)).toContain("cut-edge");
    expect(marksOf(picture, null, corners).map(({ mark }) => mark)).not.toContain("cut-edge");
  });
});

describe("upside down", () => {
  it("is never said of an upright page, and of most running text that is turned round", async () => {
    const some = papers.filter((_, at) => at % (process.env["LINDANG_SHEETS"] ? 1 : 3) === 0);
    const views = await Promise.all(
      some.map(async (paper) => {
        const view = async (degrees: number): Promise<Gray> => {
          const flat = await gray(await sharp(paper).rotate(degrees).resize({ width: 900 }).jpeg().toBuffer(), 900);
          return viewSheet(flat, wholePicture(flat), 600, 800);
        };
        return [isUpsideDown(await view(0)), isUpsideDown(await view(180))] as const;
      }),
    );
    expect(views.filter(([upright]) => upright)).toEqual([]);
    expect(views.filter(([, turned]) => turned).length).toBeGreaterThanOrEqual(Math.round(some.length * 0.6));
  });
});

describe("the same page again", () => {
  it("is told from every other page, however it lies", async () => {
    const prints = await Promise.all(
      papers.slice(0, 5).map(async (paper, at) =>
        Promise.all(
          [at, at + 50].map(async (seed) => {
            const picture = await gray(await still(paper, seed), 400);
            return lookAt(picture, cut, false).print;
          }),
        ),
      ),
    );
    for (const [one, pair] of prints.entries()) {
      expect(differenceOf(pair[0]!, pair[1]!)).toBeLessThan(samePage);
      for (const other of prints.slice(0, one)) expect(differenceOf(pair[0]!, other[0]!)).toBeGreaterThan(samePage);
    }
  });

  it("is named by its number, and forgotten when it is taken again", async () => {
    const [one, other] = await Promise.all(
      papers.slice(0, 2).map(async (paper) => {
        const picture = await gray(await still(paper, 1), 400);
        return printOf(picture, wholePicture(picture));
      }),
    );
    const kept = rememberPages();
    expect(kept.sameAs(one!, false)).toBeUndefined();
    kept.keep("1", one!, one!);
    expect([kept.sameAs(one!, false), kept.sameAs(other!, false), kept.isLast(one!, false)]).toEqual([
      "1",
      undefined,
      true,
    ]);
    kept.forget("1");
    expect([kept.sameAs(one!, false), kept.isLast(one!, false)]).toEqual([undefined, false]);
  });
});
