// Page tools in the window: turned, straightened, cropped, made black and white, split, joined, set aside, ordered, and back.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import sharp from "sharp";
import type { PageId } from "#contract/scan";
import { cameraText } from "#text/camera";
import { frameText } from "#text/frame";
import { pageToolText, sayStep } from "#text/page-tool";
import { scanText } from "#text/scan";
import { drawPicture, printedRows } from "#test/fixtures/drawn-page";
import { goTo, takePictures } from "./hand.ts";
import { type Desk, newHome, openDesk, removeHome } from "./launch.ts";
import { startUnreadArchive } from "./start-archive.ts";

/** A page of print on a dark lid, each of another slant; 100 dpi. */
async function writeScans(folder: string, count: number): Promise<string[]> {
  mkdirSync(folder);
  const lines = printedRows(620, 877, 14);
  const paths: string[] = [];
  for (let at = 0; at < count; at++) {
    const { data, width, height } = drawPicture(
      700,
      940,
      (u, v) => (u < 620 && v < 877 ? lines(u, v) - (u > 300 && u < 300 + at ? 20 : 0) : 35),
      { turned: at === 0 ? 1.5 : 0 },
    );
    const path = join(folder, `扫描${String(at + 1).padStart(2, "0")}.png`);
    writeFileSync(
      path,
      await sharp(data, { raw: { width, height, channels: 1 } })
        .withDensity(100)
        .png()
        .toBuffer(),
    );
    paths.push(path);
  }
  return paths;
}
const order = async (desk: Desk): Promise<PageId[]> => (await desk.ask("scan.tray", {})).pages.map((page) => page.id);
const shownVersion = async (desk: Desk, id: PageId): Promise<number | undefined> =>
  (await desk.ask("scan.tray", {})).pages.find((page) => page.id === id)?.version;

test("pages are worked on beside their image, and every step has its way back", async () => {
  const desk = await openDesk(newHome());
  const { page } = desk;
  await startUnreadArchive(desk);
  await desk.ask("scan.accept", { paths: await writeScans(join(desk.home, "扫描"), 6), securityMark: "" });
  await page.reload();
  await goTo(desk, frameText.pages.scan);
  const tray = page.getByRole("listbox", { name: scanText.tray });
  await tray.getByRole("option").first().click();
  const ids = await order(desk);
  const [first, second, third] = ids as [PageId, PageId, PageId];
  const bar = page.getByRole("toolbar", { name: pageToolText.bar });
  const more = async (words: string): Promise<void> => {
    await bar.getByRole("button", { name: pageToolText.more }).click();
    await page.getByRole("menuitem", { name: words }).click();
  };

  await test.step("turned by key, undone by key", async () => {
    await expect(bar).toBeVisible();
    await page.keyboard.press("Shift+R");
    await expect(page.getByText(pageToolText.done(sayStep({ kind: "turn", quarters: 1 })))).toBeVisible();
    await expect(page.getByRole("img", { name: /940×700/ })).toBeVisible();
    expect(await shownVersion(desk, first)).toBe(2);
    await page.keyboard.press("Control+z");
    await expect(page.getByRole("img", { name: /700×940/ })).toBeVisible();
  });

  await test.step("straightened as measured, with a slider, compared, and back to what was received", async () => {
    await bar.getByRole("button", { name: pageToolText.straighten, exact: true }).click();
    await page.getByRole("menuitem", { name: pageToolText.straightenFine }).click();
    await expect(page.getByText(/量得：应向左转 1\.[45]\d?°/)).toBeVisible();
    await takePictures(desk, "page-straighten");
    await page.getByRole("button", { name: pageToolText.keep, exact: true }).click();
    await expect(page.getByRole("button", { name: pageToolText.compare })).toBeVisible();
    await page.keyboard.down("x");
    await expect(page.getByText(pageToolText.comparing(1), { exact: true })).toBeVisible();
    await page.keyboard.up("x");
    await bar.getByRole("button", { name: new RegExp(`^${pageToolText.history}`) }).click();
    await expect(page.getByText(/由原图经 纠偏 1\.\d+°（向左） 得到/)).toBeVisible();
    await takePictures(desk, "page-versions");
    await page.getByRole("button", { name: pageToolText.back }).click();
    await expect.poll(() => shownVersion(desk, first)).toBe(1);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
  });

  await test.step("flattened by its corners: dragged, moved by keys, seen flat before it is kept", async () => {
    await bar.getByRole("button", { name: pageToolText.straighten, exact: true }).click();
    await page.getByRole("menuitem", { name: pageToolText.flatten }).click();
    await expect(page.getByText(pageToolText.cornersMeasured)).toBeVisible();
    const corner = (at: number) => page.getByRole("button", { name: cameraText.corner(at) });
    const at = (await corner(1).boundingBox())!;
    await page.mouse.move(at.x + 11, at.y + 11);
    await page.mouse.down();
    await page.mouse.move(at.x - 29, at.y + 21, { steps: 4 });
    await page.mouse.up();
    const left = (): Promise<number> => corner(3).evaluate((element) => parseFloat(element.style.left));
    const before = await left();
    await corner(3).focus();
    for (let step = 0; step < 3; step++) await page.keyboard.press("Shift+ArrowRight");
    expect((await left()) - before).toBeCloseTo(6, 0);
    await takePictures(desk, "page-flatten");
    await page.getByRole("button", { name: pageToolText.flattenLook }).click();
    await expect(page.getByText(pageToolText.look)).toBeVisible();
    await takePictures(desk, "page-flatten-look");
    await page.getByRole("button", { name: pageToolText.cornersAgain }).click();
    await corner(0).press("Enter");
    await expect(page.getByText(pageToolText.done(sayStep({ kind: "flatten", corners: [] as never })))).toBeVisible();
    const flat = (await desk.ask("scan.tray", {})).pages[0]!;
    expect(flat.width).toBeLessThan(610);
    await page.keyboard.press("Control+z");
    await expect.poll(() => shownVersion(desk, first)).toBe(1);
  });

  await test.step("cropped outside the sheet, with a handle dragged", async () => {
    await bar.getByRole("button", { name: pageToolText.crop, exact: true }).click();
    await expect(page.getByText(pageToolText.cropMeasured)).toBeVisible();
    await takePictures(desk, "page-crop");
    const handle = page.locator(".crop-se");
    const at = (await handle.boundingBox())!;
    await page.mouse.move(at.x + 7, at.y + 7);
    await page.mouse.down();
    await page.mouse.move(at.x - 60, at.y - 60, { steps: 4 });
    await page.mouse.up();
    await expect(page.getByText(pageToolText.cropMeasured)).toBeHidden();
    await page.getByRole("group", { name: pageToolText.frame }).press("Enter");
    await expect.poll(() => shownVersion(desk, first)).toBeGreaterThan(2);
    const cut = (await desk.ask("scan.tray", {})).pages[0]!;
    expect(cut.width).toBeLessThan(630);
    expect(cut.width).toBeGreaterThan(300);
  });

  await test.step("black and white looked at before it is kept, for all chosen pages", async () => {
    await tray.getByRole("option").nth(1).click();
    await tray
      .getByRole("option")
      .nth(2)
      .click({ modifiers: ["Shift"] });
    await bar.getByRole("button", { name: pageToolText.clean }).click();
    await page.getByRole("menuitem", { name: pageToolText.bitonal }).click();
    await expect(page.getByText(pageToolText.look)).toBeVisible();
    await page.getByRole("checkbox", { name: pageToolText.all(2) }).check();
    await takePictures(desk, "page-bitonal");
    await page.getByRole("button", { name: pageToolText.keep, exact: true }).click();
    await expect(page.getByText(pageToolText.doneMany(2, 0, false))).toBeVisible();
    expect([await shownVersion(desk, second), await shownVersion(desk, third)]).toEqual([2, 2]);
    await page.getByRole("button", { name: new RegExp(frameText.undo) }).click();
    await expect.poll(() => shownVersion(desk, third)).toBe(1);
  });

  await test.step("a spread is split at its fold, a page joined, one set aside and brought back", async () => {
    await tray.getByRole("option").nth(1).click();
    await more(pageToolText.split);
    await expect(page.getByRole("slider", { name: pageToolText.foldLine })).toBeVisible();
    await takePictures(desk, "page-split");
    await page.getByRole("button", { name: pageToolText.keep, exact: true }).click();
    await expect.poll(async () => (await order(desk)).length).toBe(7);
    await more(pageToolText.joinRight);
    await expect.poll(async () => (await order(desk)).length).toBe(6);
    await more(pageToolText.blank);
    await expect.poll(async () => (await order(desk)).length).toBe(5);
    await more(pageToolText.aside);
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("checkbox", { name: pageToolText.asideReason("blank") }).check();
    await takePictures(desk, "page-aside");
    await dialog.getByRole("button", { name: pageToolText.bringBack }).click();
    await expect.poll(async () => (await order(desk)).length).toBe(6);
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  });

  await test.step("the order of the tray by keyboard and by drag", async () => {
    const before = await order(desk);
    await tray.getByRole("option").first().click();
    await page.keyboard.press("Alt+ArrowRight");
    await expect.poll(() => order(desk)).toEqual([before[1], before[0], ...before.slice(2)]);
    const [nowFirst] = (await desk.ask("scan.tray", {})).pages;
    await expect(tray.getByRole("option").first()).toHaveAccessibleName(scanText.pageName(1, nowFirst!.sourceName));
    await tray
      .getByRole("option")
      .first()
      .dragTo(tray.getByRole("option").nth(3), { targetPosition: { x: 8, y: 60 } });
    await expect.poll(() => order(desk)).toEqual([before[0], before[2], before[1], ...before.slice(3)]);
    await takePictures(desk, "page-order");
  });

  await test.step("in an item as in the tray, until it is filed", async () => {
    const { item } = await desk.ask("item.make", {
      pageIds: (await order(desk)).slice(0, 3),
      fields: { title: "关于做好冬季消防安全工作的通知" },
    });
    await goTo(desk, frameText.pages.item);
    await expect(bar).toBeVisible();
    await page.keyboard.press("Escape");
    await bar.getByRole("button", { name: pageToolText.left }).click();
    await expect(page.getByText(pageToolText.done(sayStep({ kind: "turn", quarters: 3 })))).toBeVisible();
    await takePictures(desk, "item-page-tools");
    await more(pageToolText.blank);
    await expect.poll(async () => (await desk.ask("item.read", { id: item.id })).imageCount).toBe(2);
    await page.getByRole("button", { name: new RegExp(frameText.undo) }).click();
    await expect.poll(async () => (await desk.ask("item.read", { id: item.id })).imageCount).toBe(3);
  });
  await desk.close();
  removeHome(desk.home);
});
