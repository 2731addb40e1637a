// 高拍仪: a still becomes pages of the tray: as it came and flattened, turned, split; taken again; refused; killed.
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Asked } from "#contract/contract";
import type { SealedPlace } from "#contract/page-image";
import type { WritePoint } from "#engine/house";
import { readPart } from "#vault-format/open-file";
import { freshArchive, testPassphrase, type TestArchive } from "#test/support/archive";
import { enterChild } from "#test/support/doors";
import {
  bareDesk,
  exposed,
  layPaper,
  placeSheet,
  seededNumbers,
  type Corners,
} from "#tools/bench/fake-camera/lay-paper";
import { aPagePicture } from "#test/support/sample";

let archive: TestArchive;
beforeEach(async () => void (archive = await freshArchive()));
afterEach(() => archive.remove());

let drawn = 0;
async function aStill(): Promise<{ bytes: Uint8Array<ArrayBuffer>; corners: Corners }> {
  const random = seededNumbers(++drawn);
  const picture = bareDesk(640, 480, "wood");
  const corners = placeSheet(640, 480, random);
  await layPaper(picture, await aPagePicture(), corners);
  return { bytes: new Uint8Array(await exposed(picture, random)), corners };
}
const asked = (
  still: { bytes: Uint8Array<ArrayBuffer>; corners: Corners | null },
  more: Partial<Asked<"capture.keep">> = {},
) => ({
  ...{ ...still, isSpread: false, securityMark: "" },
  capture: {
    ...{ source: "camera" as const, device: "试验高拍仪", pileId: "p1", profile: "" },
    capturedAt: "2024-03-05T08:00:00.000Z",
  },
  ...more,
});
const keep = async (more: Partial<Asked<"capture.keep">> = {}) =>
  archive.engine.ask("capture.keep", asked(await aStill(), more));
const undo = async (): Promise<unknown> =>
  archive.engine.ask("undo.apply", { sequence: (await archive.engine.ask("undo.next", {}))!.sequence });
const tray = async (): Promise<string[]> => (await archive.engine.ask("scan.tray", {})).pages.map(({ id }) => id);
const sealedCount = async (): Promise<number> =>
  (await readdir(join(archive.folder, "files"), { recursive: true })).filter((name) => /[0-9a-f]{32}$/.test(name))
    .length;

async function imageOf(id: string): Promise<Buffer> {
  const reply = await archive.engine.reply({
    id: "p",
    seat: "shell",
    name: "page.open",
    input: { id, variant: "image" },
  });
  if (!reply.ok) throw new Error(JSON.stringify(reply));
  const { path, key, part } = reply.value as SealedPlace;
  return readPart(path, Buffer.from(key, "hex"), part);
}

describe("a still of the document camera", () => {
  it("is kept as it came, and shown flat", async () => {
    const still = await aStill();
    const { pages, code } = await archive.engine.ask("capture.keep", asked(still));
    expect(code).toBe("ok");
    const [page] = pages;
    expect(page!.height / page!.width).toBeCloseTo(297 / 210, 1);
    const [row] = (await archive.engine.ask("scan.tray", {})).pages;
    expect(row).toMatchObject({ id: page!.id, sourceName: "高拍仪 001.jpg", width: page!.width });
    // No desk is left at the border: the paper is bright from corner to corner.
    const { channels } = await sharp(await imageOf(page!.id)).stats();
    expect(channels[2]!.mean).toBeGreaterThan(190);
    expect(await sealedCount()).toBe(2);
    const again = await archive.engine.reply({ id: "2", seat: "window", name: "capture.keep", input: asked(still) });
    expect(again).toMatchObject({ ok: false, refusal: { code: "duplicate-file" } });
  });

  it("is shown as it came when nothing is cropped", async () => {
    const { bytes } = await aStill();
    const { pages } = await archive.engine.ask("capture.keep", asked({ bytes, corners: null }));
    expect(Buffer.compare(await imageOf(pages[0]!.id), Buffer.from(bytes))).toBe(0);
    expect(await sealedCount()).toBe(1);
  });

  it("becomes two pages of one picture when a book lies open, turned as it is read", async () => {
    const { pages } = await keep({ isSpread: true, quarters: 1, foldAt: 0.4 });
    expect(pages).toHaveLength(2);
    expect(await tray()).toEqual(pages.map(({ id }) => id));
    const [first, second] = pages;
    expect(first!.height).toBe(second!.height);
    expect(first!.width / (first!.width + second!.width)).toBeCloseTo(0.4, 1);
    expect(await sealedCount()).toBe(3);
  });

  it("keeps what was seen of it, and where a new paper begins", async () => {
    const marks = [{ mark: "blur" as const, value: "0.11" }];
    const { pages } = await keep({ marks, isFirstPage: true });
    await archive.engine.ask("archive.lock", {});
    await archive.engine.ask("archive.unlock", { folder: archive.folder, passphrase: testPassphrase });
    const { marked } = await archive.engine.ask("page-mark.tray", {});
    expect(marked.find(({ pageId }) => pageId === pages[0]!.id)?.marks).toEqual(
      expect.arrayContaining([
        { mark: "blur", value: "0.11", isSettled: false },
        { mark: "first-page", value: "clerk", isSettled: false },
      ]),
    );
  });

  it("that the clerk began a paper with divides the pile at once, and still does when it is taken again or looks blank", async () => {
    const { ask } = archive.engine;
    const first = (await keep()).pages[0]!.id;
    const begun = (await keep({ isFirstPage: true })).pages[0]!.id;
    await keep();
    const runs = async (): Promise<unknown[]> =>
      (await ask("pile.propose", { scope: { by: "tray" } })).runs.map(({ firstPageId, reason }) => [
        firstPageId,
        reason,
      ]);
    expect(await runs()).toEqual([
      [first, "start"],
      [begun, "clerk"],
    ]);
    await ask("page-mark.look", {});
    for (const method of ["separator", "blank", "first-page", "count"] as const) {
      const told = await ask("pile.propose", { scope: { by: "tray" }, method, every: 500 });
      expect(
        told.runs.map(({ firstPageId }) => firstPageId),
        method,
      ).toContain(begun);
    }
    const again = (await keep({ replaces: [begun] })).pages[0]!.id;
    expect(await runs()).toEqual([
      [first, "start"],
      [again, "clerk"],
    ]);
    await undo();
    expect(await runs()).toContainEqual([begun, "clerk"]);

    const white = await sharp({ create: { width: 620, height: 877, channels: 3, background: "#fdfdfd" } })
      .jpeg()
      .toBuffer();
    const blank = { bytes: new Uint8Array(white), corners: null };
    const { pages } = await ask("capture.keep", asked(blank, { isFirstPage: true }));
    await ask("page-mark.look", {});
    const { marked } = await ask("page-mark.tray", {});
    const marks = marked.find(({ pageId }) => pageId === pages[0]!.id)?.marks.map(({ mark }) => mark);
    expect(marks).toEqual(expect.arrayContaining(["blank", "first-page"]));
    expect(await runs()).toContainEqual([pages[0]!.id, "clerk"]);
  });

  it("is kept whole when its corners are no sheet", async () => {
    const { bytes } = await aStill();
    const corners: Corners = [
      { x: 10, y: 10 },
      { x: 600, y: 10 },
      { x: 11, y: 11 },
      { x: 10, y: 400 },
    ];
    const { pages, code, message } = await archive.engine.ask("capture.keep", asked({ bytes, corners }));
    expect([code, pages.length]).toEqual(["corners-unusable", 1]);
    expect(message).not.toBe("");
    expect(await tray()).toEqual([pages[0]!.id]);
    expect(await sealedCount()).toBe(1);
  });
});

describe("a state secret found on one half of a spread", () => {
  it("takes the picture of both along; of the other half only its own picture stays", async () => {
    const { pages } = await keep({ isSpread: true });
    const other = await keep();
    await expect(
      archive.engine.ask("item.make", { pageIds: [pages[0]!.id], securityMark: "秘密" }),
    ).rejects.toMatchObject({ code: "state-secret" });
    expect(await tray()).toEqual([pages[1]!.id, other.pages[0]!.id]);
    expect(await sealedCount()).toBe(3);
    const { width, height } = await sharp(await imageOf(pages[1]!.id)).metadata();
    expect([width, height]).toEqual([pages[1]!.width, pages[1]!.height]);
  });
});

describe("重拍", () => {
  it("goes with its page when that turns out to be a state secret, whatever was marked on it before", async () => {
    const other = await keep();
    const old = await keep({ marks: [{ mark: "same-page", value: "0.12" }] });
    const again = await keep({ replaces: [old.pages[0]!.id] });
    await expect(
      archive.engine.ask("item.make", { pageIds: [again.pages[0]!.id], securityMark: "机密" }),
    ).rejects.toMatchObject({ code: "state-secret" });
    expect(await tray()).toEqual([other.pages[0]!.id]);
    expect(await sealedCount()).toBe(2);
    expect((await archive.engine.ask("page.aside", {})).total).toBe(0);
  });

  it("takes the place of the page, which stands aside; undone and done again", async () => {
    const [one, two, three] = [await keep(), await keep(), await keep()].map(({ pages }) => pages[0]!.id);
    const { pages } = await keep({ replaces: [two!] });
    const again = pages[0]!.id;
    expect(await tray()).toEqual([one, again, three]);
    await undo();
    expect(await tray()).toEqual([one, two, three]);
    await archive.engine.ask("capture.swap", { aside: [two!], back: [again] });
    expect(await tray()).toEqual([one, again, three]);
    await undo();
    expect(await tray()).toEqual([one, two, three]);
    await expect(archive.engine.ask("capture.swap", { aside: [one!], back: [three!] })).rejects.toMatchObject({
      code: "page-not-found",
    });
    expect(await tray()).toEqual([one, two, three]);
  });

  it("is refused for a page of an item and for one that is not there, and nothing is kept", async () => {
    const { pages } = await keep();
    await archive.engine.ask("item.make", { pageIds: [pages[0]!.id] });
    await expect(keep({ replaces: [pages[0]!.id] })).rejects.toMatchObject({ code: "page-in-use" });
    await expect(keep({ replaces: ["x" as never] })).rejects.toMatchObject({ code: "page-not-found" });
    expect(await tray()).toEqual([]);
    expect(await sealedCount()).toBe(2);
  });
});

describe("refused", () => {
  it("is a state secret, before it is looked at; what is no picture; nothing of either is kept", async () => {
    await expect(keep({ securityMark: "机密" })).rejects.toMatchObject({ code: "state-secret" });
    const bytes = new Uint8Array(Buffer.from("no picture at all, only words"));
    await expect(keep({ bytes })).rejects.toMatchObject({ code: "image-damaged" });
    const { bytes: whole } = await aStill();
    await expect(keep({ bytes: whole.subarray(0, 3000) })).rejects.toMatchObject({ code: "image-damaged" });
    expect([await tray(), await sealedCount()]).toEqual([[], 0]);
  });
});

describe("an engine killed while pages are taken", () => {
  const cases: [WritePoint, number][] = [
    ["file-kept", 3],
    ["before-commit", 4],
    ["after-commit", 3],
  ];
  it.each(cases)("at %s, the %i. time, loses at most the page being taken", async (point, nth) => {
    const stills = [await aStill(), await aStill(), await aStill()];
    await archive.engine.ask("archive.lock", {});
    const door = await enterChild("../fixtures/dying-engine.ts", [point, String(nth)]);
    const told: string[] = [];
    await door.put("window", "archive.unlock", { folder: archive.folder, passphrase: testPassphrase });
    for (const still of stills) {
      const reply = await door.put("window", "capture.keep", asked(still));
      if (!reply.ok) break;
      told.push(...(reply.value as { pages: { id: string }[] }).pages.map(({ id }) => id));
    }
    expect(door.child?.signalCode).toBe("SIGKILL");
    await door.close();
    await archive.engine.ask("archive.unlock", { folder: archive.folder, passphrase: testPassphrase });
    expect(await archive.engine.ask("journal.verify", {})).toMatchObject({ isWhole: true });
    const there = await tray();
    expect(told.filter((id) => !there.includes(id))).toEqual([]);
    expect(there.length).toBeLessThanOrEqual(told.length + 1);
    for (const id of there) expect((await sharp(await imageOf(id)).metadata()).width).toBeGreaterThan(100);
  });
});
