// J5 and J6 in the window: the old catalogue of 620 rows and traps is taken in, completed, filed, boxed, printed and closed.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { boxText } from "#text/box";
import { catalogueText } from "#text/catalogue";
import { closeText, filingText, findingText, stageText } from "#text/filing";
import { frameText } from "#text/frame";
import { itemText } from "#text/item";
import { tableImport } from "#text/table-import";
import { legacyCatalogue } from "#test/fixtures/legacy-catalogue";
import { readWithPdfjs } from "#test/engine/catalogue/read-with-pdfjs";
import { chooseNext, goTo, saveNext, takePictures } from "./hand.ts";
import { type Desk, newHome, openDesk, removeHome } from "./launch.ts";
import { startArchive } from "./start-archive.ts";

test.describe.configure({ mode: "serial" });
const year = 2023;
const rowCount = 621;
const home = newHome();
let desk: Desk;
const button = (name: string | RegExp): ReturnType<Desk["page"]["getByRole"]> =>
  desk.page.getByRole("button", { name, exact: typeof name === "string" });
const stage = (name: keyof typeof stageText.names) =>
  desk.page.getByRole("tab", { name: new RegExp(`^${stageText.names[name]}`) });
const chosen = (text: string) =>
  desk.page
    .locator(".ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option", { hasText: text })
    .last();

test.beforeAll(async () => {
  desk = await openDesk(home);
  await startArchive(desk);
  await desk.page.reload();
});
test.afterAll(async () => {
  await desk.close();
  removeHome(home);
});

test("the old catalogue comes in after its questions were answered", async () => {
  const { page } = desk;
  await goTo(desk, frameText.pages.tableImport);
  const table = join(home, "2023年归档目录.xlsx");
  writeFileSync(table, legacyCatalogue(620).bytes);
  await chooseNext(desk, [table]);
  await button(tableImport.choose).click();
  await page.getByRole("combobox", { name: "长期", exact: true }).click();
  await chosen("30年").click();
  await page.getByRole("combobox", { name: "短期", exact: true }).click();
  await chosen("10年").click();
  await button(tableImport.commit(rowCount)).click();
  await button(tableImport.confirmVerb).click();
  await expect.poll(async () => (await desk.ask("item.list", { limit: 1 })).total).toBe(rowCount);
});

/** Marks everything the filter shows and gives it one value. */
async function changeAll(count: number, field: string, choose: () => Promise<void>): Promise<void> {
  const { page } = desk;
  await page.getByRole("listbox", { name: itemText.list }).focus();
  await page.keyboard.press("Control+a");
  await expect(page.getByText(itemText.marked(count))).toBeVisible();
  await button(itemText.bulk).click();
  await page.getByRole("checkbox", { name: field }).check();
  await choose();
  await button(itemText.bulkVerb(count)).click();
  await expect(page.getByText(itemText.bulkDone(count))).toBeVisible({ timeout: 20_000 });
}

test("terms and classes that the table left open are given to many items at once", async () => {
  const { page } = desk;
  await goTo(desk, frameText.pages.item);
  await expect(page.getByText(itemText.count(rowCount), { exact: true })).toBeVisible();
  await changeAll(rowCount, itemText.fields.matterId, async () => {
    await page.getByRole("dialog").getByRole("combobox", { name: itemText.fields.matterId }).fill("居民自治");
    await chosen("居民自治").click();
  });
  const tree = page.locator(".class-tree");
  await tree.locator(".ant-tree-switcher_close").first().click();
  await tree.getByText("保管期限未定").first().click();
  const open = (await desk.ask("item.list", { filter: { retention: null }, limit: 1 })).total;
  await expect(page.getByText(itemText.count(open), { exact: true })).toBeVisible({ timeout: 20_000 });
  await changeAll(open, itemText.fields.retention, () =>
    page.getByRole("dialog").getByRole("radiogroup", { name: itemText.fields.retention }).getByText("10年").click(),
  );
});

test("what is missing is found one click away and written down", async () => {
  const { page } = desk;
  const [fonds] = await desk.ask("fonds.list", {});
  const scope = { fondsId: fonds!.id, year };
  await goTo(desk, frameText.pages.filing);
  await stage("check").click();
  await takePictures(desk, "year-check");
  await page
    .getByRole("listbox", { name: findingText.list })
    .getByRole("option")
    .filter({ hasText: "缺日期" })
    .first()
    .click();
  await expect(page.getByRole("textbox", { name: itemText.fields.documentDate, exact: true })).toBeVisible();
  await page.getByRole("textbox", { name: itemText.fields.documentDate, exact: true }).fill("2023");
  await page.keyboard.press("Enter");
  // The same by the same question for the others: a page count and a year for each, as the clerk would type them.
  const { problems } = await desk.ask("filing.preview", scope);
  for (const { itemId, code } of problems) {
    const { revision } = await desk.ask("item.read", { id: itemId });
    const fields = code === "pages-missing" ? { paperPageCount: 1 } : { documentDate: "2023" as never };
    await desk.ask("item.describe", { id: itemId, revision, fields });
  }
  expect((await desk.ask("filing.preview", scope)).problems).toEqual([]);
});

test("the year is numbered, boxed and printed, and what was printed is what is kept", async () => {
  const { page } = desk;
  await goTo(desk, frameText.pages.filing);
  await stage("order").click();
  await button(filingText.commit(rowCount)).click();
  await button(filingText.commitVerb).click();
  await expect
    .poll(async () => (await desk.ask("item.list", { filter: { state: "filed" }, limit: 1 })).total)
    .toBe(rowCount);
  await takePictures(desk, "year-numbered");

  await goTo(desk, frameText.pages.box);
  await button(boxText.plan).click();
  await expect(page.locator(".spine.is-fresh").first()).toBeVisible();
  await button(new RegExp(`^装盒 ${rowCount} 件$`)).click();
  await expect(page.getByText(boxText.allBoxed)).toBeVisible();
  await takePictures(desk, "year-boxed");

  await goTo(desk, frameText.pages.catalogue);
  await expect(page.getByText(catalogueText.agrees)).toBeVisible({ timeout: 30_000 });
  await takePictures(desk, "year-catalogue");
  const to = join(home, "目录.pdf");
  await saveNext(desk, to);
  await button(catalogueText.savePdf).click();
  await expect(page.getByText(to)).toBeVisible({ timeout: 30_000 });
  const pages = await readWithPdfjs(readFileSync(to));
  const codes = new Set(pages.flatMap(({ text }) => text.match(/Q001-WS·2023-[YD]\d*-ZZ-\d{4}/g) ?? []));
  expect(codes.size).toBe(rowCount);
});

test("the year closes once nothing blocks it, and stays closed", async () => {
  const { page } = desk;
  await goTo(desk, frameText.pages.filing);
  await stage("close").click();
  await takePictures(desk, "year-close");
  await expect(button(closeText.close)).toBeEnabled({ timeout: 20_000 });
  await button(closeText.close).click();
  await button(closeText.closeVerb).click();
  await expect(page.getByText(closeText.closed(rowCount)).first()).toBeVisible();
  const { rows } = await desk.ask("item.list", { limit: 1 });
  const [first] = rows;
  await expect(
    desk.ask("item.describe", { id: first!.id, revision: first!.revision, fields: { remark: "改" } }),
  ).rejects.toThrow();
  await takePictures(desk, "year-closed");
});
