// 挂接: files find their items by 档号, what does not fit is told both ways, an item gets all of its files or none.
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { archivalDate } from "#contract/archival-date";
import type { Item, ItemFields } from "#contract/item";
import { legacyBook } from "#test/fixtures/legacy-catalogue";
import { onePage, writePdf } from "#test/fixtures/pdf-writer";
import { freshArchive, type TestArchive } from "#test/support/archive";
import { tableFile } from "#test/support/read-table";
import { aPagePicture, closeYear, fileYear } from "#test/support/sample";

let archive: TestArchive;
let filedCode = "";
beforeAll(async () => {
  archive = await freshArchive();
  const head = ["档号", "题名", "责任者", "日期", "页数", "保管期限", "年度"];
  const lines = [1, 2, 3, 4, 5].map((at) => [
    `旧·2022·${at}`,
    `通知${at}`,
    "幸福社区",
    `2022.1.${at}`,
    at === 3 ? 2 : 1,
    "30年",
    2022,
  ]);
  const path = await tableFile(
    archive,
    legacyBook([
      head,
      ...lines,
      ["旧·2022·9", "甲", "幸福社区", "2022.2.1", 1, "30年", 2022],
      ["旧·2022·9", "乙", "幸福社区", "2022.2.2", 1, "30年", 2022],
    ]),
  );
  await archive.engine.ask("import.commit", { path, as: "catalogue" });
  const paper = await paperItem({ paperPageCount: 2, title: "没有影像的一件" });
  expect(paper.imageCount).toBe(0);
  await fileYear(archive);
  filedCode = (await archive.engine.ask("item.read", { id: paper.id })).archivalCode;
});
afterAll(() => archive.remove());

/** An item of paper alone, ready to be filed. */
async function paperItem(fields: Partial<ItemFields>): Promise<Item> {
  const matters = await archive.engine.ask("matter.list", {});
  const known = {
    creator: "幸福社区",
    documentDate: archivalDate.parse("2024-03-05"),
    year: 2024,
    retention: "Y" as const,
  };
  const matterId = matters.find(({ code }) => code === "ZZ")?.id ?? null;
  return (await archive.engine.ask("item.make", { pageIds: [], fields: { ...known, matterId, ...fields } })).item;
}
async function folderWith(files: Record<string, Buffer | string>): Promise<string> {
  const folder = await mkdtemp(join(archive.around, "影像"));
  for (const [name, bytes] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), bytes);
  }
  return folder;
}
const itemOf = async (words: string) => {
  const { rows } = await archive.engine.ask("item.list", { limit: 1000 });
  const found = rows.find(({ title }) => title === words);
  if (!found) throw new Error(`no item ${words}`);
  return archive.engine.ask("item.read", { id: found.id });
};

describe("image matching", () => {
  it("says both ways what fits and what does not, and takes nothing in", async () => {
    const folder = await folderWith({
      "旧-2022-1-0001.jpg": await aPagePicture(),
      "旧·2022·2.jpg": await aPagePicture(),
      "旧-2022-3/001.jpg": await aPagePicture(),
      "旧-2022-9-0001.jpg": await aPagePicture(),
      "别处的.jpg": await aPagePicture(),
      "说明.docx": "x",
      "旧-2022-4.pdf": "not a pdf",
    });
    const report = await archive.engine.ask("image-matching.dry-run", { folder });
    expect(report.fileCount).toBe(7);
    expect(report.matches.map(({ archivalCode, outcome, imageCount }) => [archivalCode, outcome, imageCount])).toEqual([
      ["旧·2022·1", "ready", 1],
      ["旧·2022·2", "ready", 1],
      ["旧·2022·3", "pages-differ", 1],
    ]);
    expect(Object.fromEntries(report.looseImages.map(({ path, reason }) => [path, reason]))).toEqual({
      "旧-2022-9-0001.jpg": "several-items",
      "别处的.jpg": "no-code",
      "说明.docx": "not-an-image",
      "旧-2022-4.pdf": "unreadable",
    });
    expect(report.itemsWithoutFiles.codes).toContain("旧·2022·5");
    expect(report.itemsWithoutFiles.codes).not.toContain("旧·2022·1");
    expect((await archive.engine.ask("scan.tray", {})).total).toBe(0);
  });

  it("puts pages in their order, and a second time has nothing to do", async () => {
    const pages = await Promise.all([1, 2, 10].map(() => aPagePicture()));
    const folder = await folderWith({
      "旧-2022-1-10.jpg": pages[2] ?? "",
      "旧-2022-1-2.jpg": pages[1] ?? "",
      "旧-2022-1-1.jpg": pages[0] ?? "",
      "旧-2022-2.pdf": writePdf({ objects: onePage() }),
    });
    const { planDigest } = await archive.engine.ask("image-matching.dry-run", { folder });
    const done = await archive.engine.ask("image-matching.attach", { folder, planDigest });
    expect(done).toEqual({ itemCount: 2, pageCount: 4, failures: [] });
    const item = await itemOf("通知1");
    expect(item.parts.flatMap((part) => part.pages.map((page) => page.sourceName))).toEqual([
      ...["旧-2022-1-1.jpg", "旧-2022-1-2.jpg", "旧-2022-1-10.jpg"],
    ]);
    expect((await archive.engine.ask("image-matching.attach", { folder })).itemCount).toBe(0);
    expect(
      (await archive.engine.ask("image-matching.dry-run", { folder })).matches.map(({ outcome }) => outcome),
    ).toEqual([...["has-images", "has-images"]]);
    await expect(archive.engine.ask("image-matching.attach", { folder, planDigest })).rejects.toMatchObject({
      code: "image-match-stale",
    });
  });

  it("gives an item all of its files or none", async () => {
    const whole = await aPagePicture();
    const folder = await folderWith({
      "旧-2022-5-1.jpg": await aPagePicture(),
      "旧-2022-5-2.jpg": whole.subarray(0, whole.length / 2),
    });
    const done = await archive.engine.ask("image-matching.attach", { folder });
    expect(done).toMatchObject({
      itemCount: 0,
      pageCount: 0,
      failures: [{ archivalCode: "旧·2022·5", path: "旧-2022-5-2.jpg" }],
    });
    expect((await itemOf("通知5")).imageCount).toBe(0);
    expect((await archive.engine.ask("scan.tray", {})).total).toBe(0);
  });

  it("gives a filed item of an open year its images under the same 档号, with a record frozen anew", async () => {
    const folder = await folderWith({
      [`${filedCode.replaceAll("·", "-")}-0001.jpg`]: await aPagePicture(),
      [`${filedCode.replaceAll("·", "-")}-0002.jpg`]: await aPagePicture(),
    });
    expect(await archive.engine.ask("image-matching.attach", { folder })).toMatchObject({ itemCount: 1, pageCount: 2 });
    const item = await itemOf("没有影像的一件");
    expect(item).toMatchObject({ archivalCode: filedCode, state: "filed", imageCount: 2 });
    const checked = await archive.engine.ask("filing-year.verify-hashes", { fondsId: archive.fondsId });
    expect(checked.differing).toEqual([]);
    expect(checked.checkedCount).toBeGreaterThan(0);
  });

  it("is undone as it was done: images back to the tray, the record frozen as before, and only while nothing changed", async () => {
    const before = await archive.engine.ask("scan.tray", {});
    const paper = await itemOf("通知3");
    expect(paper).toMatchObject({ imageCount: 0, parts: [{ kind: "正文" }] });
    const folder = await folderWith({
      "旧-2022-3-1.jpg": await aPagePicture(),
      "旧-2022-3-2.jpg": await aPagePicture(),
    });
    await archive.engine.ask("image-matching.attach", { folder });
    const way = await archive.engine.ask("undo.next", {});
    expect(way?.action).toBe("image-matching.attach");
    await archive.engine.ask("undo.apply", { sequence: way?.sequence ?? 0 });
    expect(await itemOf("通知3")).toMatchObject({ imageCount: 0, paperPageCount: 2, parts: paper.parts });
    const tray = await archive.engine.ask("scan.tray", {});
    expect(tray.total).toBe(before.total + 2);
    // The filed item of the test before: its images go and its digest is the one of its words again.
    const filed = await itemOf("没有影像的一件");
    const pageIds = filed.parts.flatMap((part) => part.pages.map(({ id }) => id));
    const items = [{ itemId: filed.id, pageIds, hadParts: true }];
    const wrong = [{ itemId: filed.id, pageIds: pageIds.toReversed(), hadParts: true }];
    await expect(archive.engine.ask("image-matching.detach", { items: wrong })).rejects.toMatchObject({
      code: "image-match-stale",
    });
    await archive.engine.ask("image-matching.detach", { items });
    expect(await itemOf("没有影像的一件")).toMatchObject({ archivalCode: filedCode, state: "filed", imageCount: 0 });
    const { differing, checkedCount } = await archive.engine.ask("filing-year.verify-hashes", {
      fondsId: archive.fondsId,
    });
    expect(differing).toEqual([]);
    expect(checkedCount).toBeGreaterThan(0);
    await expect(archive.engine.ask("image-matching.detach", { items })).rejects.toMatchObject({
      code: "image-match-stale",
    });
  });

  it("is not undone in a closed year", async () => {
    const item = await paperItem({
      paperPageCount: 1,
      title: "关闭前挂接",
      year: 2021,
      documentDate: archivalDate.parse("2021-03-05"),
    });
    await fileYear(archive, 2021);
    const { archivalCode } = await archive.engine.ask("item.read", { id: item.id });
    const folder = await folderWith({ [`${archivalCode.replaceAll("·", "-")}-0001.jpg`]: await aPagePicture() });
    await archive.engine.ask("image-matching.attach", { folder });
    const { parts } = await archive.engine.ask("item.read", { id: item.id });
    const pageIds = parts.flatMap((part) => part.pages.map(({ id }) => id));
    await closeYear(archive, 2021);
    await expect(
      archive.engine.ask("image-matching.detach", { items: [{ itemId: item.id, pageIds, hadParts: true }] }),
    ).rejects.toMatchObject({ code: "image-match-stale" });
    expect((await archive.engine.ask("item.read", { id: item.id })).imageCount).toBe(1);
  });

  it("refuses two files with one page number, and never touches a sealed packet", async () => {
    const { id, revision } = await itemOf("通知4");
    const sealing = {
      labelNumber: "封-1",
      count: 5,
      sealedOn: "2022-03-01",
      sealers: ["王敏", "李强"] as [string, string],
    };
    await archive.engine.ask("sealed-packet.seal", { itemId: id, revision, ...sealing });
    const folder = await folderWith({
      "旧-2022-4-0001.jpg": await aPagePicture(),
      "旧-2022-5/0001.jpg": await aPagePicture(),
      "旧-2022-5/0001.png": await aPagePicture(),
    });
    const report = await archive.engine.ask("image-matching.dry-run", { folder });
    expect(report.matches.map(({ outcome }) => outcome).sort()).toEqual(["number-twice", "sealed"]);
    expect((await archive.engine.ask("image-matching.attach", { folder })).itemCount).toBe(0);
  });

  it("refuses a folder that is none or holds nothing", async () => {
    const ask = (folder: string) => archive.engine.ask("image-matching.dry-run", { folder });
    await expect(ask(join(archive.around, "没有"))).rejects.toMatchObject({ code: "source-missing" });
    await expect(ask(await folderWith({}))).rejects.toMatchObject({ code: "image-match-empty" });
  });
});
