// A disk that fills in mid-pile: the still that does not fit is refused, every page told as kept is there (F05).
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testEngine, testPassphrase } from "#test/support/archive";
import { bareDesk, exposed, layPaper, placeSheet, seededNumbers } from "#tools/bench/fake-camera/lay-paper";
import { aPagePicture } from "#test/support/sample";
import { mountSmallDisk, removeSmallDisk } from "#test/support/small-disk";

let disk = "";
beforeAll(async () => void (disk = await mountSmallDisk(16)));
afterAll(() => removeSmallDisk(disk, "1 test"));

describe("a disk that fills while pages are taken", () => {
  it("refuses the still that does not fit and keeps the pile before it", async ({ skip }) => {
    if (!disk) skip();
    const { engine, faults } = testEngine();
    const folder = join(disk, "小盘.lindang");
    await engine.ask("archive.create", { folder, name: "小盘", passphrase: testPassphrase });
    await writeFile(join(folder, "reserve.bin"), Buffer.alloc(8 * 1024 * 1024));
    const random = seededNumbers(9);
    const desk = bareDesk(900, 675, "wood");
    const told: string[] = [];
    let refused = "";
    for (let at = 0; at < 60 && refused === ""; at++) {
      const picture = { ...desk, data: Uint8Array.from(desk.data) };
      const corners = placeSheet(900, 675, random);
      await layPaper(picture, await aPagePicture(), corners);
      const bytes = new Uint8Array(await exposed(picture, random, { grain: 60, quality: 96 }));
      const capture = {
        source: "camera" as const,
        device: "",
        capturedAt: "2024-03-05T08:00:00.000Z",
        pileId: "p",
        profile: "",
      };
      const reply = await engine.reply({
        ...{ id: `c${at}`, seat: "window", name: "capture.keep" },
        input: { bytes, capture, corners, isSpread: false, securityMark: "" },
      });
      if (reply.ok) told.push(...(reply.value as { pages: { id: string }[] }).pages.map(({ id }) => id));
      else refused = "refusal" in reply ? reply.refusal.code : "fault";
    }
    expect(refused).toBe("disk-full");
    expect(told.length).toBeGreaterThan(1);
    const there = (await engine.ask("scan.tray", {})).pages.map(({ id }): string => id);
    expect(told.filter((id) => !there.includes(id))).toEqual([]);
    expect(await engine.ask("journal.verify", {})).toMatchObject({ isWhole: true });
    const sealed = (await readdir(join(folder, "files"), { recursive: true })).filter((name) =>
      /[0-9a-f]{32}$/.test(name),
    );
    // The still, and what was made of it where it still fitted; nothing half.
    expect(sealed.length).toBeGreaterThanOrEqual(told.length);
    expect(sealed.length).toBeLessThanOrEqual(2 * there.length);
    await engine.ask("archive.lock", {});
    expect(await engine.ask("archive.unlock", { folder, passphrase: testPassphrase })).toBeTruthy();
    expect((await engine.ask("scan.tray", {})).total).toBe(there.length);
    expect(faults).toEqual([]);
    await engine.close();
  });
});
