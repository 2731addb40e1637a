// 台账登记 by keyboard: typed, refused, let go of, pasted, filled, undone, copied, found, filtered and sorted.
import { expect, type Page, test } from "@playwright/test";
import type { Output } from "#contract/contract";
import { frameText } from "#text/frame";
import { ledgerText } from "#text/ledger";
import { goTo, takePictures } from "./hand.ts";
import { type Desk, newHome, openDesk, removeHome } from "./launch.ts";
import { openLedger, pasteText, waitForRows } from "./ledger-hand.ts";
import { startArchive } from "./start-archive.ts";

test.describe.configure({ mode: "serial" });
let desk: Desk;
let page: Page;
let ledgerId: Output<"ledger.open">["id"];

test.beforeAll(async () => {
  desk = await openDesk(newHome());
  ({ page } = desk);
  await startArchive(desk);
  await page.reload();
});
test.afterAll(async () => {
  await desk.close();
  removeHome(desk.home);
});

const cell = (row: number, heading: string) =>
  page
    .locator(".sheet-row")
    .filter({ has: page.locator(`[data-row="${row - 1}"]`) })
    .locator(`[data-heading="${heading}"]`);
const idInPlain = "此格像身份证号码。本列不是放证件号码的列，保存后会按普通文字显示和导出";
const saying = () => page.locator(".sheet-saying");
const type = (text: string): Promise<void> => page.keyboard.type(text);
const press = (key: string): Promise<void> => page.keyboard.press(key);
async function rows(): Promise<Output<"ledger.rows">> {
  const { seqs } = await desk.ask("ledger.order", { ledgerId });
  return desk.ask("ledger.rows", { ledgerId, seqs: seqs.slice(0, 500) });
}

test("an office without a ledger is shown the way to one", async () => {
  await goTo(desk, frameText.pages.ledger);
  await expect(page.getByText(ledgerText.emptyTitle)).toBeVisible();
  await takePictures(desk, "ledger-empty");
  ({ id: ledgerId } = await openLedger(desk, "aid", "困难帮扶"));
  await expect(page.getByRole("button", { name: "困难帮扶" })).toBeVisible();
  await takePictures(desk, "ledger-list");
  await page.getByRole("button", { name: "困难帮扶" }).click();
  await expect(page.getByRole("grid", { name: "困难帮扶" })).toBeVisible();
});

test("a row is typed from the keyboard; what cannot be read stays where it was typed, with the reason", async () => {
  await type("去年春天");
  await press("Tab");
  await expect(saying()).toContainText("认不出日期");
  await expect(cell(1, "发生日期")).toHaveText("去年春天");
  expect(await rows()).toHaveLength(0);
  await takePictures(desk, "ledger-refused");
  await press("Shift+Tab");
  await press("F2");
  await press("Control+a");
  await type("2024.3.5");
  await press("Tab");
  await waitForRows(desk, ledgerId, 1);
  await expect(cell(1, "发生日期")).toHaveText("2024-03-05");
  await type("jx");
  await expect(page.locator(".cell-offers [aria-selected=true]")).toHaveText("就学");
  await press("Tab");
  await type("王梧桐");
  await press("Tab");
  await type("13800001234");
  await press("Tab");
  await type("11010519491231002X");
  await press("Tab");
  await type("1234.5");
  await expect(page.locator(".cell-note")).toHaveText("壹仟贰佰叁拾肆元伍角整");
  await press("Enter");
  await expect
    .poll(async () => (await rows())[0]?.cells)
    .toMatchObject({
      ...{ happenedOn: "2024-03-05", kind: "就学", name: "王梧桐", phone: "13800001234", amount: "1234.50" },
    });
  expect((await rows())[0]).toMatchObject({ masked: ["idNumber"], isLate: true });
  await expect(cell(1, "身份证号")).toContainText("●●●●");
  await takePictures(desk, "ledger-typed");
});

test("Esc lets go of what was typed, says so, and Ctrl+Z brings it back", async () => {
  await cell(1, "事项").click();
  await type("交了");
  await press("Escape");
  await expect(saying()).toHaveText(ledgerText.letGo);
  expect((await rows())[0]?.cells).not.toHaveProperty("matter");
  await press("Control+z");
  await type("申请");
  await press("Enter");
  await expect.poll(async () => (await rows())[0]?.cells).toMatchObject({ matter: "交了申请" });
  await press("Control+z");
  await expect.poll(async () => (await rows())[0]?.cells).not.toHaveProperty("matter");
  await press("Control+y");
  await expect.poll(async () => (await rows())[0]?.cells).toMatchObject({ matter: "交了申请" });
});

test("a number of a person in a plain column is kept, and asked about", async () => {
  await cell(1, "备注").click();
  await type("110105 19491231 002X");
  await press("Enter");
  await expect(saying()).toHaveText(ledgerText.noted("备注", idInPlain));
  await expect.poll(async () => (await rows())[0]?.cells).toMatchObject({ note: "110105 19491231 002X" });
  await takePictures(desk, "ledger-id-in-plain");
  await press("Control+z");
  await expect.poll(async () => (await rows())[0]?.cells).not.toHaveProperty("note");
});

test("500 rows are pasted with a look before: the bad ones are listed and stay out", async () => {
  const lines = Array.from({ length: 500 }, (_, at) => {
    const day = at % 50 === 7 ? "13月40日" : `2024-0${(at % 9) + 1}-1${at % 9}`;
    const kind = at === 12 ? "不存在" : ["就业", "就学", "就医"][at % 3];
    return [
      day,
      kind,
      `居民${at}`,
      `0${at}0000000000`.slice(0, 11),
      "",
      `${at}`,
      at === 3 ? '"两行\n备注"' : at === 5 ? "11010519491231002X" : `事项${at}`,
    ].join("\t");
  });
  await cell(2, "发生日期").click();
  await pasteText(page, `${lines.join("\r\n")}\r\n`);
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText(ledgerText.pasteCounts(500, 0, 11))).toBeVisible();
  await expect(dialog.getByText("不在可选的内容里")).toBeVisible();
  await expect(dialog.getByRole("row").filter({ hasText: idInPlain })).toContainText(ledgerText.taken);
  await takePictures(desk, "ledger-paste");
  await dialog.getByRole("button", { name: ledgerText.pasteGood(489, 11) }).click();
  await waitForRows(desk, ledgerId, 490);
  expect((await rows())[4]?.cells).toMatchObject({ matter: "两行 备注", phone: "03000000000" });
  await press("Control+z");
  await waitForRows(desk, ledgerId, 1);
  await press("Control+y");
  await waitForRows(desk, ledgerId, 490);
});

test("values are filled down and emptied, each taken back as one act", async () => {
  await cell(2, "类别").click();
  for (let at = 0; at < 3; at++) await press("Shift+ArrowDown");
  await press("Control+d");
  await expect(saying()).toHaveText(ledgerText.filled(3));
  expect((await rows()).slice(1, 5).map(({ cells }) => cells["kind" as never])).toEqual([
    "就业",
    "就业",
    "就业",
    "就业",
  ]);
  await press("Delete");
  await expect
    .poll(async () => (await rows()).slice(1, 5).map(({ cells }) => cells["kind" as never]))
    .toEqual(Array(4).fill(undefined));
  await press("Control+z");
  await press("Control+z");
  await expect
    .poll(async () => (await rows()).slice(1, 5).map(({ cells }) => cells["kind" as never]))
    .toEqual(["就业", "就学", "就医", "就业"]);
});

test("nothing sensitive reaches the clipboard", async () => {
  await page.locator('.sheet-number[data-row="0"]').click();
  await press("Control+c");
  await expect(saying()).toHaveText(ledgerText.copied(1, 1));
  const copied = await desk.app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied.split("\t").slice(0, 6)).toEqual(["2024-03-05", "就学", "王梧桐", "13800001234", "", "1234.50"]);
});

test("rows are found, filtered and sorted; a name is no filter", async () => {
  await press("Control+f");
  await type("事项321");
  await press("Enter");
  await expect(page.getByRole("search")).toContainText(ledgerText.foundRows(1, 315));
  await press("Escape");
  await expect(page.locator(".sheet-cell.is-active")).toHaveText("事项321");
  await press("Control+Shift+l");
  const column = page.getByRole("combobox", { name: ledgerText.filterColumn });
  await column.click();
  await expect(page.locator(".ant-select-item-option", { hasText: "姓名" })).toHaveCount(0);
  await page.locator(".ant-select-item-option", { hasText: "类别" }).click();
  await page.getByRole("combobox", { name: ledgerText.filterValues }).click();
  await page.locator(".ant-select-item-option", { hasText: "就医" }).click();
  await page.getByRole("button", { name: ledgerText.filterAdd }).click();
  const expected = (
    await desk.ask("ledger.order", {
      ledgerId,
      filter: { cells: [{ how: "is", column: "kind" as never, value: "就医" }] },
    })
  ).seqs;
  await expect(page.locator(".ledger-tools")).toContainText(ledgerText.total(expected.length));
  await takePictures(desk, "ledger-filter");
  await page.getByRole("button", { name: /^类别：就医/ }).click();
  await page.getByRole("columnheader", { name: "金额" }).click();
  await page.getByRole("columnheader", { name: "金额" }).click();
  await page.locator(".sheet").evaluate((sheet) => (sheet.scrollTop = 0));
  await expect(page.getByRole("columnheader", { name: "金额" })).toHaveAttribute("aria-sort", "descending");
  await expect(cell(1, "金额")).toHaveText("1,234.50");
  await page.getByRole("columnheader", { name: "金额" }).click();
  await page.getByRole("group", { name: ledgerText.filter }).getByRole("button", { name: ledgerText.close }).click();
  await press("Control+Home");
});
