// A disk that fills while scans come in: what was told is there, the rest is refused, and the archive opens (F05, F06).
import { mkdtemp, open, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testEngine, testPassphrase } from "#test/support/archive";
import { mountSmallDisk, removeSmallDisk } from "#test/support/small-disk";

let disk = "";
beforeAll(async () => void (disk = await mountSmallDisk(32)));
afterAll(() => removeSmallDisk(disk, "2 tests"));

/** Fills the disk to the last byte, as another program would. */
async function fillUp(): Promise<void> {
  const file = await open(join(disk, "filler"), "w");
  const piece = Buffer.alloc(4096, 1);
  try {
    for (;;) await file.write(piece);
  } catch (error) {
    expect((error as NodeJS.ErrnoException).code).toBe("ENOSPC");
  } finally {
    await file.close();
  }
}

async function noise(folder: string, count: number): Promise<string[]> {
  const paths: string[] = [];
  for (let at = 0; at < count; at++) {
    const path = join(folder, `${at}.png`);
    const pixels = { raw: { width: 1000, height: 800, channels: 3 as const } };
    await writeFile(
      path,
      await sharp(randomBytes(1000 * 800 * 3), pixels)
        .png()
        .toBuffer(),
    );
    paths.push(path);
  }
  return paths;
}

describe("a full disk", () => {
  it("refuses what does not fit, keeps what was told as kept, and opens again saying why", async ({ skip }) => {
    if (!disk) skip();
    const folder = join(disk, "小盘.lindang");
    const sources = await mkdtemp(join(tmpdir(), "lindang-sources-"));
    const { engine, faults } = testEngine();
    const unlock = () => engine.ask("archive.unlock", { folder, passphrase: testPassphrase });
    await engine.ask("archive.create", { folder, name: "小盘", passphrase: testPassphrase });
    // A disk of 32 MB never has room for the reserve; it is laid in by hand as on a larger one.
    await writeFile(join(folder, "reserve.bin"), Buffer.alloc(8 * 1024 * 1024));
    const { outcomes, acceptedCount } = await engine.ask("scan.accept", { paths: await noise(sources, 14) });
    expect(new Set(outcomes.map((each) => each.code))).toEqual(new Set(["ok", "disk-full"]));
    expect((await engine.ask("scan.tray", {})).total).toBe(acceptedCount);
    const sealed = (await readdir(join(folder, "files"), { recursive: true })).filter((name) =>
      /[0-9a-f]{32}$/.test(name),
    );
    expect(sealed).toHaveLength(acceptedCount);
    await engine.ask("archive.lock", {});

    await fillUp();
    expect(await unlock()).toMatchObject({ isDiskFull: true });
    expect((await engine.ask("scan.tray", {})).total).toBe(acceptedCount);
    await engine.ask("archive.lock", {});

    await fillUp();
    await expect(unlock()).rejects.toMatchObject({ code: "disk-full" });
    await rm(join(disk, "filler"));
    expect(await unlock()).toMatchObject({ isDiskFull: false });
    expect(await engine.ask("journal.verify", {})).toMatchObject({ isWhole: true });
    expect(faults).toEqual([]);
    await engine.close();
    await rm(sources, { recursive: true });
  });

  it("takes no more papers in when only the reserve is left", async ({ skip }) => {
    if (!disk) skip();
    const folder = join(disk, "又一个.lindang");
    const { engine } = testEngine();
    await engine.ask("archive.create", { folder, name: "又一个", passphrase: testPassphrase });
    await fillUp();
    await expect(engine.ask("scan.accept", { paths: ["/nowhere.jpg"] })).rejects.toMatchObject({ code: "disk-full" });
    await rm(join(disk, "filler"));
    await engine.close();
  });
});
