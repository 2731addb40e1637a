// Thousands of rows in the sheet (LINDANG_GRID_ROWS; 50,000 take three quarters of a minute to make): only what is in sight is drawn, and no task of the page computes long.
import { expect, test } from "@playwright/test";
import { frameText } from "#text/frame";
import { ledgerText } from "#text/ledger";
import { goTo, takePictures } from "./hand.ts";
import { newHome, openDesk, removeHome } from "./launch.ts";
import { openLedger } from "./ledger-hand.ts";
import { traceTasks } from "./long-tasks.ts";
import { startArchive } from "./start-archive.ts";

const rows = Number(process.env["LINDANG_GRID_ROWS"] ?? 10_000);

test("thousands of rows are walked through without holding the window up", async () => {
  test.setTimeout(600_000);
  const desk = await openDesk(newHome());
  const { page } = desk;
  await startArchive(desk);
  const { id } = await openLedger(desk, "visit", "走访慰问");
  for (let part = 0; part < rows / 5000; part++)
    await desk.ask("ledger.write-rows", {
      ...{ ledgerId: id, kind: "paste" },
      rows: Array.from({ length: 5000 }, (_, at) => ({
        cells: { happenedOn: "2024-01-02", matter: `走访${part * 5000 + at}`, amount: `${at}` } as Record<
          never,
          string
        >,
      })),
    });
  await page.reload();
  await goTo(desk, frameText.pages.ledger);
  await page.getByRole("button", { name: "走访慰问" }).click();
  await expect(page.locator(".ledger-tools")).toContainText(ledgerText.total(rows));
  const tasks = await traceTasks(desk, 200, async () => {
    for (let at = 0; at < 40; at++) {
      await page.locator(".sheet").evaluate((sheet) => (sheet.scrollTop += 3000));
      await page.waitForTimeout(16);
    }
    await page.keyboard.press("Control+End");
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowUp");
    await expect(page.locator(`[data-row="${rows - 1}"][data-heading="事项"]`)).toHaveText(`走访${rows - 1}`);
  });
  expect(tasks.page.long).toEqual([]);
  expect(await page.locator(".sheet-row").count()).toBeLessThan(80);
  await takePictures(desk, "ledger-thousands");
  await desk.close();
  removeHome(desk.home);
});
