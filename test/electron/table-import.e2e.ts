// 导入与导出 in the window: an old catalogue questioned, answered and taken in; images brought to it; everything out.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { frameText } from "#text/frame";
import { tableFindingText } from "#text/table-finding";
import { imageMatching, openExport, tableImport } from "#text/table-import";
import { legacyBook, legacyCatalogue } from "#test/fixtures/legacy-catalogue";
import { aPagePicture } from "#test/support/sample";
import { chooseNext, goTo, takePictures } from "./hand.ts";
import { newHome, openDesk, removeHome } from "./launch.ts";
import { startArchive } from "./start-archive.ts";

test("an old catalogue comes in, images find it, everything goes out", async () => {
  const desk = await openDesk(newHome());
  await startArchive(desk);
  const { page, home } = desk;
  await page.reload();
  await goTo(desk, frameText.pages.tableImport);
  await expect(page.getByText(tableImport.emptyTitle)).toBeVisible();
  await takePictures(desk, "import-empty");

  const table = join(home, "2023年归档目录.xlsx");
  const made = legacyCatalogue(620);
  writeFileSync(table, made.bytes);
  await chooseNext(desk, [table]);
  await page.getByRole("button", { name: tableImport.choose }).click();
  await expect(page.getByRole("status").filter({ hasText: tableImport.counts(621, made.rows.length) })).toBeVisible();
  const findings = page.getByRole("listbox", { name: tableImport.findings });
  await findings.getByRole("option", { name: tableFindingText["date-impossible"] }).click();
  await findings.getByRole("option", { name: "2023年2月30日" }).first().click();
  await takePictures(desk, "import-findings");
  await expect(page.getByRole("listbox", { name: tableImport.preview }).locator(".is-active")).toContainText("第101号");

  // The clerk's word for an old term: the question goes, the rows have it.
  await page.getByRole("combobox", { name: "长期", exact: true }).click();
  await page.locator(".ant-select-item-option", { hasText: "30年" }).last().click();
  await page.getByRole("combobox", { name: "短期", exact: true }).click();
  await page
    .locator(".ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option", { hasText: "10年" })
    .click();
  await expect(findings.getByRole("option", { name: tableFindingText["term-old"] })).toHaveCount(0);
  await page.getByRole("button", { name: tableImport.commit(621) }).click();
  await takePictures(desk, "import-confirm");
  await page.getByRole("button", { name: tableImport.confirmVerb, exact: true }).click();
  await expect.poll(async () => (await desk.ask("item.list", { limit: 1 })).total).toBe(621);

  // The same table again changes nothing; the import can be taken back as a whole.
  await goTo(desk, frameText.pages.tableImport);
  await expect(page.getByRole("region", { name: tableImport.history })).toContainText("2023年归档目录.xlsx");
  await takePictures(desk, "import-history");
  await page.getByRole("button", { name: tableImport.choose }).click();
  await expect(page.getByText(tableImport.known(621))).toBeVisible();
  await expect(page.getByRole("button", { name: tableImport.commit(0) })).toBeDisabled();

  const coded = join(home, "有档号.xlsx");
  const rows = [1, 2, 3].map((at) => [`旧-2022-${at}`, `旧通知${at}`, "梧桐社区", "2022.1.5", 1, "永久", 2022]);
  writeFileSync(coded, legacyBook([["档号", "题名", "责任者", "日期", "页数", "保管期限", "年度"], ...rows]));
  await desk.ask("import.commit", { path: coded, as: "catalogue" });
  const images = join(home, "影像");
  mkdirSync(images);
  writeFileSync(join(images, "旧-2022-1-0001.jpg"), await aPagePicture());
  writeFileSync(join(images, "旧-2022-2-0001.jpg"), await aPagePicture());
  writeFileSync(join(images, "旧-2022-2-0002.jpg"), await aPagePicture());
  writeFileSync(join(images, "没有档号.jpg"), await aPagePicture());
  await page.getByRole("tab", { name: tableImport.tabs.match }).click();
  await expect(page.getByText(imageMatching.emptyTitle)).toBeVisible();
  await chooseNext(desk, [images]);
  await page.getByRole("button", { name: imageMatching.choose }).click();
  await expect(page.getByRole("status").filter({ hasText: imageMatching.counts(4, 2) })).toBeVisible();
  await takePictures(desk, "image-matching");
  await page.getByRole("button", { name: imageMatching.attach(2) }).click();
  await expect(page.getByText(imageMatching.attached(2, 3))).toBeVisible();

  await page.getByRole("tab", { name: tableImport.tabs.export }).click();
  const target = join(home, "出口");
  mkdirSync(target);
  await chooseNext(desk, [target]);
  await page.getByRole("button", { name: openExport.choose }).click();
  await page.getByRole("button", { name: openExport.write }).click();
  await expect(page.getByRole("region", { name: openExport.result })).toBeVisible();
  await takePictures(desk, "open-export");
  const [folder = ""] = readdirSync(target);
  expect(existsSync(join(target, folder, "目录.xlsx"))).toBe(true);
  await desk.close();
  removeHome(home);
});

test("a table no words tell is read by the row and columns the clerk names", async () => {
  const desk = await openDesk(newHome());
  await startArchive(desk);
  const { page, home } = desk;
  await page.reload();
  await goTo(desk, frameText.pages.tableImport);
  const table = join(home, "收存情况.xlsx");
  const rows = [1, 2].map((at) => [`关于停水的通知${at}`, "梧桐社区", `2023.3.${at}`, at]);
  writeFileSync(table, legacyBook([["收存情况"], ["甲栏", "乙栏", "丙栏", "盒号"], ...rows]));
  await chooseNext(desk, [table]);
  await page.getByRole("button", { name: tableImport.choose }).click();
  await expect(page.getByText(tableImport.headlessTitle)).toBeVisible();
  await takePictures(desk, "import-headless");
  await page.getByRole("spinbutton", { name: tableImport.headRow }).fill("2");
  await page.getByRole("button", { name: tableImport.headRead }).click();
  await expect(page.getByRole("status").filter({ hasText: tableImport.counts(0, 4) })).toBeVisible();
  await page.getByRole("combobox", { name: "A 甲栏" }).click();
  await page
    .locator(".ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option")
    .filter({ hasText: /^题名$/ })
    .click();
  await expect(page.getByRole("status").filter({ hasText: tableImport.counts(2, 4) })).toBeVisible();
  await expect(page.getByRole("combobox", { name: tableImport.category })).toBeVisible();
  await takePictures(desk, "import-named-head");
  await page.getByRole("button", { name: tableImport.commit(2) }).click();
  await page.getByRole("button", { name: tableImport.confirmVerb, exact: true }).click();
  await expect.poll(async () => (await desk.ask("item.list", { limit: 1 })).total).toBe(2);
  const [first] = (await desk.ask("item.list", { limit: 2 })).rows;
  expect((await desk.ask("item.read", { id: first?.id ?? "" })).remark).toMatch(/^旧盒号 [12]$/);
  await desk.close();
  removeHome(home);
});
