import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { type Desk, newHome, openDesk, removeHome } from "./launch.ts";
import { startArchive } from "./start-archive.ts";

/** The questions asked so far, and what the clerk answers to them from now on: the number of a button. */
async function answerQuestions(desk: Desk, button: number): Promise<void> {
  await desk.app.evaluate(({ dialog }, chosen) => {
    const world = globalThis as unknown as { questions?: string[] };
    world.questions ??= [];
    dialog.showMessageBox = ((...given: unknown[]) => {
      const { message } = given.at(-1) as { message: string };
      world.questions?.push(message);
      return Promise.resolve({ response: chosen, checkboxChecked: false });
    }) as typeof dialog.showMessageBox;
  }, button);
}
const questions = (desk: Desk): Promise<string[]> =>
  desk.app.evaluate(() => (globalThis as unknown as { questions?: string[] }).questions ?? []);
const closeWindow = (desk: Desk): Promise<void> =>
  desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());

test("closing the window closes the archive and writes the copy of the day", async () => {
  const desk = await openDesk(newHome());
  const backup = join(desk.home, "备份");
  mkdirSync(backup);
  const { folder } = await startArchive(desk);
  await desk.ask("settings.revise", { backupFolder: backup });
  const ended = desk.app.waitForEvent("close");
  await closeWindow(desk);
  await ended;
  const files = readdirSync(backup, { recursive: true }).map(String);
  expect(files.some((name) => name.endsWith("archive.db"))).toBe(true);
  expect(files.some((name) => name.endsWith("keys.db"))).toBe(true);
  // Nothing waits in a journal file beside the database: the archive was closed, not torn off.
  expect(readdirSync(folder).filter((name) => name.endsWith("-wal"))).toEqual([]);
  removeHome(desk.home);
});

test("a copy that cannot be written is asked about, and the window stays until the clerk lets it go", async () => {
  const desk = await openDesk(newHome());
  const backup = join(desk.home, "备份");
  mkdirSync(backup);
  await startArchive(desk);
  await desk.ask("settings.revise", { backupFolder: backup });
  rmSync(backup, { recursive: true });
  writeFileSync(backup, "not a folder any more");
  await answerQuestions(desk, 0);
  await closeWindow(desk);
  await expect.poll(() => questions(desk)).toEqual(["今天的备份没有写成。"]);
  expect(desk.page.isClosed()).toBe(false);
  await answerQuestions(desk, 1);
  const ended = desk.app.waitForEvent("close");
  await closeWindow(desk);
  await ended;
  removeHome(desk.home);
});

test("a page whose process dies is there again", async () => {
  const desk = await openDesk(newHome());
  await desk.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const seen: string[] = [];
    Object.assign(globalThis, { seen });
    contents?.on("render-process-gone", () => seen.push("gone"));
    contents?.on("did-finish-load", () => seen.push(contents.getURL()));
    contents?.forcefullyCrashRenderer();
  });
  await expect
    .poll(() => desk.app.evaluate(() => (globalThis as unknown as { seen: string[] }).seen))
    .toEqual(["gone", "app://ui/"]);
  await desk.close();
  removeHome(desk.home);
});
