// 扫描仪 through the window: SANE's own test device, from the feeder into the tray, stopped, jammed, empty; the watched folder.
import { copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { deviceText, profileText, watchText } from "#text/device";
import { frameText } from "#text/frame";
import { scanText } from "#text/scan";
import { saneIsMissing, setTestDevice } from "#test/support/sane-test-device";
import { chooseNext, goTo, takePictures } from "./hand.ts";
import { newHome, openDesk, projectFolder, removeHome } from "./launch.ts";
import { startUnreadArchive } from "./start-archive.ts";

test.skip(saneIsMissing !== "", saneIsMissing);

test("a pile from the feeder, stopped and gone on with, a jam, an empty feeder, and a watched folder", async () => {
  const home = newHome();
  const sane = setTestDevice(join(home, "sane"), { count: 0 });
  const desk = await openDesk(home, [], { SANE_CONFIG_DIR: sane });
  const { page } = desk;
  await startUnreadArchive(desk);
  await page.reload();
  await goTo(desk, frameText.pages.scan);
  const bar = page.getByRole("region", { name: deviceText.bar });
  const button = (name: string) => bar.getByRole("button", { name, exact: true });
  const trayHas = (count: number) => expect(page.getByText(scanText.trayCount(count))).toBeVisible({ timeout: 10_000 });
  await takePictures(desk, "scanner-nothing-yet");

  // No scanner: what to do stands there.
  await button(deviceText.find).click();
  await expect(bar.getByText(deviceText.noneTitle)).toBeVisible({ timeout: 10_000 });
  await takePictures(desk, "scanner-none-found");

  setTestDevice(sane, { delay: 30_000 });
  await button(deviceText.find).click();
  await expect(bar.getByRole("radio", { name: /frontend-tester/ })).toHaveAttribute("aria-checked", "true");
  await takePictures(desk, "scanner-found");

  // Stopped in the middle of a slow page: what was finished is kept, the half page is not.
  await page.keyboard.press("F9");
  await expect(bar.getByText(/已保存 2 页/)).toBeVisible({ timeout: 20_000 });
  await takePictures(desk, "scanner-running");
  await button(deviceText.stop).click();
  await expect(bar.getByText(/^已停止/)).toBeVisible({ timeout: 5000 });
  const { total } = await desk.ask("scan.tray", {});
  expect(total).toBeGreaterThanOrEqual(2);
  expect(total).toBeLessThan(10);
  await expect(bar.getByText(deviceText.stopped(total))).toBeVisible();
  await trayHas(total);

  // The next page jams: its place in the pile is named, nothing is lost.
  setTestDevice(sane, { status: "SANE_STATUS_JAMMED" });
  await button(deviceText.goOn).click();
  await expect(bar.getByRole("alert")).toContainText(`第 ${total + 1} 页卡纸，没有收入，前 ${total} 页已保存`);
  await takePictures(desk, "scanner-jam");

  // The paper is put right: the pile goes on where it stopped.
  setTestDevice(sane);
  await button(deviceText.goOn).click();
  await expect(bar.getByText(deviceText.finished(10))).toBeVisible({ timeout: 20_000 });
  await trayHas(total + 10);
  const { pages } = await desk.ask("scan.tray", {});
  expect(pages.at(-1)?.sourceName).toMatch(new RegExp(`-00${total + 10}\\.jpg$`));
  expect(new Set(pages.map((each) => each.sourceName)).size).toBe(total + 10);
  expect(pages.every((each) => each.dpi === 200 && each.colourMode === "colour")).toBe(true);
  await takePictures(desk, "scanner-finished");

  setTestDevice(sane, { status: "SANE_STATUS_NO_DOCS" });
  await button(deviceText.scan).click();
  await expect(bar.getByRole("alert")).toContainText("送纸器里没有纸");

  await button(profileText.manage).click();
  await page
    .getByRole("dialog")
    .getByRole("option", { name: /灰度 300/ })
    .click();
  await takePictures(desk, "scanner-profiles");
  await page.getByRole("dialog").getByRole("checkbox", { name: profileText.stepNames.straighten }).check();
  await page.getByRole("dialog").getByRole("button", { name: profileText.save }).click();
  await expect(page.getByText(profileText.saved("灰度 300 字迹浅淡"))).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: profileText.done, exact: true }).last().click();

  // A scanner's own software writes into a folder.
  const folder = join(home, "扫描软件");
  mkdirSync(folder);
  const papers = join(projectFolder, "../shared/data/sample-papers");
  const paper = existsSync(papers) ? readdirSync(papers).find((name) => name.endsWith(".jpg")) : undefined;
  const put = (name: string): void => {
    if (paper) copyFileSync(join(papers, paper), join(folder, name));
    else writeFileSync(join(folder, name), onePixel);
  };
  put("早先的.jpg");
  await bar.getByRole("button", { name: new RegExp(watchText.title) }).click();
  await chooseNext(desk, [folder]);
  await page.getByRole("dialog").getByRole("button", { name: watchText.choose }).click();
  await expect(page.getByText(watchText.set(true))).toBeVisible();
  await takePictures(desk, "scanner-watched-folder");
  await page.keyboard.press("Escape");
  await expect(bar.getByText(watchText.found(1))).toBeVisible({ timeout: 5000 });
  await takePictures(desk, "scanner-found-files");
  await bar.getByRole("button", { name: watchText.take(1) }).click();
  await expect.poll(() => existsSync(join(folder, "已录入", "早先的.jpg")), { timeout: 8000 }).toBe(true);
  await expect(bar.getByRole("button", { name: new RegExp(watchText.title) })).toContainText("已收入 1 页");
  await trayHas(total + 11);
  expect(readdirSync("/dev/shm").filter((name) => name.startsWith("lindang-scan-"))).toEqual([]);
  await desk.close();
  removeHome(home);
});

test("the bar of sources fits at 150 % in high contrast, with two scanners and a jam", async () => {
  const home = newHome();
  const desk = await openDesk(home, [], { SANE_CONFIG_DIR: setTestDevice(join(home, "sane"), { count: 2 }) });
  const { page } = desk;
  await startUnreadArchive(desk);
  await desk.remember({ theme: "contrast", textScale: 1.5 });
  await page.reload();
  await goTo(desk, frameText.pages.scan);
  const bar = page.getByRole("region", { name: deviceText.bar });
  await bar.getByRole("button", { name: deviceText.find }).click();
  await expect(bar.getByRole("radio", { name: /frontend-tester/ })).toHaveCount(2, { timeout: 10_000 });
  setTestDevice(join(home, "sane"), { status: "SANE_STATUS_JAMMED" });
  await bar.getByRole("button", { name: deviceText.scan, exact: true }).click();
  await expect(bar.getByRole("alert")).toContainText("第 1 页卡纸");
  await takePictures(desk, "scanner-large-contrast");
  expect(await bar.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
  const outside = await bar.evaluate((box) =>
    [...box.querySelectorAll("button, p, .ant-select, .ant-segmented")]
      .filter((each) => each.getBoundingClientRect().right > box.getBoundingClientRect().right)
      .map((each) => each.textContent),
  );
  expect(outside).toEqual([]);
  await bar.getByRole("button", { name: profileText.manage }).click();
  await takePictures(desk, "scanner-large-profiles");
  await desk.close();
  removeHome(home);
});

const onePixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
