// A recipe on pages: real pixels in a real archive; the image as received stays byte for byte.
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ImageRecipe } from "#contract/derivative";
import type { PageId } from "#contract/scan";
import { findSkew } from "#engine/helper/find-skew";
import { chance, drawPicture, pixelAt, printedRows } from "#test/fixtures/drawn-page";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { digestOf, imageBytes, imagePixels, takePictures } from "#test/support/page-image";
import { anItem, closeYear, fileYear, somePages } from "#test/support/sample";

let archive: TestArchive;
beforeAll(async () => void (archive = await freshArchive()));
afterAll(async () => {
  expect(archive.faults).toEqual([]);
  await archive.remove();
});

const ask: TestArchive["engine"]["ask"] = (name, input) => archive.engine.ask(name, input);
const right: ImageRecipe = [{ kind: "turn", quarters: 1 }];
const trayPage = async (id: PageId) => (await ask("scan.tray", {})).pages.find((page) => page.id === id);
const undo = async (): Promise<string> => {
  const next = await ask("undo.next", {});
  return (await ask("undo.apply", { sequence: next?.sequence ?? 0 })).action;
};
const sealedCount = async (): Promise<number> =>
  (await readdir(join(archive.folder, "files"), { recursive: true })).filter((name) => /[0-9a-f]{32}$/.test(name))
    .length;

describe("page.process", () => {
  it("turns a page, keeps what was received, says what made the new image, and can be undone and done again", async () => {
    const [id] = (await takePictures(archive, [drawPicture(300, 200, (u, v) => (u < 40 && v < 40 ? 0 : 250))])) as [
      PageId,
    ];
    const received = digestOf(await imageBytes(archive, id));
    const answer = await ask("page.process", { pages: [{ pageId: id }], recipe: right });
    expect(answer).toMatchObject({
      doneCount: 1,
      refusedCount: 0,
      isCut: false,
      outcomes: [{ number: 2, code: "ok" }],
    });
    expect(await trayPage(id)).toMatchObject({ version: 2, width: 200, height: 300, dpi: 150, colourMode: "grey" });
    const turned = await imagePixels(archive, id);
    expect(pixelAt(turned, 190, 10)).toBeLessThan(20);
    expect(pixelAt(turned, 10, 10)).toBeGreaterThan(240);
    expect(await sharp(await imageBytes(archive, id)).metadata()).toMatchObject({ format: "jpeg", density: 150 });
    expect(await sharp(await imageBytes(archive, id, undefined, "thumbnail")).metadata()).toMatchObject({
      height: 256,
    });
    expect(digestOf(await imageBytes(archive, id, 1))).toBe(received);
    const { versions } = await ask("page.versions", { pageId: id });
    expect(versions).toMatchObject([
      { number: 1, kind: "original", madeFrom: null, recipe: [], isShown: false },
      { number: 2, kind: "derivative", madeFrom: 1, recipe: right, isShown: true },
    ]);
    expect(versions[1]?.madeBy).toMatch(/^lindang /);
    expect(versions[1]?.madeAt).not.toBe("");

    expect(await undo()).toBe("page.process");
    expect(await trayPage(id)).toMatchObject({ version: 1, width: 300 });
    expect(digestOf(await imageBytes(archive, id))).toBe(received);
    await ask("page.show-version", { pages: [{ pageId: id, number: 2 }] });
    expect(await trayPage(id)).toMatchObject({ version: 2 });
    expect(await undo()).toBe("page.show-version");
    expect(await trayPage(id)).toMatchObject({ version: 1 });
    await expect(ask("page.show-version", { pages: [{ pageId: id, number: 9 }] })).rejects.toMatchObject({
      code: "version-not-found",
    });
  });

  it("starts from the version that is named, and sets a page straight that was turned by a known angle", async () => {
    const lines = printedRows(1000, 1400, 22);
    const [id] = (await takePictures(archive, [drawPicture(1000, 1400, lines, { turned: 1.7 })])) as [PageId];
    await ask("page.process", { pages: [{ pageId: id }], recipe: right });
    const recipe: ImageRecipe = [
      { kind: "straighten", degrees: null },
      { kind: "whiten" },
      { kind: "bitonal" },
      { kind: "despeckle", most: 4 },
    ];
    const { outcomes } = await ask("page.process", { pages: [{ pageId: id, from: 1 }], recipe });
    expect(outcomes).toMatchObject([{ number: 3 }]);
    expect(await trayPage(id)).toMatchObject({ mediaType: "image/png", colourMode: "bitonal" });
    expect(Math.abs(findSkew({ ...(await imagePixels(archive, id)), isBitonal: true }))).toBeLessThanOrEqual(0.05);
    const { versions } = await ask("page.versions", { pageId: id });
    const [straight] = versions[2]?.recipe ?? [];
    expect(straight?.kind === "straighten" && Math.abs((straight.degrees ?? 0) + 1.7)).toBeLessThanOrEqual(0.05);
    expect(versions[2]).toMatchObject({ madeFrom: 1 });
    // One bit a pixel, and small.
    expect(await sharp(await imageBytes(archive, id)).metadata()).toMatchObject({ format: "png", bitsPerSample: 1 });
  });

  it("is asked again after it was stopped, and makes nothing twice", async () => {
    const ids = await somePages(archive, 6);
    const pages = ids.map((pageId) => ({ pageId, from: 1 }));
    let told = 0;
    const before = await sealedCount();
    const stopping = archive.engine.reply({
      id: "stop-me",
      seat: "window",
      name: "page.process",
      input: { pages, recipe: right },
    });
    while (told < 2) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      told =
        archive.events.filter((event) => event.kind === "progress" && event.taskId === "stop-me" && event.done >= 1)
          .length > 0
          ? 2
          : 0;
    }
    await ask("task.cancel", { taskId: "stop-me" });
    const stopped = await stopping;
    expect(stopped).toMatchObject({ ok: true, value: { isCut: true } });
    const done =
      ids.length -
      (await ask("scan.tray", {})).pages.filter((page) => ids.includes(page.id) && page.version === 1).length;
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(6);
    const again = await ask("page.process", { pages, recipe: right });
    expect(again).toMatchObject({ doneCount: 6, isCut: false });
    expect(again.outcomes.every((each) => each.number === 2)).toBe(true);
    expect(await sealedCount()).toBe(before + 6);
    // One step back takes back what this call did to each page; what the stopped one did has its own.
    await undo();
    await undo();
    expect(
      (await ask("scan.tray", {})).pages.filter((page) => ids.includes(page.id)).every((page) => page.version === 1),
    ).toBe(true);
  });

  it("tells of each page what became of it; a page that does not fit costs itself alone", async () => {
    const small = drawPicture(60, 60, (u) => u * 4);
    const large = drawPicture(200, 200, (u) => u);
    const ids = await takePictures(archive, [small, large]);
    const crop: ImageRecipe = [{ kind: "crop", left: 100, top: 100, width: 90, height: 90 }];
    const answer = await ask("page.process", { pages: ids.map((pageId) => ({ pageId })), recipe: crop });
    expect(answer).toMatchObject({ doneCount: 1, refusedCount: 1 });
    expect(answer.outcomes.find((each) => each.number === null)).toMatchObject({
      pageId: ids[0],
      code: "crop-outside",
    });
    expect(pixelAt(await imagePixels(archive, ids[1]!), 0, 0)).toBeGreaterThan(90);
    const corners = [
      { x: 0, y: 0 },
      { x: 50, y: 50 },
      { x: 100, y: 100 },
      { x: 150, y: 150 },
    ] as const;
    const bent = await ask("page.process", {
      pages: [{ pageId: ids[1]! }],
      recipe: [{ kind: "flatten", corners: [...corners] }],
    });
    expect(bent.outcomes).toMatchObject([{ number: null, code: "corners-unusable" }]);
    expect(await trayPage(ids[0]!)).toMatchObject({ version: 1 });
  });

  it("refuses pages of a filed item and of a closed year, and pages that are not there", async () => {
    const item = await anItem(archive, {}, 2);
    const pageId = item.parts[0]!.pages[0]!.id;
    await ask("page.process", { pages: [{ pageId }], recipe: right });
    expect((await ask("item.read", { id: item.id })).parts[0]?.pages[0]).toMatchObject({ version: 2 });
    await fileYear(archive);
    const acts: (() => Promise<unknown>)[] = [
      () => ask("page.process", { pages: [{ pageId }], recipe: right }),
      () => ask("page.show-version", { pages: [{ pageId, number: 1 }] }),
      () => ask("page.set-aside", { pageIds: [pageId], reason: "blank" }),
      () => ask("page.split", { pageId, at: 0.5 }),
      () => ask("page.join", { pageId, otherId: item.parts[0]!.pages[1]!.id, side: "right" }),
    ];
    for (const act of acts) await expect(act()).rejects.toMatchObject({ code: "page-filed" });
    const [fresh] = await somePages(archive);
    await expect(ask("page.replace", { pageId: fresh!, replaces: pageId })).rejects.toMatchObject({
      code: "page-filed",
    });
    await closeYear(archive, 2024);
    for (const act of acts) await expect(act()).rejects.toMatchObject({ code: "year-closed" });
    expect((await ask("page.versions", { pageId })).versions).toHaveLength(2);
    const gone = "0".repeat(32) as PageId;
    await expect(ask("page.process", { pages: [{ pageId: gone }], recipe: right })).rejects.toMatchObject({
      code: "page-not-found",
    });
  });
});

describe("page.preview and page.measure", () => {
  it("show what would come of it and keep nothing", async () => {
    const lines = printedRows(800, 1100, 20);
    const dark = drawPicture(1000, 1300, (u, v) => (u < 800 && v < 1100 ? lines(u, v) - 10 * chance(0, 0) : 25));
    const [id] = (await takePictures(archive, [dark])) as [PageId];
    const before = await sealedCount();
    const measured = await ask("page.measure", { pageId: id });
    expect(measured.crop).toMatchObject({ left: 0, top: 0 });
    expect(Math.abs(measured.degrees)).toBeLessThanOrEqual(0.05);
    const recipe: ImageRecipe = [{ kind: "crop", ...measured.crop! }, { kind: "bitonal" }];
    const look = await ask("page.preview", { pageId: id, recipe, side: 400 });
    expect(look).toMatchObject({ width: measured.crop!.width, height: measured.crop!.height });
    const place = await ask("document.open", { id: look.documentId });
    expect(place.mediaType).toBe("image/jpeg");
    expect(await sealedCount()).toBe(before);
    expect((await ask("page.versions", { pageId: id })).versions).toHaveLength(1);
    expect(await trayPage(id)).toMatchObject({ version: 1 });
  });
});
