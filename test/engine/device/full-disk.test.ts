// A disk that fills in the middle of a pile: what was taken in is there, the page that was not is named.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { saneIsMissing, setTestDevice } from "#test/support/sane-test-device";
import { testEngine, testPassphrase } from "#test/support/archive";
import { mountSmallDisk, removeSmallDisk } from "#test/support/small-disk";

let disk = "";
beforeAll(async () => {
  if (!saneIsMissing) disk = await mountSmallDisk(17);
});
afterAll(() => removeSmallDisk(disk, "1 test"));

describe("a pile on a disk that fills", () => {
  it("keeps every page that was told, and names the one that was not", async (context) => {
    if (!disk) return context.skip("needs root, to mount a small disk, and scanimage");
    const around = mkdtempSync(join(tmpdir(), "ld-pile-"));
    const saneConfigFolder = setTestDevice(join(around, "sane"), { size: 210 });
    const { engine } = testEngine({ scanners: { saneConfigFolder, loopbackPorts: [] } });
    try {
      await engine.ask("archive.create", {
        folder: join(disk, "小盘.lindang"),
        name: "小盘",
        passphrase: testPassphrase,
        fonds: { code: "C001", name: "幸福社区", unit: "幸福社区居民委员会" },
      });
      await engine.ask("reading.pause", {});
      const settings = { colourMode: "colour", dpi: 300, paper: "A4", feed: "feeder" } as const;
      const question = { deviceId: "sane:test:0", settings, profile: "", pileId: "small-disk" };
      const answer = await engine.ask("device.scan", question);
      expect(answer).toMatchObject({ ending: "failed", code: "disk-full" });
      expect(answer.pageCount).toBeGreaterThan(0);
      expect(answer.pageCount).toBeLessThan(10);
      expect(answer.notes.join()).toContain(`第 ${answer.pageCount + 1} 页没有存下`);
      const { pages } = await engine.ask("scan.tray", {});
      expect(pages.map(({ sourceName }) => Number(sourceName.slice(-8, -4)))).toEqual(
        Array.from({ length: answer.pageCount }, (_, index) => index + 1),
      );
    } finally {
      await engine.close();
      rmSync(around, { recursive: true, force: true });
    }
  });
});
