// Papers put into boxes, boxes onto shelves, and the registers of the archive room, in the window.
import { expect, test } from "@playwright/test";
import { archivalDate } from "#contract/archival-date";
import { boxText } from "#text/box";
import { custodyText } from "#text/custody";
import { frameText } from "#text/frame";
import { searchText } from "#text/search";
import { goTo, takePictures } from "./hand.ts";
import { type Desk, newHome, openDesk, removeHome } from "./launch.ts";
import { startArchive } from "./start-archive.ts";

test.describe.configure({ mode: "serial" });

const home = newHome();
let desk: Desk;
const button = (name: string | RegExp): ReturnType<Desk["page"]["getByRole"]> =>
  desk.page.getByRole("button", { name, exact: typeof name === "string" });
const spines = (): ReturnType<Desk["page"]["getByRole"]> =>
  desk.page.getByRole("listbox", { name: boxText.spines }).getByRole("option");
const entries = (): ReturnType<Desk["page"]["getByRole"]> =>
  desk.page.getByRole("listbox", { name: boxText.labels.entries });

test.beforeAll(async () => {
  desk = await openDesk(home);
});
test.afterAll(async () => {
  await desk.close();
  removeHome(home);
});

async function fileSomePapers(): Promise<void> {
  await startArchive(desk);
  await desk.page.reload();
  const [fonds] = await desk.ask("fonds.list", {});
  const matters = (await desk.ask("matter.list", {})).filter((matter) => matter.category === "WS" && !matter.isParty);
  const kinds = ["会议纪要", "工作总结", "通知", "请示", "居民公约修订说明", "物业服务满意度调查统计表"];
  for (let at = 0; at < 40; at++) {
    const matter = matters[at % 2];
    await desk.ask("item.make", {
      pageIds: [],
      fields: {
        fondsId: fonds!.id,
        category: "WS",
        title: `关于梧桐里社区老旧小区改造意愿征集和楼道环境整治的${kinds[at % kinds.length]}（${at + 1}）`,
        creator: "梧桐社区居民委员会",
        documentDate: archivalDate.parse(`2024-${String(1 + (at % 12)).padStart(2, "0")}-1${at % 9}`),
        year: 2024,
        retention: at % 5 === 4 ? "D10" : "Y",
        matterId: matter?.id ?? null,
        paperPageCount: 4 + ((at * 37) % 60),
        ...(at % 11 === 3 && { thicknessMm: 18 }),
      },
    });
  }
  const scope = { fondsId: fonds!.id, category: "WS", year: 2024 };
  const { planDigest } = await desk.ask("filing.preview", scope);
  await desk.ask("filing.commit", { ...scope, planDigest });
}

test("before anything is filed the page says what comes first", async () => {
  await startArchive(desk, "空的");
  await desk.page.reload();
  await goTo(desk, frameText.pages.box);
  await expect(desk.page.getByText(boxText.emptyTitle)).toBeVisible();
  await takePictures(desk, "box-empty");
  await goTo(desk, frameText.pages.custody);
  await expect(desk.page.getByText(custodyText.shelf.emptyTitle)).toBeVisible();
  await takePictures(desk, "shelf-empty");
  await desk.ask("archive.lock", {});
});

test("a year is previewed, put into boxes, and one item moved by keyboard and back", async () => {
  await fileSomePapers();
  await goTo(desk, frameText.pages.box);
  await button(boxText.plan).click();
  await expect(desk.page.locator(".spine.is-fresh").first()).toBeVisible();
  await takePictures(desk, "box-plan");
  await button(/^装盒 40 件$/).click();
  await expect(desk.page.getByText(boxText.allBoxed)).toBeVisible();
  const count = await spines().count();
  expect(count).toBeGreaterThan(3);
  await spines().first().click();
  await expect(entries().getByRole("option").first()).toBeVisible();
  await takePictures(desk, "box-boxed");
  const last = entries().getByRole("option").last();
  await last.click();
  await entries().press("Alt+ArrowRight");
  await expect(desk.page.getByText(/^已把 1 件移到盒 2/)).toBeVisible();
  await desk.page.getByRole("button", { name: new RegExp(frameText.undo) }).click();
  await expect(desk.page.getByText(frameText.undone("移盒"))).toBeVisible();
  await entries().getByRole("option").first().click();
  await button(boxText.takeOut).click();
  await button(boxText.showLoose(1)).click();
  await expect(desk.page.getByRole("region", { name: boxText.looseTitle })).toBeVisible();
  await takePictures(desk, "box-loose");
  await button(boxText.intoBox(1)).click();
  await expect(desk.page.getByText(boxText.allBoxed)).toBeVisible();
  await button(boxText.sign).click();
  await desk.page.getByRole("dialog").getByRole("button", { name: boxText.sign }).click();
  await expect(desk.page.getByText(boxText.signed(count))).toBeVisible();
  await button(boxText.rules).click();
  await takePictures(desk, "box-rules");
  await desk.page.keyboard.press("Escape");
});

test("cabinets are set up, boxes put on them, and found by what is typed", async () => {
  await goTo(desk, frameText.pages.custody);
  await desk.page.getByLabel(custodyText.shelf.count).fill("3");
  await button(custodyText.shelf.define).click();
  await expect(desk.page.getByRole("region", { name: custodyText.shelf.cabinet(3) })).toBeVisible();
  await desk.page.getByLabel(new RegExp(custodyText.shelf.chooseAll)).check();
  await desk.page
    .getByRole("region", { name: custodyText.shelf.cabinet(2) })
    .getByRole("button", { name: custodyText.shelf.place(2, 4, custodyText.shelf.emptySlot) })
    .click();
  await expect(desk.page.getByText(custodyText.shelf.allShelved)).toBeVisible();
  await desk.page.getByLabel(custodyText.shelf.find).fill("2-2-4");
  await expect(desk.page.getByText(/第 2 柜第 2 层第 4 位：/)).toBeVisible();
  await takePictures(desk, "shelf-map");
  await desk.page.keyboard.press("Control+k");
  await desk.page.getByRole("combobox").last().fill("柜2层2");
  await expect(desk.page.getByText("第 2 柜第 2 层第 4 位 盒 1").first()).toBeVisible();
  await takePictures(desk, "shelf-search");
  await desk.page.keyboard.press("Escape");

  // A box that is found is opened as that box, not as the room it stands in.
  const found = await desk.ask("search.find-boxes", { words: "柜2" });
  const last = found.at(-1)!;
  expect(found.length).toBeGreaterThan(1);
  await desk.page.keyboard.press("Control+Shift+F");
  await desk.page.getByRole("combobox", { name: searchText.page.words }).fill("柜2");
  await expect(desk.page.getByText(searchText.page.boxes(found.length))).toBeVisible();
  const line = desk.page.locator(`[id="hit-box-${last.boxId}"]`);
  await line.click();
  await expect(desk.page.getByRole("button", { name: searchText.page.openBox })).toBeVisible();
  await takePictures(desk, "search-box");
  await line.dblclick();
  const { box } = await desk.ask("box.read", { id: last.boxId });
  const { boxes } = await desk.ask("box.list", { fondsId: box.fondsId, category: box.category, year: box.year });
  await expect(spines()).toHaveCount(boxes.length);
  await expect(spines().nth(boxes.findIndex(({ id }) => id === last.boxId))).toHaveAttribute("aria-selected", "true");
  await takePictures(desk, "box-opened");
  await goTo(desk, frameText.pages.custody);
});

test("the registers take a reading, a round, a stock-take, a damage and a batch", async () => {
  const { page } = desk;
  const tab = (name: string): Promise<void> => page.getByRole("tab", { name }).click();
  await tab(custodyText.tabs.climate);
  await page.getByLabel(custodyText.climate.temperature, { exact: true }).fill("27.5");
  await page.getByLabel(custodyText.climate.humidity, { exact: true }).fill("66");
  await takePictures(desk, "climate");
  await button(custodyText.save).click();
  await expect(page.getByText(custodyText.climate.out, { exact: true })).toBeVisible();

  await tab(custodyText.tabs.safety);
  await page.getByRole("radiogroup", { name: "防潮" }).getByText(custodyText.safety.problem).click();
  await page.getByLabel(`防潮 ${custodyText.safety.what}`).fill("西墙渗水");
  await takePictures(desk, "safety");
  await button(custodyText.save).click();
  await expect(page.getByText(custodyText.safety.problems(1, 1))).toBeVisible();

  await tab(custodyText.tabs.stock);
  await button(custodyText.stock.begin).click();
  const list = page.getByRole("listbox", { name: custodyText.stock.lines });
  await list.getByRole("option").first().click();
  await list.press("1");
  await expect(list.getByText(custodyText.stock.found)).toHaveCount(1);
  await list.press("2");
  await expect(list.getByText(custodyText.stock.missing)).toHaveCount(1);
  await takePictures(desk, "stock");

  await tab(custodyText.tabs.damage);
  await page.getByRole("combobox", { name: custodyText.damage.item, exact: true }).fill("会议纪要");
  await page.locator(".ant-select-item-option").first().click();
  await page.getByLabel(custodyText.damage.kind, { exact: true }).fill("虫蛀");
  await page.getByLabel(custodyText.damage.extent, { exact: true }).fill("第 3、4 页");
  await button(custodyText.save).click();
  await expect(page.getByRole("cell", { name: "虫蛀，第 3、4 页" })).toBeVisible();
  await takePictures(desk, "damage");

  await tab(custodyText.tabs.readability);
  await takePictures(desk, "readability");

  await tab(custodyText.tabs.batch);
  await page.getByRole("combobox", { name: custodyText.batch.items }).click();
  await page.locator(".ant-select-item-option").first().click();
  await page.getByLabel(custodyText.batch.operator, { exact: true }).fill("某某数字化公司");
  await button(custodyText.batch.handOut).click();
  await expect(page.getByText(custodyText.batch.progress(0, 16))).toBeVisible();
  await page.getByRole("spinbutton").first().fill("9");
  await page.keyboard.press("Enter");
  await expect(page.getByText(custodyText.batch.differs).first()).toBeVisible();
  await takePictures(desk, "batch");
  await button(custodyText.batch.close).click();
  await page.getByLabel(custodyText.batch.returnedBy, { exact: true }).fill("赵工");
  await page.getByRole("dialog").getByRole("button", { name: custodyText.batch.close }).click();
  await expect(page.getByText(/件没有清点页数、核对或写明装订方式/)).toBeVisible();
  await takePictures(desk, "batch-refused");
});
