// The same archive in the real window: unlocked by hand, one paper that came late taken in and described, every page seen.
import { mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import { expect } from "@playwright/test";
import { filesOf, ownPapers } from "./find-papers.mjs";
import { openDesk } from "./open-desk.mjs";
import { must } from "./steps.mjs";

/**
 * @typedef {import("./open-desk.mjs").Desk} Desk
 * @typedef {(name: string) => Promise<void>} TakePicture
 */

/**
 * @param {string} root project folder, built
 * @param {string} out
 * @param {import("./engine-line.mjs").Made} made
 * @param {import("./steps.mjs").Steps} steps
 * @returns {Promise<number>} pictures taken
 */
export async function tourWindow(root, out, made, steps) {
  const folder = path.join(out, "截图");
  await mkdir(folder);
  steps.begin("window: open");
  const desk = await openDesk(root);
  let count = 0;
  /** @type {TakePicture} */
  const takePicture = async (name) => {
    const file = path.join(folder, `${String(count + 1).padStart(2, "0")}-${name}.png`);
    // Menus and notices come and go in a fifth of a second.
    await desk.page.waitForTimeout(400);
    await desk.page.screenshot({ path: file, scale: "css" });
    const head = await readFile(file);
    must(head.readUInt32BE(16) === 1366 && head.readUInt32BE(20) === 768, `${name} is not 1366 × 768`);
    count += 1;
  };
  try {
    await unlock(desk, made, takePicture, steps);
    await describeLatePaper(root, desk, takePicture, steps);
    await seePages(desk, made, takePicture, steps);
  } catch (error) {
    await desk.page.screenshot({ path: path.join(folder, "failed.png") }).catch(() => undefined);
    throw error;
  } finally {
    await desk.close();
  }
  steps.say(`screenshots: ${folder} (${count}, 1366 × 768)`);
  return count;
}

/**
 * @param {Desk} desk
 * @param {import("./engine-line.mjs").Made} made
 * @param {TakePicture} takePicture
 * @param {import("./steps.mjs").Steps} steps
 */
async function unlock({ page, chooseNext }, { archive, passphrase, items }, takePicture, steps) {
  steps.begin("window: unlock");
  await expect(page.getByRole("button", { name: /打开已有的档案库/ })).toBeVisible({ timeout: 30_000 });
  await takePicture("start");
  await chooseNext([archive]);
  await page.getByRole("button", { name: /打开已有的档案库/ }).click();
  await expect(page.getByRole("heading", { name: path.basename(archive, ".lindang") })).toBeVisible();
  await page.getByLabel("口令", { exact: true }).fill(passphrase);
  await takePicture("unlock");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "首页" })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(`已归档 ${items} 件`)).toBeVisible();
  await takePicture("home");
}

/**
 * @param {string} root
 * @param {Desk} desk
 * @param {TakePicture} takePicture
 * @param {import("./steps.mjs").Steps} steps
 */
async function describeLatePaper(root, { page, chooseNext }, takePicture, steps) {
  const papers = await ownPapers(root);
  const late = papers.items.find((item) => item.isLate);
  must(late !== undefined, "no paper is marked as late");
  const files = filesOf(papers, late);
  steps.begin("window: take a late paper in");
  await goTo(page, "扫描");
  const tray = page.getByRole("listbox", { name: "待整理的页面" });
  // The project's own papers have left it in the tray; with others it comes in here.
  const empty = page.getByText("没有待整理的页面");
  // The tray itself may stand there before what is in it has come.
  await expect(tray.getByRole("option").or(empty).first()).toBeVisible();
  if (await empty.isVisible()) {
    await takePicture("scan-empty");
    await chooseNext(files);
    await page.getByRole("button", { name: "选择文件…" }).click();
  }
  await expect(tray.getByRole("option")).toHaveCount(files.length, { timeout: 30_000 });
  await tray.focus();
  await page.keyboard.press("Control+a");
  await expect(page.getByText(`已选 ${files.length} 页`)).toBeVisible();
  await takePicture("scan-tray");

  steps.begin("window: describe it");
  await page.keyboard.press("Control+Enter");
  const { title, creator, documentDate, matter, remark } = late.facts;
  await page.getByLabel("题名", { exact: true }).fill(title);
  await page.getByLabel("责任者", { exact: true }).fill(creator);
  await page.getByLabel("日期", { exact: true }).fill(documentDate);
  await page.getByLabel("归属年度", { exact: true }).fill(documentDate.slice(0, 4));
  await page.getByRole("radiogroup", { name: "保管期限" }).getByText("30年").click();
  await page.getByRole("combobox", { name: "机构(问题)" }).click();
  await page
    .getByText(new RegExp(`^${matter} `))
    .last()
    .click();
  await page.getByLabel("备注", { exact: true }).fill(remark);
  await page.keyboard.press("F2");
  await expect(page.getByRole("status").filter({ hasText: "已保存" }).first()).toBeVisible();
  await takePicture("item-describe");
}

/**
 * @param {Desk} desk
 * @param {import("./engine-line.mjs").Made} made
 * @param {TakePicture} takePicture
 * @param {import("./steps.mjs").Steps} steps
 */
async function seePages({ page, chooseNext }, { packagePath, firstTitle, year, items }, takePicture, steps) {
  steps.begin("window: find an item");
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "检索" }).fill(firstTitle.slice(-4));
  await expect(page.getByRole("listbox", { name: "找到的件" }).getByText(firstTitle)).toBeVisible();
  await takePicture("search");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "著录" }).getByText(`-WS·${year}-`)).toBeVisible();
  await takePicture("item-filed");

  steps.begin("window: filing");
  await goTo(page, "年度归档");
  await expect(page.getByText("新编", { exact: true })).toBeVisible();
  await takePicture("filing-late-paper");
  const years = page.getByRole("combobox", { name: "年度" });
  if (!(await page.getByText(`已归档 ${items} 件`).isVisible())) {
    await years.click();
    await page
      .getByText(new RegExp(`^${year} 年（`))
      .last()
      .click();
  }
  await expect(page.getByText("已归档", { exact: true }).first()).toBeVisible();
  await takePicture("filing-filed");

  steps.begin("window: catalogue");
  await goTo(page, "目录与表格");
  await expect(page.getByText("屏幕、PDF 一致")).toBeVisible({ timeout: 30_000 });
  await takePicture("catalogue");

  steps.begin("window: verify the package");
  await goTo(page, "移交");
  await chooseNext([packagePath]);
  await page.getByRole("button", { name: "选择数据包文件夹…" }).click();
  const check = page.getByRole("region", { name: "核对一个数据包" });
  await expect(check.getByText("合格", { exact: true })).toBeVisible({ timeout: 30_000 });
  await takePicture("package");

  steps.begin("window: settings and lock");
  await goTo(page, "设置");
  await takePicture("settings");
  await page.getByRole("button", { name: /锁定$/ }).click();
  await expect(page.getByLabel("口令", { exact: true })).toBeVisible();
  await takePicture("locked");
}

/**
 * @param {import("@playwright/test").Page} page
 * @param {string} name
 */
async function goTo(page, name) {
  await page.getByRole("navigation", { name: "导航" }).getByRole("button", { name, exact: true }).click();
}
