// Every page of a filled archive on the clerk's small screen: larger text, dark, high contrast. Nothing runs over the
// side of the page, and nothing is said on the console.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { custodyText } from "#text/custody";
import { dutyText } from "#text/duty";
import { stageText } from "#text/filing";
import { frameText } from "#text/frame";
import { photoText } from "#text/photo";
import { scanText } from "#text/scan";
import { settingsText } from "#text/settings";
import { tableImport } from "#text/table-import";
import { jpegPage } from "#test/fixtures/scanned-page";
import { fillArchive } from "./fill-archive.ts";
import { dropFiles, goTo } from "./hand.ts";
import { type Desk, newHome, openDesk, removeHome } from "./launch.ts";

test.describe.configure({ mode: "serial" });
const pages = frameText.pages;
const modes = [
  { theme: "light", textScale: 1.5 },
  { theme: "dark", textScale: 1 },
  { theme: "contrast", textScale: 1.5 },
] as const;
/** Rooms inside a page, each one click away. */
const rooms: Partial<Record<string, { readonly role: "tab" | "button"; readonly names: readonly string[] }>> = {
  [pages.filing]: { role: "tab", names: Object.values(stageText.names) },
  [pages.ledger]: { role: "tab", names: Object.values(frameText.ledgerRooms) },
  [pages.duty]: { role: "tab", names: Object.values(dutyText.tabs) },
  [pages.custody]: { role: "tab", names: Object.values(custodyText.tabs) },
  [pages.tableImport]: { role: "tab", names: Object.values(tableImport.tabs) },
  [pages.settings]: { role: "button", names: [...Object.values(settingsText.sections), settingsText.schedule] },
};

const home = newHome();
const said: string[] = [];
let desk: Desk;
test.beforeAll(async () => {
  desk = await openDesk(home);
  desk.page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") said.push(message.text());
  });
  desk.page.on("pageerror", (error) => said.push(String(error)));
  await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768));
  await fillArchive(desk);
  // What is measured is where things lie: the six pages need not be read for it.
  await desk.ask("reading.pause", {});
  await desk.page.reload();
  const folder = join(home, "扫描");
  mkdirSync(folder);
  const files = await Promise.all(
    Array.from({ length: 6 }, async (_, at) => {
      const path = join(folder, `${at + 1}.jpg`);
      writeFileSync(path, await jpegPage({ width: 620, height: 877, seed: at + 1 }));
      return path;
    }),
  );
  await goTo(desk, pages.photo);
  await expect(desk.page.locator(".drop-room .empty")).toBeVisible();
  await dropFiles(desk.page, ".drop-room", files.slice(0, 3));
  await expect(desk.page.getByText(photoText.taken(3, 0))).toBeVisible({ timeout: 30_000 });
  await goTo(desk, pages.scan);
  await expect(desk.page.getByText(scanText.emptyTitle)).toBeVisible();
  await dropFiles(desk.page, ".drop-room", files.slice(3));
  await expect(desk.page.getByText(scanText.trayCount(3))).toBeVisible({ timeout: 30_000 });
});
test.afterAll(async () => {
  await desk.close();
  removeHome(home);
});

/** What is wider than the window, or lies outside it on the right without a room of its own that scrolls. */
function overflowing(): string[] {
  const root = document.documentElement;
  const found = root.scrollWidth > root.clientWidth ? [`page ${root.scrollWidth}`] : [];
  for (const name of [".frame-room", ".page-head", ".page-body"]) {
    const box = document.querySelector(name);
    if (box && box.scrollWidth > box.clientWidth) found.push(`${name} ${box.scrollWidth} > ${box.clientWidth}`);
  }
  const mayRunOver = (element: Element): boolean => {
    for (let above: Element | null = element; above; above = above.parentElement) {
      const { overflowX } = getComputedStyle(above);
      if (overflowX !== "visible") return true;
    }
    return false;
  };
  for (const element of document.querySelectorAll(".frame-room *")) {
    const box = element.getBoundingClientRect();
    if (box.width > 0 && box.right > innerWidth + 1 && !mayRunOver(element)) found.push(element.className.toString());
  }
  return found;
}

test("the measuring sees a planted thing that is too wide", async () => {
  const { page } = desk;
  await expect(page.locator(".page-body")).toBeVisible();
  await page.evaluate(() => {
    const wide = document.createElement("div");
    wide.id = "planted";
    wide.style.width = "3000px";
    wide.textContent = "宽";
    document.querySelector(".page-body")?.append(wide);
  });
  expect(await page.evaluate(overflowing)).not.toEqual([]);
  await page.evaluate(() => document.querySelector("#planted")?.remove());
  expect(await page.evaluate(overflowing)).toEqual([]);
});

test("the navigation scrolls at 150 %, folds to icons with names, and Alt+1 … 9 open its first nine pages", async () => {
  const { page } = desk;
  await desk.remember({ theme: "light", textScale: 1.5 });
  await page.reload();
  const navigation = page.getByRole("navigation", { name: frameText.navigation });
  await expect(navigation).toBeVisible();
  const names = (await navigation.getByRole("button").allTextContents()).filter((name) => name !== frameText.narrow);
  const last = navigation.getByRole("button", { name: names.at(-1)!, exact: true });
  expect(await navigation.evaluate((box) => box.scrollHeight > box.clientHeight)).toBe(true);
  for (const [at, name] of names.slice(0, 9).entries()) {
    await page.keyboard.press(`Alt+${at + 1}`);
    const here = navigation.getByRole("button", { name, exact: true });
    await expect(here).toHaveAttribute("aria-current", "page");
    await expect(here).toBeInViewport({ ratio: 1 });
  }
  await last.focus();
  await page.keyboard.press("Enter");
  await expect(last).toBeInViewport({ ratio: 1 });
  await navigation.getByRole("button", { name: frameText.narrow }).click();
  await expect(navigation.getByText(names[0]!)).toHaveCount(0);
  for (const name of names) await expect(navigation.getByRole("button", { name, exact: true })).toBeAttached();
  await goTo(desk, pages.item);
  await expect(page.locator(".frame-room .page-head")).toBeVisible();
  expect(await page.evaluate(overflowing)).toEqual([]);
  await navigation.getByRole("button", { name: frameText.widen }).click();
});

for (const { theme, textScale } of modes) {
  test(`every page fits in ${theme} at ${textScale * 100} %`, async () => {
    const { page } = desk;
    await desk.remember({ theme, textScale });
    await page.reload();
    const failed: string[] = [];
    const look = async (name: string): Promise<void> => {
      await expect(page.locator(".frame-room main.page")).toBeVisible();
      await expect(page.locator(".waiting")).toHaveCount(0, { timeout: 10_000 });
      const found = await page.evaluate(overflowing);
      if (found.length > 0) failed.push(`${name}: ${found.slice(0, 4).join(", ")}`);
    };
    const navigation = page.getByRole("navigation", { name: frameText.navigation });
    await expect(navigation).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
    const names = (await navigation.getByRole("button").allTextContents()).filter((name) => name !== frameText.narrow);
    expect(names.length).toBeGreaterThanOrEqual(15);
    for (const name of names) {
      await goTo(desk, name);
      await expect(navigation.getByRole("button", { name, exact: true })).toHaveAttribute("aria-current", "page");
      await look(name);
      // The rooms inside a page are laid out alike in every theme: once is enough.
      const inner = theme === "light" ? rooms[name] : undefined;
      for (const room of inner?.names ?? []) {
        await page.locator(".frame-room").getByRole(inner!.role, { name: room }).first().click();
        await look(`${name}-${room}`);
      }
    }
    expect(failed).toEqual([]);
    expect(said).toEqual([]);
  });
}
