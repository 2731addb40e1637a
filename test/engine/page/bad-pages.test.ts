// What goes wrong while an image is made: a helper that is killed, a full disk, a picture too large; nothing is half there.
import { open, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ImageRecipe } from "#contract/derivative";
import type { PageId } from "#contract/scan";
import { openHelperPool } from "#engine/helper/helper-pool";
import { joinPictures } from "#engine/helper/join-pictures";
import { makePicture } from "#engine/helper/make-picture";
import { chance, drawPicture } from "#test/fixtures/drawn-page";
import { freshArchive, testEngine, testPassphrase, type TestArchive } from "#test/support/archive";
import { takePictures } from "#test/support/page-image";
import { mountSmallDisk, removeSmallDisk } from "#test/support/small-disk";

const pool = openHelperPool({ name: "image-helper", size: 1 });
afterAll(() => pool.close());
const grey = (width: number, height: number): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: "#888888" } })
    .toColourspace("b-w")
    .png()
    .toBuffer();
const asPicture = (bytes: Buffer) => ({ bytes, dpi: null, colourMode: "grey" as const });
const twelve: ImageRecipe = Array.from({ length: 12 }, () => ({ kind: "straighten" as const, degrees: 3 }));

describe("a picture too large", () => {
  it("is refused before any pixel is decoded, and by the step that makes it too large", async () => {
    // 16,383 squared, the most intake takes: the head says so, the pixels are never asked for.
    const most = await grey(64, 64);
    most.writeUInt32BE(16_383, 16);
    most.writeUInt32BE(16_383, 20);
    most.writeUInt32BE(crc32(most.subarray(12, 29)), 29);
    await expect(makePicture(pool, asPicture(most), twelve)).rejects.toMatchObject({ code: "page-too-large" });
    const half = { width: 9_000, height: 14_000, channels: 1 as const, isBitonal: false };
    const beside = { raster: { ...half, data: new Uint8Array(0) }, dpi: null };
    expect(() => joinPictures(beside, beside, "right")).toThrow("page-too-large");
    // The helper lives on for the next page.
    const small = await makePicture(pool, asPicture(await grey(60, 60)), twelve);
    expect(small.recipe).toHaveLength(12);
    expect(small.width).toBeGreaterThan(60);
  });

  it("refuses what is no picture", async () => {
    const cut = (await grey(400, 400)).subarray(0, 90);
    await expect(makePicture(pool, asPicture(cut), twelve)).rejects.toMatchObject({ code: "image-damaged" });
  });
});

describe("a helper that is killed", () => {
  it("costs the page it worked on; the others are done and nothing is left behind", async () => {
    const noise = drawPicture(1500, 2000, (u, v) => chance(Math.floor(u), Math.floor(v)) * 255);
    const { width, height, data } = noise;
    const bytes = await sharp(data, { raw: { width, height, channels: 1 } })
      .png()
      .toBuffer();
    const working = makePicture(pool, asPicture(bytes), twelve);
    working.catch(() => undefined);
    while (pool.pids().length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await new Promise((resolve) => setTimeout(resolve, 150));
    for (const pid of pool.pids()) process.kill(pid, "SIGKILL");
    await expect(working).rejects.toMatchObject({ code: "helper-limit" });
    expect((await makePicture(pool, asPicture(await grey(60, 60)), [{ kind: "turn", quarters: 1 }])).width).toBe(60);
  });
});

describe("a full disk", () => {
  let archive: TestArchive;
  let disk = "";
  beforeAll(async () => {
    archive = await freshArchive();
    disk = await mountSmallDisk(40);
  });
  afterAll(async () => {
    await archive.remove();
    await removeSmallDisk(disk, "1 test");
  });

  it("stops the run, keeps the pages that are done, and every page still shows a whole image", async ({ skip }) => {
    if (!disk) skip();
    const folder = join(disk, "小盘.lindang");
    const { engine, faults } = testEngine();
    await engine.ask("archive.create", {
      ...{ folder, name: "小盘", personName: "王敏", passphrase: testPassphrase },
      fonds: { code: "C001", name: "幸福社区", unit: "幸福社区居民委员会" },
    });
    const small: TestArchive = { ...archive, engine, folder };
    const ids: PageId[] = await takePictures(
      small,
      Array.from({ length: 3 }, (_, at) =>
        drawPicture(700, 900, (u, v) => chance(Math.floor(u) + at * 997, Math.floor(v)) * 255),
      ),
    );
    const sealed = async (): Promise<number> =>
      (await readdir(join(folder, "files"), { recursive: true })).filter((name) => /[0-9a-f]{32}$/.test(name)).length;
    const before = await sealed();
    const filler = await open(join(disk, "filler"), "w");
    const piece = Buffer.alloc(4096, 1);
    try {
      for (;;) await filler.write(piece);
    } catch {
      // Full to the last byte.
    } finally {
      await filler.close();
    }
    const pages = ids.map((pageId) => ({ pageId, from: 1 }));
    const recipe: ImageRecipe = [{ kind: "turn", quarters: 2 }];
    await expect(engine.ask("page.process", { pages, recipe })).rejects.toMatchObject({ code: "disk-full" });
    await rm(join(disk, "filler"));
    const { pages: now } = await engine.ask("scan.tray", {});
    const done = now.filter((page) => page.version === 2).length;
    expect(done).toBeLessThan(3);
    expect(await sealed()).toBe(before + done);
    // Asked again with room on the disk, it goes on where it was.
    expect(await engine.ask("page.process", { pages, recipe })).toMatchObject({ doneCount: 3, refusedCount: 0 });
    expect(await sealed()).toBe(before + 3);
    expect(await engine.ask("journal.verify", {})).toMatchObject({ isWhole: true });
    expect(faults).toEqual([]);
    await engine.close();
  });
});
