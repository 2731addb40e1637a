// A disk that fills while scans come in: what was told is there, the rest is refused, and the archive opens (F05, F06).
import { execFileSync } from "node:child_process";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testEngine, testPassphrase } from "#test/support/archive";

const mayMount = process.getuid?.() === 0 && process.platform === "linux";
let disk = "";
beforeAll(async () => {
  if (!mayMount) return;
  disk = await mkdtemp(join(tmpdir(), "lindang-small-disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=6m", "tmpfs", disk], { stdio: "ignore" });
  } catch {
    await rm(disk, { recursive: true });
    disk = "";
  }
});
afterAll(async () => {
  if (!disk) return void process.stdout.write("skipped: full disk (1 tests)\n");
  execFileSync("umount", [disk]);
  await rm(disk, { recursive: true });
});

describe("a full disk", () => {
  it("refuses the files that do not fit and keeps all that were told as kept", async ({ skip }) => {
    if (!disk) skip();
    const folder = join(disk, "小盘.lindang");
    const sources = await mkdtemp(join(tmpdir(), "lindang-sources-"));
    const paths: string[] = [];
    for (let at = 0; at < 14; at++) {
      const path = join(sources, `${at}.png`);
      const noise = { raw: { width: 500, height: 400, channels: 3 as const } };
      await writeFile(
        path,
        await sharp(randomBytes(500 * 400 * 3), noise)
          .png()
          .toBuffer(),
      );
      paths.push(path);
    }
    const { engine, faults } = testEngine();
    await engine.ask("archive.create", { folder, name: "小盘", passphrase: testPassphrase });
    const { outcomes, acceptedCount } = await engine.ask("scan.accept", { paths });
    expect(new Set(outcomes.map((each) => each.code))).toEqual(new Set(["ok", "disk-full"]));
    expect(faults).toEqual([]);
    expect((await engine.ask("scan.tray", {})).total).toBe(acceptedCount);
    await engine.ask("archive.lock", {});
    await engine.ask("archive.unlock", { folder, passphrase: testPassphrase }).catch((error: unknown) => {
      // With not one page free even the note of the unlocking has no room; then that is what is said.
      expect(error).toMatchObject({ code: "disk-full" });
    });
    await engine.close();
    const sealed = (await readdir(join(folder, "files"), { recursive: true })).filter((name) =>
      /[0-9a-f]{32}$/.test(name),
    );
    expect(sealed).toHaveLength(acceptedCount);
    await rm(sources, { recursive: true });
  });
});
