// A real page is taken in, read, and its proposals taken: title, number, body and date, each with its place on the page.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import sharp from "sharp";
import { frameText } from "#text/frame";
import { itemText } from "#text/item";
import { readingText } from "#text/reading";
import { scanText } from "#text/scan";
import { printPaper, type PrintedLine } from "#test/fixtures/printed-paper";
import { goTo, takePictures } from "./hand.ts";
import { type Desk, newHome, openDesk, projectFolder, removeHome } from "./launch.ts";
import { startArchive } from "./start-archive.ts";

test.describe.configure({ mode: "serial" });
const home = newHome();
let desk: Desk;
const paper = (name: string): string => join(projectFolder, "resources/sample-papers", name);
const button = (name: string | RegExp): ReturnType<Desk["page"]["getByRole"]> =>
  desk.page.getByRole("button", { name, exact: typeof name === "string" });
const offer = (field: string): ReturnType<Desk["page"]["locator"]> => desk.page.locator(`[data-offer="${field}"]`);
/** Reading takes its time on a busy machine. */
const patience = { timeout: 90_000 };

test.beforeAll(async () => {
  desk = await openDesk(home);
  await startArchive(desk);
  await desk.page.reload();
});
test.afterAll(async () => {
  await desk.close();
  removeHome(home);
});

test("a pile waits to be read, is stopped and goes on; what waits is marked", async () => {
  const { page } = desk;
  await desk.ask("reading.pause", {});
  await desk.ask("scan.accept", { paths: ["filing-notice-01.jpg", "filing-notice-02.jpg"].map(paper) });
  await goTo(desk, frameText.pages.scan);
  const line = page.getByRole("group", { name: readingText.line });
  await expect(line).toContainText(readingText.paused(2));
  await expect(page.locator(".tray .page-state")).toHaveText([readingText.badge.waiting, readingText.badge.waiting]);
  await takePictures(desk, "reading-paused");
  await line.getByRole("button", { name: readingText.resume }).click();
  await expect(line).toBeHidden(patience);
  await expect(page.locator(".tray .page-state")).toHaveCount(0);
});

test("proposals stand beside their fields, show their place, and are taken by hand and by key", async () => {
  const { page } = desk;
  const { pages } = await desk.ask("scan.tray", {});
  const { item } = await desk.ask("item.make", { pageIds: pages.map(({ id }) => id) });
  await goTo(desk, frameText.pages.item);
  await expect(offer("title")).toContainText("关于做好2024年度社区档案归档整理工作的通知");
  await expect(offer("documentNumber")).toContainText("和街发〔2024〕12号");
  await expect(offer("creator")).toContainText("和平街道办事处");
  await expect(offer("documentDate")).toContainText("2024-03-05");
  // Nothing is saved unseen.
  expect((await desk.ask("item.read", { id: item.id })).title).toBe("");
  await page.getByLabel(itemText.fields.title, { exact: true }).focus();
  // The title stands in two lines.
  await expect(page.locator(".region.is-focused")).toHaveCount(2);
  await expect(page.locator(".region.is-focused").first()).toBeInViewport();
  await takePictures(desk, "reading-proposals");
  // The date stands on the second page: pointing at it brings that page.
  await offer("documentDate").locator(".field-offer-words").click();
  await expect(page.getByAltText(/2 \/ 2|第 2/)).toBeVisible();
  await expect(page.locator(".region.is-focused")).toHaveCount(1);
  await expect(page.locator(".region.is-focused")).toBeInViewport();
  await takePictures(desk, "reading-place");

  await page.getByLabel(itemText.fields.title, { exact: true }).press("Control+Enter");
  for (const field of ["creator", "documentNumber", "documentDate"])
    await offer(field).getByRole("button", { name: readingText.take }).click();
  await expect(offer("title")).toHaveCount(0);
  await expect
    .poll(async () => desk.ask("item.read", { id: item.id }))
    .toMatchObject({
      title: "关于做好2024年度社区档案归档整理工作的通知",
      documentNumber: "和街发〔2024〕12号",
      creator: "和平街道办事处",
      documentDate: "2024-03-05",
    });
});

test("a line of the page goes into the field in hand; the text stands beside the page", async () => {
  const { page } = desk;
  await button(readingText.showPanel).click();
  const panel = page.getByRole("region", { name: readingText.panel });
  await expect(panel).toContainText("归档整理工作时间安排表");
  await takePictures(desk, "reading-text");
  const remark = page.getByLabel(itemText.fields.remark, { exact: true });
  await remark.focus();
  await page.locator('.region[aria-label*="归档整理工作时间安排表"]').first().click();
  await expect(remark).toHaveValue(/附件：归档整理工作时间安排表/);
  await expect(remark).toBeFocused();
});

test("a sheet nothing can be read on says so; a form about a person becomes 限制; a state secret leaves with a word", async () => {
  const { page } = desk;
  await desk.ask("reading.pause", {});
  const made = async (name: string, lines: readonly PrintedLine[]): Promise<string> => {
    const path = join(home, name);
    await writeFile(path, await printPaper(lines, { dpi: 130 }));
    return path;
  };
  // Grey clouds: not blank, and nothing that could be read.
  const noise = { type: "gaussian" as const, mean: 120, sigma: 60 };
  const clouds = join(home, "照片.jpg");
  await sharp({ create: { width: 1075, height: 1520, channels: 3, background: "#888888", noise } })
    .blur(14)
    .normalise()
    .jpeg()
    .toFile(clouds);
  const paths = [
    clouds,
    await made("表.jpg", [
      { text: "最低生活保障申请表", y: 30, size: 22, isBold: true },
      { text: "姓名：张大山", y: 60, left: 28 },
    ]),
    await made("来件.jpg", [
      { text: "机密★1年", y: 22, left: 28, isSans: true },
      { text: "关于安排值班的通知", y: 60, size: 22, isBold: true },
    ]),
  ];
  await desk.ask("scan.accept", { paths });
  await goTo(desk, frameText.pages.scan);
  await expect(page.locator(".tray .page-state")).toHaveCount(3);
  await desk.ask("reading.resume", {});
  await expect(page.getByText(/页首识别出密级标志，已全部清除/)).toBeVisible(patience);
  await expect(page.getByRole("group", { name: readingText.line })).toBeHidden(patience);
  await expect(page.locator(".tray .page-state")).toHaveText([readingText.badge.unreadable]);
  await takePictures(desk, "reading-secret");
  const { pages } = await desk.ask("scan.tray", {});
  expect(pages.map(({ sourceName }) => sourceName)).toEqual(["照片.jpg", "表.jpg"]);

  const { item, warnings } = await desk.ask("item.make", { pageIds: pages.map(({ id }) => id) });
  expect(item.access).toBe("restricted");
  expect(warnings.map(({ code }) => code)).toEqual(["personal-pages"]);
  await goTo(desk, frameText.pages.item);
  await page
    .getByRole("option", { name: new RegExp(itemText.untitled) })
    .first()
    .click();
  await button(readingText.showPanel).click();
  await expect(page.getByRole("region", { name: readingText.panel })).toContainText(readingText.unreadable);
  await takePictures(desk, "reading-unreadable");
  await page.locator(".part-page").nth(1).click();
  await expect(page.getByText(readingText.personalDefault("申请表"))).toBeVisible();
  await takePictures(desk, "reading-personal");
});

test("sheets that came in right behind a state secret are named in the tray and leave with one click", async () => {
  const { page } = desk;
  await desk.ask("reading.pause", {});
  const before = (await desk.ask("scan.tray", {})).total;
  const papers: PrintedLine[][] = [
    [
      { text: "机密★1年", y: 22, left: 28, isSans: true },
      { text: "关于安排值班的通知", y: 60, size: 22, isBold: true },
    ],
    [{ text: "二、请各单位认真落实并按时上报有关情况。", y: 40, left: 28 }],
    [{ text: "三、遇到重要情况及时报告，不得迟报漏报。", y: 40, left: 28 }],
  ];
  for (const [at, lines] of papers.entries())
    await desk.ask("capture.keep", {
      ...{ bytes: new Uint8Array(await printPaper(lines, { dpi: 150 })), corners: null, isSpread: false },
      ...{ securityMark: "" },
      capture: {
        ...{ source: "camera", device: "试验高拍仪", pileId: "e2e-secret-pile", profile: "" },
        capturedAt: `2024-03-05T08:00:0${at}.000Z`,
      },
    });
  await goTo(desk, frameText.pages.scan);
  await desk.ask("reading.resume", {});
  const drop = page.getByRole("button", { name: scanText.rest.drop(2) });
  await expect(drop).toBeVisible(patience);
  const places = scanText.rest.place(before + 1, before + 2);
  await expect(page.getByText(scanText.rest.asks(2, places))).toBeVisible();
  await takePictures(desk, "secret-rest");
  await drop.click();
  await expect(page.getByText(scanText.rest.dropped(2))).toBeVisible();
  await expect(drop).toBeHidden();
  expect((await desk.ask("scan.tray", {})).total).toBe(before);
});
