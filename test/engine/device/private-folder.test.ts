// What a page passes on its way: memory, not a disk; a name of its own in the picture; no word into the network.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { makePrivateFolder, sweepPrivateFolders } from "#engine/device/private-folder";
import { makeQuietSane } from "#engine/device/quiet-sane";
import { stampCapture } from "#engine/device/stamp-capture";
import { aPagePicture } from "#test/support/sample";
import sharp from "sharp";

const around = mkdtempSync(join(tmpdir(), "ld-quiet-"));
afterAll(() => rmSync(around, { recursive: true, force: true }));

describe("a folder for a page on its way", () => {
  it.runIf(existsSync("/dev/shm"))("lies in memory, belongs to one user, and is gone afterwards", async () => {
    const folder = await makePrivateFolder();
    expect(folder.isMemory).toBe(true);
    expect(spawnSync("stat", ["-f", "-c", "%T", folder.path], { encoding: "utf8" }).stdout).toMatch(/tmpfs|ramfs/);
    expect(spawnSync("stat", ["-c", "%a", folder.path], { encoding: "utf8" }).stdout.trim()).toBe("700");
    writeFileSync(join(folder.path, "page"), "page");
    await folder.remove();
    expect(existsSync(folder.path)).toBe(false);
  });

  it("left by a process that died is swept; one in use is not", async () => {
    const dead = spawnSync("true").pid;
    const left = join(tmpdir(), `lindang-scan-${userInfo().uid}-${dead}-XXXX`);
    mkdirSync(left);
    writeFileSync(join(left, "page-1.jpg"), "page");
    const used = await makePrivateFolder();
    expect(sweepPrivateFolders()).toBeGreaterThanOrEqual(1);
    expect(existsSync(left)).toBe(false);
    expect(existsSync(used.path)).toBe(true);
    await used.remove();
  });
});

describe("SANE for this program", () => {
  it("knows no driver of the network, and none that looks around in it", async () => {
    const system = join(around, "etc");
    mkdirSync(join(system, "dll.d"), { recursive: true });
    writeFileSync(join(system, "dll.conf"), "# net first\nnet\nepson2\n pixma # both\nescl\nfujitsu\n");
    writeFileSync(join(system, "dll.d", "airscan"), "airscan\n");
    writeFileSync(join(system, "dll.d", "hplip"), "hpaio\n");
    writeFileSync(join(system, "xerox_mfp.conf"), "usb 0x04e8 0x3425\ntcp 192.0.2.9\n");
    const own = join(around, "own");
    expect(await makeQuietSane(own, system)).toBe(`${own}:${system}`);
    const read = (name: string): string => readFileSync(join(own, name), "utf8");
    expect(read("dll.conf").trim().split("\n")).toEqual(["epson2", "pixma", "fujitsu", "hpaio"]);
    for (const name of [
      "epson2.conf",
      "epsonds.conf",
      "magicolor.conf",
      "kodakaio.conf",
      "pixma.conf",
      "xerox_mfp.conf",
    ])
      expect(read(name), name).not.toMatch(/^\s*(net\b|tcp\b|bjnp|networking=yes)/m);
    expect(read("xerox_mfp.conf")).toContain("0x3425");
  });

  // The drivers that are really installed here, watched while they look for devices.
  const canWatch = existsSync("/usr/bin/scanimage") && spawnSync("strace", ["-V"]).status === 0;
  it.runIf(canWatch)("opens no socket into any network while it looks for devices", async () => {
    const own = join(around, "real");
    const config = await makeQuietSane(own);
    const words = ["-f", "-e", "trace=socket,connect,sendto", "scanimage", "-f", "%d%n"];
    const environment = {
      PATH: process.env["PATH"],
      SANE_CONFIG_DIR: config,
      DBUS_SYSTEM_BUS_ADDRESS: "unix:path=/nonexistent",
    };
    const run = spawnSync("strace", words, { encoding: "utf8", env: environment });
    expect(run.stderr).toContain("exited with 0");
    expect(run.stderr.split("\n").filter((line) => line.includes("AF_INET"))).toEqual([]);
  });
});

describe("the name reserved for a capture", () => {
  it.each(["jpeg", "png"] as const)("stands in a %s and changes no pixel", async (format) => {
    const picture = await sharp(await aPagePicture())
      .toFormat(format)
      .withMetadata({ density: 300 })
      .toBuffer();
    const one = stampCapture(picture, "lindang 01");
    const other = stampCapture(picture, "lindang 02");
    expect(one.equals(other)).toBe(false);
    expect(one.includes("lindang 01")).toBe(true);
    const pixels = (bytes: Buffer): Promise<Buffer> => sharp(bytes, { failOn: "warning" }).raw().toBuffer();
    expect((await pixels(one)).equals(await pixels(picture))).toBe(true);
    expect((await sharp(one).metadata()).density).toBe(300);
  });

  it("leaves what has no place for it as it is", () => {
    const pdf = Buffer.from("%PDF-1.7");
    expect(stampCapture(pdf, "x")).toBe(pdf);
  });
});
