// The clerk's hand in the window: dialogs answered, files dropped, pictures taken.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Page, expect } from "@playwright/test";
import { frameText } from "#text/frame";
import { type Desk, projectFolder } from "./launch.ts";

/** The next open dialogs answer with these paths. */
export async function chooseNext(desk: Desk, paths: readonly string[]): Promise<void> {
  await desk.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: chosen.length === 0, filePaths: [...chosen] });
  }, paths);
}

/** The next save dialogs answer with this path. */
export async function saveNext(desk: Desk, path: string): Promise<void> {
  await desk.app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
  }, path);
}

/** Drops real files on the middle of an element, as a file manager does: the page learns their paths from the shell only. */
export async function dropFiles(page: Page, selector: string, paths: readonly string[]): Promise<void> {
  await page.locator(selector).first().waitFor();
  await page.evaluate(() => {
    const input = document.createElement("input");
    input.type = "file";
    input.multiple = true;
    input.id = "test-files";
    document.body.append(input);
  });
  await page.setInputFiles("#test-files", [...paths]);
  await page.evaluate((target) => {
    const input = document.querySelector<HTMLInputElement>("#test-files");
    const carried = new DataTransfer();
    for (const file of input?.files ?? []) carried.items.add(file);
    input?.remove();
    const room = document.querySelector(target);
    for (const kind of ["dragenter", "dragover", "drop"])
      room?.dispatchEvent(new DragEvent(kind, { dataTransfer: carried, bubbles: true, cancelable: true }));
  }, selector);
}

const sizes = [
  [1366, 768],
  [1920, 1080],
] as const;
let taken = 0;

async function sizeWindow(desk: Desk, width: number, height: number): Promise<void> {
  const now = await desk.page.evaluate(() => [innerWidth, innerHeight]);
  if (now[0] === width && now[1] === height) return;
  await desk.app.evaluate(({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w, h), [
    width,
    height,
  ] as const);
  await expect.poll(() => desk.page.evaluate(() => innerWidth)).toBe(width);
}

/**
 * Pictures of the window at both sizes, numbered in the order they were taken, for looking at later: taken when window
 * tests are run by themselves (`npm test -- --only e2e …`). The window is left at the smaller size either way.
 */
export async function takePictures(desk: Desk, name: string): Promise<void> {
  if (process.env["LINDANG_PICTURES"] !== "1") return sizeWindow(desk, ...sizes[0]);
  const folder = join(projectFolder, "test-results", "screens");
  mkdirSync(folder, { recursive: true });
  const number = String(++taken).padStart(2, "0");
  for (const [width, height] of [...sizes].reverse()) {
    await sizeWindow(desk, width, height);
    await desk.page.waitForTimeout(300);
    await desk.page.screenshot({ path: join(folder, `${number}-${name}-${width}x${height}.png`) });
  }
}

const rooms = Object.keys(frameText.ledgerRooms) as (keyof typeof frameText.ledgerRooms)[];

/** Goes to a page by the navigation, to a room of 台账 by its strip. */
export async function goTo(desk: Desk, name: string): Promise<void> {
  const room = rooms.find((each) => each !== "ledger" && frameText.pages[each] === name);
  await desk.page
    .getByRole("navigation", { name: frameText.navigation })
    .getByRole("button", { name: room ? frameText.pages.ledger : name, exact: true })
    .click();
  if (room) await desk.page.locator(".ledger-rooms").getByRole("tab", { name: frameText.ledgerRooms[room] }).click();
}
