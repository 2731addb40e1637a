// 检索 in the window: one box, items and pages, the words marked on the page, the item opened at it, what is not reached said.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import sharp from "sharp";
import { archivalDate } from "#contract/archival-date";
import { frameText } from "#text/frame";
import { searchText } from "#text/search";
import { takePictures } from "./hand.ts";
import { newHome, openDesk, removeHome } from "./launch.ts";
import { startArchive } from "./start-archive.ts";

const words = searchText.page;

/** A page of print: a red head, and lines of black. */
async function drawPage(head: string, lines: readonly string[]): Promise<Buffer> {
  const black = lines.map((line, at) => `<text x="140" y="${420 + at * 80}" font-size="40">${line}</text>`).join("");
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1240" height="1754" font-family="Noto Sans CJK SC, Noto Sans SC, sans-serif">
    <rect width="1240" height="1754" fill="#fff"/><text x="620" y="230" font-size="64" fill="#c00" text-anchor="middle">${head}</text>
    <rect x="120" y="290" width="1000" height="4" fill="#c00"/>${black}</svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 90 }).withMetadata({ density: 150 }).toBuffer();
}

test("a word on a page is found, seen on the page, and leads to its item", async () => {
  const desk = await openDesk(newHome());
  await startArchive(desk);
  const [fonds] = await desk.ask("fonds.list", {});
  const [matter] = (await desk.ask("matter.list", {})).filter((each) => each.category === "WS");
  const folder = join(desk.home, "扫描");
  mkdirSync(folder);
  const pages = [
    await drawPage("梧桐社区居民委员会文件", [
      "关于加装电梯协商议事会的纪要",
      "参加协商的居民代表共二十三名",
      "会议同意三号楼加装电梯方案",
    ]),
    await drawPage("梧桐社区居民委员会文件", ["电梯管理与维护分工如下", "物业公司负责日常保养"]),
  ];
  const paths = pages.map((bytes, at) => {
    const path = join(folder, `扫描${at + 1}.jpg`);
    writeFileSync(path, bytes);
    return path;
  });
  const { outcomes } = await desk.ask("scan.accept", { paths });
  const make = (title: string, pageIds: (typeof outcomes)[number]["pageIds"], year: number) =>
    desk.ask("item.make", {
      pageIds: [...pageIds],
      fields: {
        ...{ fondsId: fonds!.id, title, creator: "梧桐社区居民委员会", documentNumber: `梧居〔${year}〕7号`, year },
        ...{ documentDate: archivalDate.parse(`${year}-06-08`), matterId: matter!.id, retention: "Y" },
        ...(pageIds.length === 0 && { paperPageCount: 2 }),
      },
    });
  const { item } = await make(
    "三号楼协商议事会纪要",
    outcomes.flatMap((each) => each.pageIds),
    2025,
  );
  for (const [title, year] of [
    ["老旧小区加装电梯申请登记表", 2024],
    ["电梯维护经费的请示", 2023],
    ["居民代表会议通知", 2025],
  ] as const)
    await make(title, [], year);
  const { page } = desk;
  await page.reload();
  await expect(page.getByRole("navigation", { name: frameText.navigation })).toBeVisible();
  await page.keyboard.press("Control+Shift+F");
  await expect(page.getByText(words.emptyTitle)).toBeVisible();
  await expect.poll(async () => (await desk.ask("search.state", {})).waitingPages, { timeout: 60_000 }).toBe(0);
  // Said no longer once it is no longer so, though nobody wrote anything.
  await expect(page.locator(".search-head").getByRole("status")).toHaveText(searchText.hint);
  await takePictures(desk, "search-empty");

  await page.keyboard.press("Control+k");
  const box = page.getByRole("dialog").getByRole("combobox");
  await box.fill("wtjmdb");
  await expect(page.getByText(searchText.none)).toBeVisible();
  await box.fill("jmdbhy");
  await expect(page.getByText(searchText.total(1, false), { exact: true })).toBeVisible();
  await box.fill("电梯");
  await expect(page.getByText(searchText.total(2, false), { exact: true })).toBeVisible();
  await takePictures(desk, "search-palette");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("combobox", { name: words.words })).toHaveValue("电梯");
  await expect(page.getByText(words.items("2"), { exact: true })).toBeVisible();
  await expect(page.getByText(words.pages("2"), { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: /^2025 *2$/ })).toBeVisible();
  // An item has no page to show beside it, but opens from there; where the columns begin does not hang on what is said above.
  await expect(page.locator(".viewer-none").getByRole("button", { name: words.openItem })).toBeVisible();
  await expect(page.locator(".viewer-none")).toContainText(words.noPlace);
  const columnsAt = async (): Promise<number | undefined> => (await page.locator(".search-columns").boundingBox())?.y;
  const firstAt = await columnsAt();

  await page.getByRole("button", { name: searchText.rebuild.open }).click();
  await expect(page.getByRole("dialog").getByText(searchText.rebuild.does)).toBeVisible();
  await takePictures(desk, "search-rebuild");
  await page.getByRole("dialog").getByRole("button", { name: searchText.rebuild.verb }).click();
  await expect(page.getByText(searchText.rebuild.done(4, 2))).toBeVisible();
  await expect(page.getByText(words.pages("2"), { exact: true })).toBeVisible();

  // Down to the first page: past two items.
  await page.getByRole("combobox", { name: words.words }).focus();
  for (let step = 0; step < 3; step++) await page.keyboard.press("ArrowDown");
  await expect(page.locator("polygon.region-hit")).toHaveCount(2);
  await takePictures(desk, "search-page");
  await page.getByRole("button", { name: /^2024 *1$/ }).click();
  await expect(page.getByText(words.items("1"), { exact: true })).toBeVisible();
  await expect(page.getByText(words.pages("2"), { exact: true })).toHaveCount(0);
  await page.getByRole("button", { name: words.clear }).click();
  await page.getByRole("combobox", { name: words.words }).fill("加装电梯方案");
  await expect(page.getByText(words.pages("1"), { exact: true })).toBeVisible();
  await expect(page.locator("polygon.region-hit")).toHaveCount(1);
  await page.getByRole("combobox", { name: words.words }).press("Enter");
  await expect(page.locator(".item-pages polygon.region-hit")).toHaveCount(1);
  await expect(page.locator(".item-form-room")).toContainText("梧居");
  await takePictures(desk, "search-opened");

  const { revision } = await desk.ask("item.read", { id: item.id });
  await desk.ask("item.describe", {
    id: item.id,
    revision,
    fields: { access: "restricted", neutralTitle: "协商材料" },
  });
  await page.keyboard.press("Control+Shift+F");
  await page.getByRole("combobox", { name: words.words }).fill("物业公司");
  await expect(page.getByText(words.noneTitle)).toBeVisible();
  await expect(page.getByText(searchText.restricted(2))).toBeVisible();
  await expect(page.getByText(words.noneNext(false))).toBeVisible();
  await expect(page.locator(".viewer-none")).toHaveText("");
  expect(await columnsAt()).toBe(firstAt);
  await takePictures(desk, "search-none");

  // Large text on the small screen: nothing runs over the side, the words stay in reach.
  await desk.remember({ textScale: 1.5 });
  await page.reload();
  await expect(page.getByRole("navigation", { name: frameText.navigation })).toBeVisible();
  await page.keyboard.press("Control+Shift+F");
  await page.getByRole("combobox", { name: words.words }).fill("电梯");
  await expect(page.getByText(words.items("2"), { exact: true })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await takePictures(desk, "search-large");
  await desk.remember({ textScale: 1 });
  const { home } = desk;
  await desk.close();
  removeHome(home);
});
