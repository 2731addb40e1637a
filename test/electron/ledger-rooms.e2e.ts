// The rooms of 台账: one ledger goes along from room to room, frozen rows ask why, what is shown leaves masked, ledgers have their order.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import type { LedgerPeriod, LedgerId } from "#contract/ledger";
import { readSpreadsheet } from "#engine/catalogue/read-spreadsheet";
import { frameText } from "#text/frame";
import { ledgerFrozenText, ledgerRowsOutText } from "#text/ledger-frozen";
import { ledgerDesignText } from "#text/ledger-design";
import { ledgerPrintText } from "#text/ledger-print";
import { ledgerText } from "#text/ledger";
import { goTo, saveNext, takePictures } from "./hand.ts";
import { type Desk, newHome, openDesk, removeHome } from "./launch.ts";
import { openLedger } from "./ledger-hand.ts";
import { startArchive } from "./start-archive.ts";

test.describe.configure({ mode: "serial" });
let desk: Desk;
let page: Page;
let ledgerId: LedgerId;
const number = "11010519491231002X";

test.beforeAll(async () => {
  desk = await openDesk(newHome());
  ({ page } = desk);
  await startArchive(desk);
  await openLedger(desk, "visit", "走访慰问");
  ({ id: ledgerId } = await openLedger(desk, "aid", "困难帮扶"));
  const cells = { happenedOn: "2024-03-05", kind: "就学", name: "王梧桐", idNumber: number, matter: "交了申请" };
  const other = { happenedOn: "2024-04-06", kind: "就业", name: "李青", matter: "来电询问" };
  await desk.ask("ledger.write-rows", { ledgerId, kind: "paste", rows: [{ cells }, { cells: other }] });
  await desk.ask("ledger.freeze", { ledgerId, period: "2024-03" as LedgerPeriod });
  await page.reload();
});
test.afterAll(async () => {
  await desk.close();
  removeHome(desk.home);
});
const room = (name: keyof typeof frameText.ledgerRooms) =>
  page.locator(".ledger-rooms").getByRole("tab", { name: frameText.ledgerRooms[name], exact: true });
const cell = (row: number, heading: string) =>
  page
    .locator(".sheet-row")
    .filter({ has: page.locator(`[data-row="${row - 1}"]`) })
    .locator(`[data-heading="${heading}"]`);

test("the navigation says 台账 once, and its rooms keep the ledger one is at", async () => {
  const navigation = page.getByRole("navigation", { name: frameText.navigation });
  await expect(navigation.getByRole("button", { name: frameText.pages.ledger, exact: true })).toBeVisible();
  const names = await navigation.getByRole("button").allTextContents();
  expect(names.filter((name) => /台账|居民|权利/.test(name))).toEqual([frameText.pages.ledger]);
  await goTo(desk, frameText.pages.ledger);
  // The paper the page before showed has the ledger's name on it as well.
  await expect(page.locator(".ledger-rooms")).toBeVisible();
  // Ctrl+Shift+L filters a ledger; before one is open it does nothing, above all it does not lock the archive.
  await page.keyboard.press("Control+Shift+l");
  await page.getByRole("button", { name: "困难帮扶" }).click();
  await expect(cell(1, "发生日期")).toHaveText("2024-03-05");
  await takePictures(desk, "ledger-rooms-sheet");
  await room("ledgerDesign").click();
  await expect(page.getByRole("main").getByRole("heading", { name: "困难帮扶" })).toBeVisible();
  await room("ledgerFreeze").click();
  await expect(page.locator(".ledger-freeze-choice")).toContainText("困难帮扶");
  await room("ledgerPrint").click();
  await expect(page.getByRole("main").getByLabel(ledgerPrintText.ledger, { exact: true }).locator("..")).toBeVisible();
  await expect(page.getByRole("main")).toContainText("困难帮扶");
  await room("resident").click();
  await expect(navigation.getByRole("button", { name: frameText.pages.ledger })).toHaveAttribute(
    "aria-current",
    "page",
  );
  await room("ledger").click();
  await expect(page.getByRole("grid", { name: "困难帮扶" })).toBeVisible();
});

test("a frozen row asks why before it is changed, and is shown as changed since", async () => {
  await cell(1, "事项").click();
  await page.keyboard.type("交了申请和证明");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: ledgerFrozenText.title });
  await expect(dialog).toContainText("2024年3月");
  await takePictures(desk, "ledger-frozen-why");
  await dialog.getByRole("button", { name: ledgerText.cancel }).click();
  await expect(page.locator(".sheet-saying")).toContainText(ledgerFrozenText.notChanged);
  const matter = async (): Promise<string | undefined> => {
    const [row] = await desk.ask("ledger.rows", { ledgerId, seqs: [1] });
    return row?.cells["matter" as never];
  };
  expect(await matter()).toBe("交了申请");
  await cell(1, "事项").click();
  await page.keyboard.press("F2");
  await page.keyboard.press("Enter");
  await dialog.getByLabel(ledgerText.reason).fill("补记证明");
  await dialog.getByRole("button", { name: ledgerFrozenText.verb }).click();
  await expect.poll(matter).toBe("交了申请和证明");
  await cell(1, "事项").click();
  await page.keyboard.press("F4");
  const form = page.getByRole("complementary", { name: ledgerText.form });
  await expect(form.getByText(ledgerFrozenText.changed)).toBeVisible();
  await takePictures(desk, "ledger-frozen-changed");
  await form.getByRole("tab", { name: ledgerText.history }).click();
  await expect(form.getByText(ledgerText.why("补记证明"))).toBeVisible();
  await page.keyboard.press("Escape");
});

test("the rows shown leave as a spreadsheet, masked as they are printed", async () => {
  const to = join(desk.home, "所列.xlsx");
  await saveNext(desk, to);
  await page.getByRole("button", { name: ledgerRowsOutText.out }).click();
  await expect(page.getByText(ledgerRowsOutText.done(2, 0))).toBeVisible({ timeout: 60_000 });
  expect(existsSync(to)).toBe(true);
  const sheets = await readSpreadsheet(readFileSync(to));
  const text = JSON.stringify([...sheets.values()].map((rows) => [...rows.values()]));
  expect(text).toContain("来电询问");
  expect(text).toContain("●●●●");
  for (const each of [number, "王梧桐", "李青"]) expect(text).not.toContain(each);
});

test("ledgers are put in the office's order by the keyboard, and the order is kept", async () => {
  await room("ledgerDesign").click();
  const shelf = page.getByRole("list", { name: ledgerDesignText.list });
  await expect(shelf.getByRole("listitem").first()).toContainText("走访慰问");
  const aid = shelf.getByRole("button", { name: "困难帮扶" });
  await aid.focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(shelf.getByRole("listitem").first()).toContainText("困难帮扶");
  await expect(aid).toBeFocused();
  await takePictures(desk, "ledger-order");
  await page.keyboard.press("Alt+ArrowDown");
  await expect(shelf.getByRole("listitem").first()).toContainText("走访慰问");
  await page
    .getByRole("group", { name: ledgerDesignText.order })
    .getByRole("button", { name: ledgerDesignText.up })
    .click();
  await expect(shelf.getByRole("listitem").first()).toContainText("困难帮扶");
  const [fonds] = await desk.ask("fonds.list", {});
  const ledgers = await desk.ask("ledger.list", { fondsId: fonds!.id });
  expect(ledgers.map(({ name }) => name)).toEqual(["困难帮扶", "走访慰问"]);
});
