// Items leave as double-layer PDF and OFD through the window; the PDF a page came in is opened and its text marked.
import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { archivalDate } from "#contract/archival-date";
import type { PageId } from "#contract/scan";
import { doubleLayerText } from "#text/double-layer";
import { frameText } from "#text/frame";
import { itemText } from "#text/item";
import { itemCaseText } from "#text/item-case";
import { jbig2Pdf } from "#test/fixtures/exotic-pdf";
import { onePage, pdfStream, writePdf } from "#test/fixtures/pdf-writer";
import { writeOfd } from "#test/fixtures/digital-files";
import { jpegPage } from "#test/fixtures/scanned-page";
import { chooseNext, goTo, takePictures } from "./hand.ts";
import { type Desk, newHome, openDesk, removeHome } from "./launch.ts";
import { startArchive } from "./start-archive.ts";

test.describe.configure({ mode: "serial" });
const home = newHome();
let desk: Desk;

async function takeIn(name: string, bytes: Buffer): Promise<PageId[]> {
  const path = join(home, name);
  writeFileSync(path, bytes);
  const { outcomes } = await desk.ask("scan.accept", { paths: [path], securityMark: "" });
  return outcomes.flatMap(({ pageIds }) => pageIds);
}
const makeItem = async (title: string, pageIds: PageId[], access: "open" | "restricted" = "open") =>
  desk.ask("item.make", {
    pageIds,
    fields: {
      ...{ title, creator: "梧桐社区居民委员会", year: 2025, retention: "D30", access },
      documentDate: archivalDate.parse("2025-03-11"),
      neutralTitle: access === "restricted" ? "低保审批材料（户号0123）" : "",
    },
  });

test.beforeAll(async () => {
  desk = await openDesk(home);
  await startArchive(desk);
  await makeItem("关于做好社区消防安全隐患排查整治工作的通知", await takeIn("通知.jpg", await jpegPage({ seed: 3 })));
  await makeItem("张三低保申请", await takeIn("申请.jpg", await jpegPage({ seed: 4 })), "restricted");
  // Larger than one stretch, so that it is read in several.
  const large = writePdf({ objects: onePage({ more: [pdfStream(randomBytes(3 * 1024 * 1024))] }) });
  await makeItem("随 PDF 收入的来文", await takeIn("来文.pdf", large));
  await makeItem("旧扫描", await takeIn("旧扫描.pdf", await jbig2Pdf()));
  await desk.page.reload();
  await goTo(desk, frameText.pages.item);
});
test.afterAll(async () => {
  await desk.close();
  removeHome(home);
});

const openItem = async (title: string): Promise<void> => {
  await desk.page.getByRole("listbox", { name: itemText.list }).getByText(title).click();
  await expect(desk.page.getByRole("textbox", { name: itemText.fields.title, exact: true })).toHaveValue(title);
};
const act = async (name: string): Promise<void> => {
  await desk.page.getByRole("button", { name: itemCaseText.acts }).click();
  await desk.page.getByRole("menuitem", { name }).click();
};

test("marked items are written to a folder; what stays is said before and after", async () => {
  const { page } = desk;
  await page.getByRole("listbox", { name: itemText.list }).focus();
  await page.keyboard.press("Control+a");
  await page.getByRole("button", { name: doubleLayerText.mark, exact: true }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("限制件 1 件：页面和文字都不导出。")).toBeVisible();
  await expect(dialog.getByRole("button", { name: doubleLayerText.write })).toBeDisabled();
  const into = join(home, "导出");
  mkdirSync(into);
  await chooseNext(desk, [into]);
  await dialog.getByRole("button", { name: doubleLayerText.choose }).click();
  await expect(dialog.getByText(into)).toBeVisible();
  await takePictures(desk, "double-layer-ask");
  await dialog.getByRole("button", { name: doubleLayerText.write }).click();
  await expect(page.getByRole("dialog", { name: doubleLayerText.resultTitle })).toBeVisible({ timeout: 20_000 });
  await takePictures(desk, "double-layer-outcome");
  await expect(page.getByRole("dialog").locator(".batch-list li")).toHaveCount(4);
  await expect(page.getByRole("dialog").getByText("double-layer-restricted")).toBeVisible();
  await expect(page.getByRole("dialog").getByText("张三")).toHaveCount(0);
  expect(readdirSync(into).filter((name) => name.endsWith(".pdf"))).toHaveLength(3);
  expect(readdirSync(into)).toHaveLength(3);
  await page.getByRole("dialog").getByRole("button", { name: doubleLayerText.close }).first().click();
});

test("one item leaves as OFD; a restricted one is refused with its reason", async () => {
  const { page } = desk;
  await openItem("旧扫描");
  await act(doubleLayerText.action);
  const into = join(home, "导出 OFD");
  mkdirSync(into);
  await chooseNext(desk, [into]);
  await page.getByRole("dialog").getByText(doubleLayerText.formats.ofd).click();
  await page.getByRole("dialog").getByRole("button", { name: doubleLayerText.choose }).click();
  await page.getByRole("dialog").getByRole("button", { name: doubleLayerText.write }).click();
  await expect(page.getByRole("dialog", { name: doubleLayerText.resultTitle })).toBeVisible({ timeout: 20_000 });
  expect(readdirSync(into)).toEqual([expect.stringMatching(/\.ofd$/)]);
  await page.keyboard.press("Escape");
  await openItem("张三低保申请");
  await act(doubleLayerText.action);
  await expect(page.getByRole("dialog").getByText(doubleLayerText.nothing)).toBeVisible();
  await takePictures(desk, "double-layer-nothing");
  await page.keyboard.press("Escape");
});

test("a received PDF opens over the desk, in stretches, its text can be marked", async () => {
  const { page } = desk;
  await openItem("随 PDF 收入的来文");
  await act(doubleLayerText.source);
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("来文.pdf", { exact: false }).first()).toBeVisible();
  const words = dialog.locator(".pdf-text").getByText("page one");
  await expect(words).toBeAttached();
  await words.click({ clickCount: 3 });
  expect(await page.evaluate(() => getSelection()?.toString())).toContain("page one");
  await takePictures(desk, "source-text");
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
});

test("a scan packed as JBIG2 is seen, not a white page", async () => {
  const { page } = desk;
  await openItem("旧扫描");
  await act(doubleLayerText.source);
  const image = page.getByRole("dialog").locator(".pdf-sheet img").first();
  await expect(image).toBeVisible();
  await expect.poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBeGreaterThan(100);
  await takePictures(desk, "source-jbig2");
  const dark = await image.evaluate(async (element: HTMLImageElement) => {
    const bitmap = await createImageBitmap(await (await fetch(element.src)).blob(), { resizeWidth: 100 });
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const room = canvas.getContext("2d")!;
    room.drawImage(bitmap, 0, 0);
    const { data } = room.getImageData(0, 0, bitmap.width, bitmap.height);
    let count = 0;
    for (let at = 0; at < data.length; at += 4) if (data[at]! < 96) count += 1;
    return count / (data.length / 4);
  });
  expect(dark).toBeGreaterThan(0.1);
  expect(dark).toBeLessThan(0.6);
  await page.keyboard.press("Escape");
});

test("a foreign OFD is kept and told, its pages said not to be shown", async () => {
  const path = join(home, "来件.ofd");
  writeFileSync(path, writeOfd());
  const { outcomes } = await desk.ask("scan.accept", { paths: [path], securityMark: "" });
  const digitalFileId = outcomes[0]?.digitalFileId;
  if (!digitalFileId) throw new Error("the OFD was not taken in");
  await desk.ask("item.make", { pageIds: [], fileIds: [digitalFileId], fields: { title: "OFD 来件" } });
  await openItem("OFD 来件");
  await expect(desk.page.getByText(doubleLayerText.ofdNote)).toBeVisible();
  await takePictures(desk, "foreign-ofd");
});
