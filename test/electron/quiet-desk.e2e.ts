// The hand never waits for the engine (house 3.1): while scans come in, no task of shell or page computes over 50 ms.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { jpegPage } from "#test/fixtures/scanned-page";
import { frameText } from "#text/frame";
import { scanText } from "#text/scan";
import { dropFiles, goTo } from "./hand.ts";
import { type Desk, newHome, openDesk, removeHome } from "./launch.ts";
import { traceTasks } from "./long-tasks.ts";
import { startArchive } from "./start-archive.ts";

const fileCount = 60;
const longestMs = 50;

// A browser that is starved of processor time drops parts of its own trace; then the measuring is done once more.
test.describe.configure({ retries: 1 });

let desk: Desk;
test.beforeAll(async () => {
  desk = await openDesk(newHome());
  await startArchive(desk);
  // The page asks for the session when it starts: now there is one.
  await desk.page.reload();
  await goTo(desk, frameText.pages.scan);
  await expect(desk.page.getByText(scanText.emptyTitle)).toBeVisible();
});
test.afterAll(async () => {
  await desk.close();
  removeHome(desk.home);
});

test("the measuring sees a planted long task in shell and page", async () => {
  // A count, not a time: on a busy machine a task may wait long and compute little.
  const busy = (): Promise<number> =>
    new Promise((done) => {
      setTimeout(() => {
        let state = 1;
        for (let turn = 0; turn < 300_000_000; turn += 1) state = (state ^ (state << 13)) + turn;
        done(state);
      }, 10);
    });
  const seen = await traceTasks(desk, longestMs, async () => {
    await desk.page.evaluate(busy);
    await desk.app.evaluate(busy);
  });
  expect(seen.page.long.length).toBeGreaterThan(0);
  expect(seen.shell.long.length).toBeGreaterThan(0);
});

test("no task of the shell or the page computes longer than 50 ms while scans come in", async () => {
  const inbox = join(desk.home, "扫描");
  mkdirSync(inbox);
  const paths = Array.from({ length: fileCount }, (_, index) => join(inbox, `${index + 1}.jpg`));
  for (const [index, path] of paths.entries())
    writeFileSync(path, await jpegPage({ width: 1240, height: 1754, seed: index + 1 }));
  const seen = await traceTasks(desk, longestMs, async () => {
    await dropFiles(desk.page, ".drop-room", paths);
    await expect(desk.page.getByText(scanText.trayCount(fileCount))).toBeVisible({ timeout: 60_000 });
  });
  expect(seen.shell.measured).toBeGreaterThan(100);
  expect(seen.page.measured).toBeGreaterThan(100);
  expect(seen.shell.long).toEqual([]);
  expect(seen.page.long).toEqual([]);
});
