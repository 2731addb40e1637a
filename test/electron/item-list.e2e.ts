// The list of items: the tree beside it, many items marked and changed with a preview, a filter kept under a name.
import { expect, test } from "@playwright/test";
import { archivalDate } from "#contract/archival-date";
import { frameText } from "#text/frame";
import { itemText } from "#text/item";
import { goTo, takePictures } from "./hand.ts";
import { newHome, openDesk, removeHome } from "./launch.ts";
import { startArchive } from "./start-archive.ts";

test("items are found by class, changed together after a preview, and brought back", async () => {
  const desk = await openDesk(newHome());
  await startArchive(desk);
  const [fonds] = await desk.ask("fonds.list", {});
  const matters = await desk.ask("matter.list", {});
  const matterOf = (code: string) => matters.find((each) => each.category === "WS" && each.code === code)?.id ?? null;
  for (let at = 0; at < 60; at++)
    await desk.ask("item.make", {
      pageIds: [],
      fields: {
        title: `关于做好第${at + 1}网格秋冬季消防安全和用电用气隐患排查整治工作的通知`,
        creator: at % 2 === 0 ? "梧桐街道办事处" : "梧桐社区居民委员会",
        documentDate: archivalDate.parse(`2025-0${1 + (at % 9)}-11`),
        ...{ year: 2025, retention: at < 40 ? "D30" : null, matterId: matterOf(at % 3 === 0 ? "ZZ" : "DQ") },
        ...{ paperPageCount: 2, fondsId: fonds!.id },
      },
    });
  const { page } = desk;
  await page.reload();
  await goTo(desk, frameText.pages.item);
  const list = page.getByRole("listbox", { name: itemText.list });
  await expect(page.getByText(itemText.count(60), { exact: true })).toBeVisible();
  const tree = page.locator(".class-tree");
  await tree.locator(".ant-tree-switcher_close").first().click();
  await tree.getByText("保管期限未定").first().click();
  await expect(page.getByText(itemText.count(20), { exact: true })).toBeVisible();
  await takePictures(desk, "item-tree");

  await list.focus();
  await page.keyboard.press("Control+a");
  await expect(page.getByText(itemText.marked(20))).toBeVisible();
  await page.getByRole("button", { name: itemText.bulk }).click();
  await page.getByRole("dialog").getByRole("checkbox", { name: itemText.fields.retention }).check();
  await page.getByRole("dialog").getByRole("checkbox", { name: itemText.fields.affair }).check();
  await page.getByRole("dialog").getByRole("textbox", { name: itemText.fields.affair }).fill("消防安全");
  await expect(page.getByText(itemText.bulkLine(20, 0, 0))).toBeVisible();
  await takePictures(desk, "item-bulk");
  await page.getByRole("button", { name: itemText.bulkVerb(20) }).click();
  await expect(page.getByText(itemText.bulkDone(20))).toBeVisible();
  await expect(page.getByText(itemText.emptyFilterTitle)).toBeVisible();
  await page.getByRole("button", { name: new RegExp(frameText.undo) }).click();
  await expect(page.getByText(itemText.count(20), { exact: true })).toBeVisible();

  await page.getByRole("button", { name: itemText.views }).click();
  await page.getByText(itemText.viewKeep).click();
  await page.getByRole("textbox", { name: itemText.viewName }).fill("期限未定");
  await page.keyboard.press("Enter");
  await expect(page.getByText(itemText.viewKept("期限未定"))).toBeVisible();
  await page.getByRole("radiogroup", { name: itemText.stateFilter }).getByText(itemText.states.filed).click();
  await expect(page.getByText(itemText.emptyFilterTitle)).toBeVisible();
  await page.getByRole("button", { name: itemText.views }).click();
  await page.getByRole("menuitem", { name: "期限未定" }).first().click();
  await expect(page.getByText(itemText.count(20), { exact: true })).toBeVisible();
  await desk.close();
  removeHome(desk.home);
});
