// 件 by its cases in the window: reply with letter, split and back, 不归档, 互见, a packet sealed and opened; then 案卷.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { archivalDate } from "#contract/archival-date";
import type { ItemFields, ItemId } from "#contract/item";
import { jpegPage } from "#test/fixtures/scanned-page";
import { frameText } from "#text/frame";
import { itemText } from "#text/item";
import { itemCaseText } from "#text/item-case";
import { volumeText } from "#text/volume";
import { goTo, takePictures } from "./hand.ts";
import { type Desk, newHome, openDesk, removeHome } from "./launch.ts";
import { startUnreadArchive } from "./start-archive.ts";

test.describe.configure({ mode: "serial" });
const home = newHome();
let desk: Desk;
let seed = 0;
test.beforeAll(async () => {
  desk = await openDesk(home);
  await startUnreadArchive(desk);
});
test.afterAll(async () => {
  await desk.close();
  removeHome(home);
});

const button = (name: string | RegExp) => desk.page.getByRole("button", { name, exact: typeof name === "string" });
const dialog = () => desk.page.getByRole("dialog");
const act = async (name: string): Promise<void> => {
  await button(itemCaseText.acts).click();
  await desk.page.getByRole("menuitem", { name }).click();
};
async function scans(count: number): Promise<string[]> {
  const folder = join(home, "扫描");
  mkdirSync(folder, { recursive: true });
  const paths = [];
  for (let at = 0; at < count; at++) {
    seed += 1;
    const path = join(folder, `${seed}.jpg`);
    writeFileSync(path, await jpegPage({ seed }));
    paths.push(path);
  }
  return paths;
}
async function make(fields: Partial<ItemFields>, pages: number): Promise<ItemId> {
  const taken = pages === 0 ? [] : (await desk.ask("scan.accept", { paths: await scans(pages) })).outcomes;
  const given = { category: "WS", matterId: null, year: 2024, retention: "D30" as const, ...fields };
  const { item } = await desk.ask("item.make", { pageIds: taken.flatMap((each) => each.pageIds), fields: given });
  return item.id;
}
const openItem = async (title: string): Promise<void> => {
  await goTo(desk, frameText.pages.item);
  await desk.page.getByRole("listbox", { name: itemText.list }).getByText(title).first().click();
  await expect(desk.page.getByRole("textbox", { name: itemText.fields.title, exact: true })).toHaveValue(title);
};

test("a letter and its reply become one item, named by the reply, and come apart again", async () => {
  await make(
    {
      title: "关于修缮梧桐里小区北侧围墙的请示",
      creator: "梧桐社区居民委员会",
      documentNumber: "梧社请〔2024〕7号",
      documentDate: archivalDate.parse("2024-04-01"),
    },
    1,
  );
  await make(
    {
      title: "关于修缮梧桐里小区北侧围墙的批复",
      creator: "梧桐街道办事处",
      documentNumber: "梧街复〔2024〕2号",
      documentDate: archivalDate.parse("2024-04-20"),
    },
    2,
  );
  await make(
    { title: "居民代表会议纪要", creator: "梧桐社区居民委员会", documentDate: archivalDate.parse("2024-05-06") },
    2,
  );
  await desk.page.reload();
  await openItem("关于修缮梧桐里小区北侧围墙的批复");
  await act(itemCaseText.merge);
  await dialog()
    .getByRole("checkbox", { name: /北侧围墙的请示/ })
    .check();
  await expect(dialog().getByRole("textbox", { name: itemCaseText.mergeRemark })).toHaveValue(
    "来文：梧桐社区居民委员会梧社请〔2024〕7号《关于修缮梧桐里小区北侧围墙的请示》",
  );
  await takePictures(desk, "item-merge");
  await button(itemCaseText.mergeVerb(2)).click();
  await expect(desk.page.getByText(itemText.count(2), { exact: true })).toBeVisible();
  await takePictures(desk, "item-merged");
  await button(new RegExp(frameText.undo)).click();
  await expect(desk.page.getByText(itemText.count(3), { exact: true })).toBeVisible();
});

test("one item is cut into two at a page, its parts are ordered by case, and one is judged 不归档", async () => {
  await openItem("居民代表会议纪要");
  await act(itemCaseText.split);
  await dialog().getByRole("checkbox", { name: itemCaseText.splitHere }).check();
  await dialog()
    .getByRole("textbox", { name: itemCaseText.splitPiece(2) })
    .fill("居民代表会议签到表");
  await takePictures(desk, "item-split");
  await button(itemCaseText.splitVerb(2)).click();
  await expect(desk.page.getByText(itemText.count(4), { exact: true })).toBeVisible();

  await openItem("关于修缮梧桐里小区北侧围墙的批复");
  await act(itemCaseText.parts);
  await dialog().getByRole("combobox", { name: itemCaseText.partsCase }).click();
  await desk.page.locator(".ant-select-item-option", { hasText: "正本与定稿" }).click();
  await takePictures(desk, "item-parts");
  await button(itemCaseText.partsVerb).click();
  await expect(desk.page.getByText(itemCaseText.partsDone)).toBeVisible();

  await openItem("居民代表会议签到表");
  await act(itemCaseText.exclude);
  await dialog().getByRole("combobox").fill("已附在纪要之后");
  await desk.page.keyboard.press("Escape");
  await button(itemCaseText.excludeVerb).click();
  await expect(desk.page.getByText(itemCaseText.excludedFor("已附在纪要之后"))).toBeVisible();
});

test("two items refer to each other, and a packet is sealed, opened and sealed anew", async () => {
  await openItem("居民代表会议纪要");
  await act(itemCaseText.refer);
  await dialog().getByRole("searchbox").fill("围墙");
  await desk.page.keyboard.press("Enter");
  await dialog().getByRole("radio", { name: /批复/ }).check();
  await dialog().getByRole("textbox", { name: itemCaseText.referNote }).fill("会议议题");
  await button(itemCaseText.referVerb).click();
  await expect(desk.page.getByText("会议议题")).toBeVisible();

  await make({ title: "居委会换届选票", creator: "梧桐社区居民委员会", paperPageCount: 312 }, 0);
  await openItem("居委会换届选票");
  await act(itemCaseText.seal);
  const fill = (name: string, value: string) => dialog().getByRole("textbox", { name, exact: true }).fill(value);
  await fill(itemCaseText.label, "封2024-01");
  await fill(itemCaseText.sealedOn, "2024.11.20");
  await fill(itemCaseText.firstSealer, "王敏");
  await fill(itemCaseText.secondSealer, "李强");
  await takePictures(desk, "item-seal");
  await dialog().getByRole("button", { name: itemCaseText.sealVerb, exact: true }).click();
  await button(itemCaseText.open).click();
  await fill(itemCaseText.openedOn, "2024.12.1");
  await fill(itemCaseText.firstOpener, "王敏");
  await fill(itemCaseText.secondOpener, "赵兰");
  await fill(itemCaseText.reason, "上级复核选举结果");
  await button(itemCaseText.openVerb).click();
  await expect(desk.page.getByText(itemCaseText.isOpen)).toBeVisible();
  await button(itemCaseText.reseal).click();
  await fill(itemCaseText.label, "封2024-02");
  await fill(itemCaseText.sealedOn, "2024.12.1");
  await fill(itemCaseText.firstSealer, "王敏");
  await fill(itemCaseText.secondSealer, "赵兰");
  await dialog().getByRole("button", { name: itemCaseText.sealVerb, exact: true }).click();
  await expect(desk.page.getByText("封2024-02", { exact: false }).first()).toBeVisible();
  await takePictures(desk, "item-packet");
});

test("a volume is made, filled, ordered, described, filed and taken back", async () => {
  const { page } = desk;
  for (const title of ["围墙修缮工程施工合同", "围墙修缮工程竣工图", "围墙修缮工程验收报告"])
    await make(
      {
        title,
        category: "KJ",
        creator: "某建筑公司",
        documentDate: archivalDate.parse("2024-06-01"),
        paperPageCount: 6,
      },
      title.endsWith("合同") ? 1 : 0,
    );
  await page.reload();
  await goTo(desk, frameText.pages.volume);
  await takePictures(desk, "volume-empty");
  await button(volumeText.make).last().click();
  const field = (name: string) => page.getByRole("textbox", { name, exact: true });
  await field(volumeText.fields.title).fill("梧桐里小区北侧围墙修缮工程");
  await button(volumeText.add).click();
  for (const box of await dialog().getByRole("checkbox").all()) await box.check();
  await takePictures(desk, "volume-add");
  await button(volumeText.addVerb(3)).click();
  // A draft of another 门类 comes along and takes the volume's.
  await button(volumeText.add).click();
  await dialog().getByText(volumeText.addFrom.other).click();
  await dialog().getByRole("checkbox", { name: /批复/ }).check();
  await takePictures(desk, "volume-add-other");
  await button(volumeText.addVerb(1)).click();
  await expect(page.getByText(volumeText.added(1))).toBeVisible();
  const [volume] = (await desk.ask("volume.list", {})).rows;
  const [minutes] = (await desk.ask("item.list", { filter: { words: "会议纪要" } })).rows;
  await desk.ask("cross-reference.add", {
    of: { itemId: minutes!.id },
    to: { volumeId: volume!.id },
    note: "议定修缮",
  });
  await expect(page.getByRole("region", { name: volumeText.references })).toContainText("会议纪要");
  await page.getByRole("listbox", { name: volumeText.items }).focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("Alt+ArrowDown");
  await expect(page.getByText(volumeText.ordered)).toBeVisible();
  await field(volumeText.fields.beginDate).fill("2024.5");
  await field(volumeText.fields.endDate).fill("2024.12");
  await page.getByRole("spinbutton", { name: volumeText.fields.year }).fill("2024");
  await page.getByRole("radiogroup", { name: volumeText.fields.retention }).getByText("永久").click();
  await page.getByRole("combobox", { name: volumeText.fields.matterId }).click();
  await page.locator(".ant-select-item-option").first().click();
  await takePictures(desk, "volume-form");
  await page.getByText(volumeText.pages, { exact: true }).click();
  await takePictures(desk, "volume-pages");
  await page.getByText(volumeText.form, { exact: true }).first().click();
  await button(volumeText.file).click();
  await expect(dialog().getByText(volumeText.fileLine(1, 4))).toBeVisible();
  await takePictures(desk, "volume-plan");
  await button(volumeText.fileVerb(1)).click();
  await expect(page.getByText(volumeText.filed(1, 4))).toBeVisible();
  await takePictures(desk, "volume-filed");
  await button(volumeText.unfile).click();
  await field(volumeText.unfileReason).fill("漏装一份变更单");
  await takePictures(desk, "volume-unfile");
  await button(volumeText.unfileVerb(0)).click();
  await expect(page.getByText(volumeText.unfiled)).toBeVisible();
});
