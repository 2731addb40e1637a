// Order, setting aside, splitting, joining, retaking, inserting: in the tray and in an item, and each way back to the letter.
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ItemId } from "#contract/item";
import type { PageId } from "#contract/scan";
import { drawPicture, pixelAt } from "#test/fixtures/drawn-page";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { digestOf, imageBytes, imagePixels, takePictures } from "#test/support/page-image";
import { anItem, someScans, somePages } from "#test/support/sample";

let archive: TestArchive;
beforeAll(async () => void (archive = await freshArchive()));
afterAll(async () => {
  expect(archive.faults).toEqual([]);
  await archive.remove();
});

const ask: TestArchive["engine"]["ask"] = (name, input) => archive.engine.ask(name, input);
const tray = async (): Promise<PageId[]> => (await ask("scan.tray", { limit: 500 })).pages.map((page) => page.id);
const partsOf = async (id: ItemId): Promise<PageId[][]> =>
  (await ask("item.read", { id })).parts.map((part) => part.pages.map((page) => page.id));
const aside = async (): Promise<[PageId, string][]> =>
  (await ask("page.aside", {})).pages.map((page) => [page.id, page.setAside]);
const undo = async (): Promise<void> =>
  void (await ask("undo.apply", { sequence: (await ask("undo.next", {}))?.sequence ?? 0 }));
const sealedCount = async (): Promise<number> =>
  (await readdir(join(archive.folder, "files"), { recursive: true })).filter((name) => /[0-9a-f]{32}$/.test(name))
    .length;
/** An item of two parts with two pages each. */
const twoParts = async () => {
  const item = await anItem(archive, {}, 4);
  const [a, b, c, d] = item.parts[0]!.pages.map((page) => page.id) as [PageId, PageId, PageId, PageId];
  const parts = [
    { kind: "正文" as const, pageIds: [a, b] },
    { kind: "附件" as const, pageIds: [c, d] },
  ];
  const made = await ask("item.arrange", { id: item.id, revision: item.revision, parts });
  return { id: item.id, revision: made.revision, pages: [a, b, c, d] as const };
};
let shade = 250;
/** No two alike: equal bytes are refused at intake. */
const spread = () => {
  shade -= 1;
  return drawPicture(400, 200, (u, v) => (u < 240 ? shade : v < 100 ? 60 : 120));
};

describe("次序", () => {
  it("moves pages after a page and to the beginning, and back to where each stood", async () => {
    await somePages(archive, 6);
    const before = await tray();
    const [a, b, c, d, e, f] = before as [PageId, PageId, PageId, PageId, PageId, PageId];
    await ask("page.move", { pageIds: [e, b], after: c });
    expect(await tray()).toEqual([a, c, e, b, d, f]);
    await ask("page.move", { pageIds: [f], after: null });
    expect(await tray()).toEqual([f, a, c, e, b, d]);
    await ask("page.move", { pageIds: [f], after: d });
    expect(await tray()).toEqual([a, c, e, b, d, f]);
    const [late] = await somePages(archive, 1);
    expect((await tray()).at(-1)).toBe(late);
    for (let back = 0; back < 3; back++) await undo();
    expect(await tray()).toEqual([...before, late]);
    await expect(ask("page.move", { pageIds: [a], after: a })).rejects.toMatchObject({ code: "page-not-in-tray" });
  });

  it("finds room however often pages are put into the same gap", async () => {
    const [a, b] = (await tray()) as [PageId, PageId];
    const rest = (await tray()).slice(1);
    for (let again = 0; again < 80; again++) {
      const last = (await tray()).at(-1)!;
      await ask("page.move", { pageIds: [last], after: a });
    }
    const now = await tray();
    expect(now[0]).toBe(a);
    expect([...now].sort()).toEqual([a, ...rest].sort());
    expect(new Set(now).size).toBe(now.length);
    expect(b).toBeDefined();
  });

  it("places what is taken in next where the clerk inserts, in order, until told otherwise", async () => {
    const [first, second] = (await tray()) as [PageId, PageId];
    await ask("page.insert-after", { pageId: first });
    const one = await somePages(archive, 2);
    const more = await somePages(archive, 1);
    expect((await tray()).slice(0, 5)).toEqual([first, ...one, ...more, second]);
    expect(await ask("page.insertion", {})).toEqual({ pageId: more[0] });
    await ask("page.insert-after", { pageId: null });
    expect(await ask("page.insertion", {})).toEqual({ pageId: null });
    const [end] = await somePages(archive, 1);
    expect((await tray()).at(-1)).toBe(end);
    // A place that left the tray is no place.
    await ask("page.insert-after", { pageId: first });
    await ask("page.set-aside", { pageIds: [first], reason: "removed" });
    const [last] = await somePages(archive, 1);
    expect((await tray()).at(-1)).toBe(last);
    await expect(ask("page.insert-after", { pageId: first })).rejects.toMatchObject({ code: "page-not-in-tray" });
    await ask("page.insert-after", { pageId: null });
  });
});

describe("搁置与取回", () => {
  it("keeps what leaves the tray, lists it, and brings it back to its place", async () => {
    const before = await tray();
    const some = before.slice(1, 3);
    await ask("page.set-aside", { pageIds: some, reason: "blank" });
    expect(await tray()).toEqual(before.filter((id) => !some.includes(id)));
    expect(await aside()).toEqual(expect.arrayContaining(some.map((id) => [id, "blank"])));
    await expect(ask("item.make", { pageIds: some })).rejects.toMatchObject({ code: "page-set-aside" });
    await ask("page.bring-back", { pageIds: some });
    expect(await tray()).toEqual(before);
    await undo();
    expect(await tray()).toEqual(before.filter((id) => !some.includes(id)));
    await undo();
    expect(await tray()).toEqual(before);
    await expect(ask("page.bring-back", { pageIds: some })).rejects.toMatchObject({ code: "page-not-found" });
  });

  it("takes a page out of its item first, and back into it; not once the item was worked on", async () => {
    const { id, revision, pages } = await twoParts();
    const [a, b, c, d] = pages;
    await ask("page.set-aside", { pageIds: [b, c], reason: "blank" });
    expect(await partsOf(id)).toEqual([[a], [d]]);
    expect(await ask("item.read", { id })).toMatchObject({ imageCount: 2, revision: revision + 1 });
    await undo();
    expect(await partsOf(id)).toEqual([
      [a, b],
      [c, d],
    ]);
    expect(await ask("item.read", { id })).toMatchObject({ imageCount: 4 });
    await ask("page.set-aside", { pageIds: [b], reason: "blank" });
    const now = await ask("item.read", { id });
    await ask("item.describe", { id, revision: now.revision, fields: { remark: "缺一页" } });
    await undo();
    await expect(undo()).rejects.toMatchObject({ code: "undo-stale" });
    expect(await partsOf(id)).toEqual([[a], [c, d]]);
    await ask("page.bring-back", { pageIds: [b] });
    expect(await tray()).toContain(b);
    // For good only where the clerk says so.
    await ask("page.set-aside", { pageIds: [b], reason: "removed" });
    await ask("scan.discard", { pageIds: [b] });
    expect((await aside()).map(([page]) => page)).not.toContain(b);
  });
});

describe("双页切分 and 拼接", () => {
  it("makes two pages of a spread, one behind the other, and one again", async () => {
    const ids = await takePictures(archive, [spread(), drawPicture(200, 200, () => 200)]);
    const [page, next] = ids as [PageId, PageId];
    const received = digestOf(await imageBytes(archive, page));
    const [files, before] = [await sealedCount(), await tray()];
    const { pageIds, at } = await ask("page.split", { pageId: page, at: 0.6 });
    expect(at).toBe(0.6);
    expect((await tray()).slice(-3)).toEqual([page, pageIds[1], next]);
    const [first, second] = [await imagePixels(archive, pageIds[0]), await imagePixels(archive, pageIds[1])];
    expect([first.width, second.width, first.height]).toEqual([240, 160, 200]);
    expect(
      [pixelAt(first, 230, 50), pixelAt(second, 5, 50), pixelAt(second, 5, 150)].map((grey) => Math.round(grey / 60)),
    ).toEqual([4, 1, 2]);
    // Both keep what was received.
    for (const id of pageIds) expect(digestOf(await imageBytes(archive, id, 1))).toBe(received);
    expect((await ask("page.versions", { pageId: pageIds[1] })).versions).toMatchObject([
      { number: 1, kind: "original" },
      { number: 2, madeFrom: 1, recipe: [{ kind: "half", half: "second", at: 0.6 }] },
    ]);
    await undo();
    expect(await tray()).toEqual(before);
    expect(digestOf(await imageBytes(archive, page))).toBe(received);
    // The first half stays as a version of its page; the second page is gone with its file.
    expect(await sealedCount()).toBe(files + 1);
  });

  it("splits inside an item, and back", async () => {
    const [page] = (await takePictures(archive, [spread()])) as [PageId];
    const { item } = await ask("item.make", { pageIds: [page, ...(await somePages(archive, 1))] });
    const [[, other]] = (await partsOf(item.id)) as [[PageId, PageId]];
    const { pageIds } = await ask("page.split", { pageId: page, at: null });
    expect(await partsOf(item.id)).toEqual([[page, pageIds[1], other]]);
    expect(await ask("item.read", { id: item.id })).toMatchObject({ imageCount: 3 });
    await ask("page.process", { pages: [{ pageId: pageIds[1] }], recipe: [{ kind: "turn", quarters: 2 }] });
    await undo();
    await undo();
    expect(await partsOf(item.id)).toEqual([[page, other]]);
  });

  it("sets the second page beside the first and aside as joined; unlike sheets are not stretched", async () => {
    const ids = await takePictures(archive, [drawPicture(200, 150, () => 220), drawPicture(120, 180, () => 90)]);
    const [left, right] = ids as [PageId, PageId];
    const before = await tray();
    await ask("page.join", { pageId: left, otherId: right, side: "right" });
    const joined = await imagePixels(archive, left);
    expect([joined.width, joined.height]).toEqual([320, 180]);
    expect(pixelAt(joined, 100, 70)).toBeGreaterThan(210);
    expect(pixelAt(joined, 300, 170)).toBeLessThan(100);
    expect(await aside()).toContainEqual([right, "joined"]);
    const { versions } = await ask("page.versions", { pageId: left });
    expect(versions.at(-1)?.recipe).toEqual([{ kind: "join", pageId: right, version: 1, side: "right" }]);
    await undo();
    expect(await tray()).toEqual(before);
    expect((await imagePixels(archive, left)).width).toBe(200);
    await expect(ask("page.join", { pageId: left, otherId: left, side: "below" })).rejects.toMatchObject({
      code: "join-unlike",
    });
    const item = await twoParts();
    await expect(ask("page.join", { pageId: left, otherId: item.pages[0], side: "right" })).rejects.toMatchObject({
      code: "page-in-other-item",
    });
    await ask("page.join", { pageId: item.pages[0], otherId: item.pages[2], side: "below" });
    expect(await partsOf(item.id)).toEqual([[item.pages[0], item.pages[1]], [item.pages[3]]]);
    await undo();
    expect(await partsOf(item.id)).toEqual([item.pages.slice(0, 2), item.pages.slice(2)]);
    await ask("page.set-aside", { pageIds: [right], reason: "removed" });
    await expect(ask("page.join", { pageId: left, otherId: right, side: "right" })).rejects.toMatchObject({
      code: "page-set-aside",
    });
  });
});

describe("重拍", () => {
  it("stands where the old one stood, in the tray and in an item", async () => {
    const [old] = (await tray()) as [PageId];
    const [fresh] = (await somePages(archive, 1)) as [PageId];
    const before = await tray();
    await ask("page.replace", { pageId: fresh, replaces: old });
    expect((await tray())[0]).toBe(fresh);
    expect(await aside()).toContainEqual([old, "retaken"]);
    await undo();
    expect(await tray()).toEqual(before);
    const { id, pages } = await twoParts();
    await ask("page.replace", { pageId: fresh, replaces: pages[2] });
    expect(await partsOf(id)).toEqual([
      [pages[0], pages[1]],
      [fresh, pages[3]],
    ]);
    await undo();
    expect(await partsOf(id)).toEqual([pages.slice(0, 2), pages.slice(2)]);
    expect(await tray()).toEqual(before);
    await expect(ask("page.replace", { pageId: fresh, replaces: fresh })).rejects.toMatchObject({
      code: "join-unlike",
    });
  });
});

describe("a state secret (P15)", () => {
  it("takes with it what was joined, taken again, and the whole scan behind the other half", async () => {
    const ids = await takePictures(archive, [spread(), drawPicture(90, 80, () => 30), drawPicture(80, 90, () => 70)]);
    const [page, beside, taken] = ids as [PageId, PageId, PageId];
    const { pageIds } = await ask("page.split", { pageId: page, at: 0.6 });
    await ask("page.join", { pageId: page, otherId: beside, side: "right" });
    const [fresh] = (await takePictures(archive, [drawPicture(95, 85, () => 140)])) as [PageId];
    await ask("page.replace", { pageId: fresh, replaces: taken });
    await expect(ask("item.make", { pageIds: [page, fresh], securityMark: "机密" })).rejects.toMatchObject({
      code: "state-secret",
    });
    const left = [...(await tray()), ...(await aside()).map(([id]) => id)];
    for (const id of [page, beside, taken, fresh]) expect(left).not.toContain(id);
    // The other half stays, without the scan that showed both.
    expect(left).toContain(pageIds[1]);
    expect((await ask("page.versions", { pageId: pageIds[1] })).versions).toMatchObject([{ number: 2, isShown: true }]);
    expect((await imagePixels(archive, pageIds[1])).width).toBe(160);
    await expect(imageBytes(archive, pageIds[1], 1)).rejects.toMatchObject({ code: "page-not-found" });
    expect(await someScans(archive, 1)).toHaveLength(1);
  });
});
