// 台账登记 and what it names: residents, households and items picked while typing, somebody looked up inside one ledger, papers taken
// from the tray, rows put back, and how the sheet looks after it was opened again.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import type { Asked } from "#contract/contract";
import { ledgerCode, type Ledger } from "#contract/ledger";
import { ledgerColumn } from "#contract/ledger-column";
import { frameText } from "#text/frame";
import { ledgerText } from "#text/ledger";
import { jpegPage } from "#test/fixtures/scanned-page";
import { goTo, takePictures } from "./hand.ts";
import { type Desk, newHome, openDesk, removeHome } from "./launch.ts";
import { waitForRows } from "./ledger-hand.ts";
import { startUnreadArchive } from "./start-archive.ts";

test.describe.configure({ mode: "serial" });
const columns = [
  { key: "happenedOn", heading: "日期", kind: "date", part: "occurred" },
  { key: "who", heading: "居民", kind: "person", personal: "personal" },
  {
    key: "phone",
    heading: "电话",
    kind: "text",
    personal: "personal",
    rules: { fillsFrom: "who", fillsWith: "phone" },
  },
  { key: "home", heading: "户", kind: "household", personal: "personal" },
  { key: "paper", heading: "材料", kind: "item" },
  { key: "matter", heading: "事项", kind: "text" },
  { key: "proof", heading: "附件", kind: "attachment" },
] as const;
const restricted = "单小明低保审批表";
const neutral = "低保审批材料（户号0123）";
let desk: Desk;
let page: Page;
let ledger: Ledger;

async function openOf(code: string, name: string): Promise<Ledger> {
  const [fonds] = await desk.ask("fonds.list", {});
  const made = await desk.ask("ledger.make", {
    ...{ fondsId: fonds!.id, origin: "own" },
    template: {
      ...{ code: ledgerCode.parse(code), name, purpose: "联系志愿者", basis: "duty", basisWords: "《志愿服务条例》" },
      columns: columns.map((each) => ledgerColumn.parse(each)),
    },
  });
  return desk.ask("ledger.open", { id: made.id, revision: made.revision });
}
const write = (of: Ledger, rows: readonly Record<string, string>[]) =>
  desk.ask("ledger.write-rows", {
    ...{ ledgerId: of.id, kind: "paste" },
    rows: rows.map((cells) => ({ cells })) as unknown as Asked<"ledger.write-rows">["rows"],
  });

test.beforeAll(async () => {
  desk = await openDesk(newHome());
  ({ page } = desk);
  await startUnreadArchive(desk);
  const household = await desk.ask("household.add", {
    number: "0123",
    address: "幸福路12号3单元502",
    grid: "第二网格",
  });
  await desk.ask("household.add", { number: "0124", address: "团结巷7号", grid: "第一网格" });
  for (const resident of [
    { name: "单小明", phone: "13800138000", householdId: household.id, bornOn: "1990-01-01" },
    { name: "单晓敏", bornOn: "2001-05-06" },
  ])
    await desk.ask("resident.add", resident as Asked<"resident.add">);
  const fields = { title: restricted, access: "restricted", neutralTitle: neutral, paperPageCount: 2 } as const;
  await desk.ask("item.make", { pageIds: [], fields });
  ledger = await openOf("volunteer", "志愿者登记");
  const other = await openOf("other", "另一本台账");
  await write(other, [{ happenedOn: "2024-03-01", who: "王梧桐" }]);
  const paths = ["签到表一.jpg", "签到表二.jpg"].map((name) => join(desk.home, name));
  for (const [at, path] of paths.entries()) writeFileSync(path, await jpegPage({ seed: 40 + at }));
  await desk.ask("scan.accept", { paths });
  await open();
});
test.afterAll(async () => {
  await desk.close();
  removeHome(desk.home);
});

async function open(): Promise<void> {
  await page.reload();
  await goTo(desk, frameText.pages.ledger);
  await page.getByRole("button", { name: "志愿者登记" }).click();
  await expect(page.getByRole("grid", { name: "志愿者登记" })).toBeVisible();
}
const cell = (row: number, heading: string) => page.locator(`[data-row="${row - 1}"][data-heading="${heading}"]`);
const offers = () => page.locator(".cell-offers [role=option]");
const rows = async () => {
  const { seqs } = await desk.ask("ledger.order", { ledgerId: ledger.id });
  return desk.ask("ledger.rows", { ledgerId: ledger.id, seqs: seqs.slice(0, 500) });
};
/** Types, waits for so many offers, and takes the first. */
async function pick(words: string, count: number): Promise<void> {
  await page.keyboard.type(words);
  await expect(offers()).toHaveCount(count);
  await expect(page.locator(".cell-offers [aria-selected=true]")).toHaveCount(0);
  await page.keyboard.press("ArrowDown");
  await expect(offers().first()).toHaveAttribute("aria-selected", "true");
}

test("a resident, a household and an item are picked by first letters and words, never without being chosen", async () => {
  await page.keyboard.type("20240305");
  await page.keyboard.press("Tab");
  await pick("dxm", 2);
  await expect(offers().first()).toContainText("幸福路12号3单元502");
  await takePictures(desk, "records-person");
  await page.keyboard.press("Tab");
  await waitForRows(desk, ledger.id, 1);
  await expect(cell(1, "居民")).toHaveText("单小明");
  await expect(cell(1, "电话")).toHaveText("13800138000");
  await page.keyboard.press("Tab");
  await pick("xfl12", 1);
  await expect(offers().first()).toContainText("幸福路12号3单元502");
  await takePictures(desk, "records-household");
  await page.keyboard.press("Tab");
  // A restricted item is found by its own title, and offered by the one that was written for others.
  await pick("低保审批", 1);
  await expect(offers().first()).toContainText(neutral);
  expect(await page.locator(".ledger-desk").textContent()).not.toContain(restricted);
  await takePictures(desk, "records-item");
  await page.keyboard.press("Tab");
  await expect(cell(1, "材料")).toHaveText(neutral);
  const [row] = await rows();
  expect(row?.cells).toMatchObject({ who: "单小明", phone: "13800138000", home: "0123", paper: neutral });
  expect(Object.keys(row?.links ?? {}).sort()).toEqual(["home", "paper", "who"]);
});

test("somebody is looked up inside this ledger, twenty rows at most, and the words are forgotten", async () => {
  await write(
    ledger,
    Array.from({ length: 25 }, (_, at) => ({ happenedOn: `2024-04-${10 + (at % 20)}`, who: `李甲华${at}` })),
  );
  await waitForRows(desk, ledger.id, 26);
  const box = page.getByRole("textbox", { name: ledgerText.lookup });
  const found = page.getByRole("region", { name: ledgerText.lookup });
  await box.fill("李");
  await box.press("Enter");
  await expect(found).toContainText(ledgerText.lookupShort);
  // Only another ledger names him.
  await box.fill("wangwt");
  await box.press("Enter");
  await expect(found).toContainText(ledgerText.lookupNone);
  await box.fill("ljh");
  await box.press("Enter");
  await expect(found.getByRole("listitem")).toHaveCount(20);
  await expect(found).toContainText(ledgerText.lookupCut);
  await takePictures(desk, "records-lookup");
  await box.fill("dxm");
  await box.press("Enter");
  await found.getByRole("button", { name: /单小明/ }).click();
  await expect(box).toHaveValue("");
  await expect(page.locator(".sheet-cell.is-active")).toHaveAttribute("data-row", "0");
  await expect(page.getByRole("complementary", { name: ledgerText.form })).toContainText("2024-03-05");
  await page.keyboard.press("Escape");
});

test("a page of the tray is attached by keyboard from the cell of papers, taken off, and put back by undo", async () => {
  await cell(1, "附件").click();
  await page.keyboard.press("F4");
  const form = page.getByRole("complementary", { name: ledgerText.form });
  const tray = form.getByRole("listbox", { name: ledgerText.tray });
  await expect(tray.getByRole("option")).toHaveText([/签到表二/, /签到表一/]);
  await tray.focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await expect(form.getByRole("button", { name: ledgerText.attachPages(2) })).toBeEnabled();
  await page.keyboard.press("Enter");
  await expect(form.getByRole("button", { name: ledgerText.detach })).toHaveCount(2);
  await expect(cell(1, "附件")).toHaveText(ledgerText.attachments(2));
  await takePictures(desk, "records-attached");
  const detach = form.getByRole("button", { name: ledgerText.detach });
  await detach.first().click();
  await expect(detach).toHaveCount(1);
  await page.getByRole("button", { name: new RegExp(`^${frameText.undo}`) }).click();
  await expect(detach).toHaveCount(2);
  // The keys of the sheet lead the same way: what was done last is what comes back.
  await detach.first().click();
  await expect(detach).toHaveCount(1);
  await cell(1, "附件").click();
  await page.keyboard.press("Control+z");
  await expect(detach).toHaveCount(2);
  await page.keyboard.press("Control+y");
  await expect(detach).toHaveCount(1);
  // The tab stays from row to row: one row after the other is given its papers.
  await cell(2, "附件").click();
  await expect(form.getByText(ledgerText.noAttachments)).toBeVisible();
  await expect(tray.getByText(ledgerText.trayAttached)).toHaveCount(0);
  await page.keyboard.press("Escape");
});

test("removed rows are found by the filter and put back with a reason", async () => {
  await page.locator('.sheet-number[data-row="1"]').click();
  await page.keyboard.press("Control+-");
  await page.getByRole("dialog").getByRole("textbox").fill("重复登记");
  await page.keyboard.press("Enter");
  await waitForRows(desk, ledger.id, 25);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.locator("textarea.cell-editor")).toBeFocused();
  await page.keyboard.press("Control+Shift+l");
  await page.getByRole("checkbox", { name: ledgerText.removedRows }).check();
  await expect(page.locator(".ledger-tools")).toContainText(ledgerText.total(1));
  await page.locator('.sheet-number[data-row="0"]').click();
  await takePictures(desk, "records-removed");
  await page.getByRole("button", { name: ledgerText.restore, exact: true }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText(ledgerText.restoreTitle(1));
  await dialog.getByRole("textbox").fill("核对后并非重复");
  await dialog.getByRole("button", { name: ledgerText.restore, exact: true }).click();
  await waitForRows(desk, ledger.id, 26);
  await expect(page.locator(".sheet-saying")).toHaveText(ledgerText.restored(1));
  const { versions } = await desk.ask("ledger.history", { rowId: (await rows())[1]!.id });
  expect(versions.map(({ became, reason }) => [became, reason]).slice(0, 2)).toEqual([
    ["restored", "核对后并非重复"],
    ["removed", "重复登记"],
  ]);
});

test("widths, frozen and hidden columns are as they were left after the ledger is opened again", async () => {
  await open();
  const head = (name: string) => page.getByRole("columnheader", { name });
  const before = (await head("电话").boundingBox())!;
  await page.mouse.move(before.x + before.width - 1, before.y + before.height / 2);
  await page.mouse.down();
  await page.mouse.move(before.x + before.width + 79, before.y + before.height / 2, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => (await head("电话").boundingBox())?.width).toBe(before.width + 80);
  await cell(1, "居民").click();
  await page.getByRole("button", { name: ledgerText.layout }).click();
  await page.getByRole("button", { name: ledgerText.freezeHere }).click();
  await page.getByRole("checkbox", { name: "户", exact: true }).uncheck();
  await expect(page.locator(".sheet-heading.is-frozen")).toHaveCount(2);
  await expect
    .poll(() => desk.ask("ledger.read-layout", { ledgerId: ledger.id }))
    .toMatchObject({ frozen: 2, hidden: ["home"] });
  await open();
  await expect(page.locator(".sheet-heading.is-frozen")).toHaveText(["日期", "居民"]);
  await expect(head("户")).toHaveCount(0);
  expect((await head("电话").boundingBox())?.width).toBe(before.width + 80);
  await takePictures(desk, "records-layout");
});
