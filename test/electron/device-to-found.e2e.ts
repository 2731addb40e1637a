// From the device to the shelf of the found: SANE's test device and the fake camera drive the real window; what they took is
// made into items, read, described, filed and found again by its words and by its title.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { archivalDate } from "#contract/archival-date";
import type { ItemId } from "#contract/item";
import { cameraText } from "#text/camera";
import { deviceText } from "#text/device";
import { filingText } from "#text/filing";
import { frameText } from "#text/frame";
import { scanText } from "#text/scan";
import { searchText } from "#text/search";
import { bodyLines, printPaper } from "#test/fixtures/printed-paper";
import { saneIsMissing, setTestDevice } from "#test/support/sane-test-device";
import { makeVideo } from "#tools/bench/fake-camera/make-video";
import { goTo, takePictures } from "./hand.ts";
import { type Desk, newHome, openDesk, removeHome } from "./launch.ts";
import { startArchive } from "./start-archive.ts";

const year = 2024;
const text = "为做好老旧小区加装电梯的协商工作，居民代表二十三名到会，一致同意三号楼的方案，并推选楼栋长负责联络。";

/** Two sheets, so that the camera has one to take away and one to lay down. */
async function layPapers(home: string): Promise<string> {
  const papers: string[] = [];
  for (const [at, number] of ["七", "八"].entries()) {
    const head = { text: "梧桐社区居民委员会文件", y: 40, size: 30, isBold: true, ink: "#c81e1e" };
    const title = { text: `关于加装电梯的第${number}次协商纪要`, y: 80, size: 22, isBold: true };
    const path = join(home, `纸${at}.jpg`);
    writeFileSync(path, await printPaper([head, title, ...bodyLines(text, 110)]));
    papers.push(path);
  }
  const video = join(home, "papers.mjpeg");
  await makeVideo(video, { papers, width: 2048, height: 1536, heldMs: 1600, turnedMs: 300 });
  return video;
}

async function describe(desk: Desk, id: ItemId, title: string): Promise<void> {
  const [fonds] = await desk.ask("fonds.list", {});
  const [matter] = (await desk.ask("matter.list", {})).filter((each) => each.category === "WS");
  const { imageCount, revision } = await desk.ask("item.read", { id });
  const fields = {
    ...{ fondsId: fonds!.id, matterId: matter!.id, year, retention: "D30" as const, title },
    ...{ creator: "梧桐社区居民委员会", documentDate: archivalDate.parse(`${year}-06-08`) },
    paperPageCount: imageCount,
  };
  await desk.ask("item.describe", { id, revision, fields });
}

test("pages of a feeder and of the camera become items that are filed, and found by title and by what stands on them", async () => {
  test.skip(saneIsMissing !== "", saneIsMissing);
  const home = newHome();
  const video = await layPapers(home);
  const sane = setTestDevice(join(home, "sane"));
  const camera = ["--use-fake-device-for-media-stream", `--use-file-for-fake-video-capture=${video}`];
  const desk = await openDesk(home, camera, { SANE_CONFIG_DIR: sane });
  const { page } = desk;
  await startArchive(desk);
  await page.reload();

  await goTo(desk, frameText.pages.scan);
  const bar = page.getByRole("region", { name: deviceText.bar });
  await bar.getByRole("button", { name: deviceText.find, exact: true }).click();
  await expect(bar.getByRole("radio", { name: /frontend-tester/ })).toHaveAttribute("aria-checked", "true");
  await page.keyboard.press("F9");
  await expect(bar.getByText(deviceText.finished(10))).toBeVisible({ timeout: 20_000 });
  await page.getByRole("listbox", { name: scanText.tray }).press("Control+a");
  await page.getByRole("button", { name: scanText.make, exact: true }).click();
  await expect.poll(async () => (await desk.ask("item.list", {})).total).toBe(1);
  expect((await desk.ask("scan.tray", {})).total).toBe(0);

  await goTo(desk, frameText.pages.camera);
  const stills = page.locator(".camera-still");
  await expect.poll(() => stills.count(), { timeout: 30_000 }).toBeGreaterThanOrEqual(1);
  await page.keyboard.press("h");
  await expect(page.getByText(cameraText.saving)).toHaveCount(0);
  await page.getByRole("button", { name: cameraText.make(1) }).click();
  await expect.poll(async () => (await desk.ask("item.list", {})).total).toBe(2);

  const { rows } = await desk.ask("item.list", { order: "entered" });
  const ofFeeder = rows.find((row) => row.imageCount === 10);
  const ofCamera = rows.find((row) => row.id !== ofFeeder?.id);
  await describe(desk, ofFeeder!.id, "扫描仪试验页十张");
  await describe(desk, ofCamera!.id, "加装电梯协商纪要");
  await page.reload();
  await goTo(desk, frameText.pages.filing);
  await expect(page.getByText(filingText.noProblems)).toBeVisible();
  await page.getByRole("button", { name: filingText.commit(2) }).click();
  await page.getByRole("button", { name: filingText.commitVerb }).click();
  await expect(page.getByRole("status").filter({ hasText: "已归档 2 件" }).first()).toBeVisible();

  await expect.poll(async () => (await desk.ask("search.state", {})).waitingPages, { timeout: 90_000 }).toBe(0);
  await page.keyboard.press("Control+Shift+F");
  const box = page.getByRole("combobox", { name: searchText.page.words });
  // By what stands on the sheet, in words the title has not.
  await box.fill("推选楼栋长");
  await expect(page.locator("polygon.region-hit").first()).toBeVisible({ timeout: 10_000 });
  await takePictures(desk, "device-to-found");
  await box.press("Enter");
  await expect(page.locator(".item-pages polygon.region-hit").first()).toBeVisible();
  await page.keyboard.press("Control+Shift+F");
  await box.fill("smysyy");
  await expect(page.getByRole("listbox", { name: /找到的件/ })).toContainText("扫描仪试验页十张");
  const filed = await desk.ask("item.list", {});
  expect(filed.rows.map((row) => [row.state, row.archivalCode === ""])).toEqual([
    ["filed", false],
    ["filed", false],
  ]);
  await desk.close();
  removeHome(home);
});
