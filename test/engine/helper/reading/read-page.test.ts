// The reading helper on pages, on what is no page, and when it is killed.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import sharp, { type Sharp } from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import { openHelperPool } from "#engine/helper/helper-pool";
import { readerName, readerPool, readPicture, type PictureToRead } from "#engine/helper/read-page";
import { shippedPack } from "#engine/reading/model-pack";
import { badImages } from "#test/fixtures/bad-image";

const readers = openHelperPool(readerPool);
afterAll(() => readers.close());

const papers = join(import.meta.dirname, "../../../../resources/sample-papers");
const paper = (name: string): PictureToRead => ({
  bytes: readFileSync(join(papers, `${name}.jpg`)),
  mediaType: "image/jpeg",
});
const read = (picture: PictureToRead) => readPicture(readers, picture, shippedPack());
const png = async (image: Sharp): Promise<PictureToRead> => ({
  bytes: await image.png().toBuffer(),
  mediaType: "image/png",
});
const white = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#ffffff" } });

describe("reading a page", () => {
  it("gives lines in order with their places, and a confidence for each character", async () => {
    const reading = await read(paper("reception-ledger-01"));
    expect(reading).toMatchObject({ engine: "lindang-1 ppocr-v4-mobile", width: 1654, height: 2339, turned: 0 });
    expect(readerName(shippedPack())).toBe(reading.engine);
    expect(reading.lines.map(({ text }) => text).join("\n")).toContain("幸福社区");
    for (const { text, corners, confidences } of reading.lines) {
      expect([...text]).toHaveLength(confidences.length);
      expect(confidences.every((value) => value > 0 && value <= 1)).toBe(true);
      expect(text).not.toMatch(/\p{Script=Han} | \p{Script=Han}/u);
      const [begin, end, , below] = corners;
      expect(end[0]).toBeGreaterThan(begin[0]);
      expect(below[1]).toBeGreaterThan(begin[1]);
      for (const [x, y] of corners) expect(x >= -20 && y >= -20 && x < 1674 && y < 2359).toBe(true);
    }
  });

  it("rights a page on its head, and tells places on the page as it was given", async () => {
    const upright = await read(paper("reception-ledger-01"));
    const onHead = await read(await png(sharp(paper("reception-ledger-01").bytes).rotate(180)));
    expect(onHead.turned).toBe(180);
    const title = upright.lines[0];
    const same = onHead.lines.find(({ text }) => text === title?.text);
    expect(same).toBeDefined();
    // The line begins at its right end now, as far from the right as it was from the left.
    expect(Math.abs((same?.corners[0][0] ?? 0) - (1654 - (title?.corners[0][0] ?? 0)))).toBeLessThan(25);
    expect(Math.abs((same?.corners[0][1] ?? 0) - (2339 - (title?.corners[0][1] ?? 0)))).toBeLessThan(25);
  });

  it("finds nothing on a blank page, a grey one, and one of a single pixel", async () => {
    for (const picture of [white(1654, 2339), white(1, 1)]) expect((await read(await png(picture))).lines).toEqual([]);
    const grain = Buffer.from(Uint8Array.from({ length: 800 * 1100 }, (_, at) => 215 + ((at * 7919) % 23)));
    expect((await read(await png(sharp(grain, { raw: { width: 800, height: 1100, channels: 1 } })))).lines).toEqual([]);
  });

  it("says of a page with writing that nothing of it could be made out, and does not call it empty", async () => {
    const page = sharp(paper("meeting-notice-01").bytes).resize(700);
    for (const blur of [4, 7])
      await expect(read(await png(page.clone().blur(blur)))).rejects.toMatchObject({ code: "page-unreadable" });
  });

  it("reads a picture far larger than a page, and says places on it", async () => {
    const small = sharp(paper("reception-ledger-01").bytes);
    const large = await small.resize(5000).jpeg({ quality: 60 }).toBuffer();
    const reading = await read({ bytes: large, mediaType: "image/jpeg" });
    expect(reading.width).toBe(5000);
    expect(Math.max(...reading.lines.map(({ corners }) => corners[1][0]))).toBeGreaterThan(2500);
    expect(reading.lines.map(({ text }) => text).join("")).toContain("幸福社区");
  });

  it("refuses what cannot be decoded, and more pixels than anybody decodes, and goes on", async () => {
    await expect(read({ bytes: Buffer.from("no picture"), mediaType: "image/png" })).rejects.toMatchObject({
      code: "image-damaged",
    });
    const bytes = paper("reception-ledger-01").bytes;
    await expect(read({ bytes: bytes.subarray(0, 1000), mediaType: "image/jpeg" })).rejects.toMatchObject({
      code: "image-damaged",
    });
    const bombs = badImages.filter(({ no }) => no === "I03");
    expect(bombs.length).toBeGreaterThan(1);
    for (const { file, make } of bombs) {
      const mediaType = file.endsWith(".jpg") ? "image/jpeg" : file.endsWith(".png") ? "image/png" : "image/tiff";
      await expect(read({ bytes: await make(), mediaType })).rejects.toMatchObject({
        code: expect.stringMatching(/^image-(too-large|damaged)$/) as string,
      });
    }
    expect((await read(await png(white(50, 50)))).lines).toEqual([]);
  });

  it("answers the next question with a fresh process when one was killed in the middle", async () => {
    const lost = read(paper("filing-notice-01"));
    const before = await untilStarted();
    process.kill(before, "SIGKILL");
    await expect(lost).rejects.toMatchObject({ code: "helper-limit" });
    expect((await read(paper("reception-ledger-01"))).lines.length).toBeGreaterThan(3);
    expect(readers.pids()).not.toContain(before);
  });

  it("is stopped by its caller", async () => {
    const stopped = new AbortController();
    const lost = readPicture(readers, paper("filing-notice-01"), shippedPack(), stopped.signal);
    await untilStarted();
    stopped.abort();
    await expect(lost).rejects.toMatchObject({ code: "task-cancelled" });
  });

  it("refuses a pack whose files are not those of its manifest", async () => {
    const { folder, manifest } = shippedPack();
    const { dictionary } = manifest.files;
    const wrong = { ...manifest, files: { ...manifest.files, dictionary: { ...dictionary, sha256: "0".repeat(64) } } };
    await expect(readPicture(readers, await png(white(50, 50)), { folder, manifest: wrong })).rejects.toMatchObject({
      code: "model-pack-damaged",
    });
  });
});

async function untilStarted(): Promise<number> {
  for (;;) {
    const [pid] = readers.pids();
    if (pid !== undefined) return pid;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
