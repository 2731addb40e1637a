// The pages of a thick item in their strip: only those in sight are drawn, and keys, dragging, focus and names go on as
// if all of them were.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import sharp from "sharp";
import type { ItemId } from "#contract/item";
import { frameText } from "#text/frame";
import { itemText } from "#text/item";
import { goTo, takePictures } from "./hand.ts";
import { type Desk, newHome, openDesk, removeHome } from "./launch.ts";
import { startArchive } from "./start-archive.ts";

const many = 120;

/** Small pages, each with as many dark rows as its place. */
async function writePages(folder: string): Promise<string[]> {
  mkdirSync(folder);
  const paths: string[] = [];
  for (let at = 0; at < many; at++) {
    const pixels = Buffer.alloc(120 * 170, 255).fill(90, 0, 120 * (at + 1));
    const path = join(folder, `${String(at + 1).padStart(3, "0")}.png`);
    writeFileSync(
      path,
      await sharp(pixels, { raw: { width: 120, height: 170, channels: 1 } })
        .png()
        .toBuffer(),
    );
    paths.push(path);
  }
  return paths;
}
const pagesOf = async (desk: Desk, id: ItemId): Promise<string[]> =>
  (await desk.ask("item.read", { id })).parts.flatMap((part) => part.pages.map((page) => page.id));

test("a thick item is ordered by key and by drag, and holds no more thumbnails than are in sight", async () => {
  const desk = await openDesk(newHome());
  const { page } = desk;
  await startArchive(desk);
  await desk.ask("reading.pause", {});
  const { outcomes } = await desk.ask("scan.accept", { paths: await writePages(join(desk.home, "扫描")) });
  const pageIds = outcomes.flatMap((each) => each.pageIds);
  const { item } = await desk.ask("item.make", { pageIds, fields: { title: "居民会议全部文件" } });
  await page.reload();
  await goTo(desk, frameText.pages.item);

  const strip = page.getByRole("region", { name: itemText.strip });
  const tile = (place: number) => strip.getByRole("button", { name: itemText.pageOf(place, many), exact: true });
  const images = strip.locator(".part-page img");

  await test.step("what is out of sight is not drawn", async () => {
    await expect(tile(1)).toHaveAttribute("aria-current", "true");
    await expect(tile(many)).toHaveCount(0);
    expect(await images.count()).toBeLessThan(50);
    await takePictures(desk, "part-strip");
  });

  await test.step("End, Home and arrows walk, with the focus", async () => {
    await tile(1).focus();
    await page.keyboard.press("End");
    await expect(tile(many)).toBeFocused();
    await expect(tile(many)).toBeInViewport();
    await expect(tile(1)).toHaveCount(0);
    await page.keyboard.press("ArrowLeft");
    await expect(tile(many - 1)).toBeFocused();
    await page.keyboard.press("Home");
    await expect(tile(1)).toBeFocused();
    await expect(tile(1)).toBeInViewport();
    expect(await images.count()).toBeLessThan(50);
  });

  await test.step("the focus stays on a page that was scrolled out of sight", async () => {
    await strip.locator(".part-list").evaluate((list) => list.scrollTo({ left: list.scrollWidth }));
    await expect(tile(many)).toBeInViewport();
    await expect(tile(1)).toBeFocused();
    await page.keyboard.press("ArrowRight");
    await expect(tile(2)).toBeFocused();
    await expect(tile(2)).toBeInViewport();
  });

  await test.step("moved by key, the focus goes with the page", async () => {
    await page.keyboard.press("Alt+ArrowRight");
    await expect.poll(async () => (await pagesOf(desk, item.id))[2]).toBe(pageIds[1]);
    await expect(tile(3)).toBeFocused();
  });

  await test.step("moved by drag, before the page it is let go on", async () => {
    await tile(6).dragTo(tile(2));
    await expect.poll(async () => (await pagesOf(desk, item.id))[1]).toBe(pageIds[5]);
    await expect(strip.locator(".is-over")).toHaveCount(0);
  });

  await test.step("a part of its own from a page deep inside", async () => {
    await tile(3).focus();
    await page.keyboard.press("End");
    for (let step = 0; step < 4; step++) await page.keyboard.press("ArrowLeft");
    await expect(tile(many - 4)).toBeFocused();
    await strip.getByRole("button", { name: `${itemText.fromHere}…` }).click();
    await page.getByRole("menuitem", { name: "附件", exact: true }).click();
    await expect(strip.getByRole("group", { name: itemText.partPages("附件", 5) })).toBeVisible();
    await expect(tile(many - 4)).toBeInViewport();
    await tile(many - 4).focus();
    await page.keyboard.press("Delete");
    await expect.poll(async () => (await pagesOf(desk, item.id)).length).toBe(many - 1);
  });
  await desk.close();
  removeHome(desk.home);
});
