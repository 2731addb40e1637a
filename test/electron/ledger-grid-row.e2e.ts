// One row of 台账登记: a masked value seen, two writers on one cell, the form with its history, removed and put back.
import { expect, type Page, test } from "@playwright/test";
import { columnKey } from "#contract/ledger-column";
import type { Asked, Output } from "#contract/contract";
import { revealReasonLabel } from "#contract/reveal";
import { frameText } from "#text/frame";
import { ledgerText } from "#text/ledger";
import { goTo, takePictures } from "./hand.ts";
import { type Desk, newHome, openDesk, removeHome } from "./launch.ts";
import { openLedger, waitForRows } from "./ledger-hand.ts";
import { startArchive } from "./start-archive.ts";

let desk: Desk;
let page: Page;
let ledgerId: Output<"ledger.open">["id"];
const number = "11010519491231002X";

test.beforeAll(async () => {
  desk = await openDesk(newHome());
  ({ page } = desk);
  await startArchive(desk);
  ({ id: ledgerId } = await openLedger(desk, "aid", "困难帮扶"));
  const cells = { happenedOn: "2024-03-05", kind: "就学", name: "王梧桐", idNumber: number, matter: "交了申请" };
  const other = { happenedOn: "2024-03-06", kind: "就业", name: "李青", matter: "来电询问" };
  await desk.ask("ledger.write-rows", { ledgerId, kind: "paste", rows: [{ cells }, { cells: other }] });
});
test.beforeEach(async () => {
  await page.reload();
  await goTo(desk, frameText.pages.ledger);
  await page.getByRole("button", { name: "困难帮扶" }).click();
  await expect(cell(1, "发生日期")).toHaveText("2024-03-05");
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
const press = (key: string): Promise<void> => page.keyboard.press(key);
const matter = columnKey.parse("matter");
async function rows(): Promise<Output<"ledger.rows">> {
  const { seqs } = await desk.ask("ledger.order", { ledgerId });
  return desk.ask("ledger.rows", { ledgerId, seqs: [...seqs] });
}
/** Another place writes the first row's 事项. */
async function writeElsewhere(text: string): Promise<void> {
  const [row] = await rows();
  if (!row) throw new Error("the first row is there");
  const entry: Asked<"ledger.write-rows">["rows"][number] = {
    ...{ id: row.id, revision: row.revision, cells: { [matter]: text } },
  };
  await desk.ask("ledger.write-rows", { ledgerId, kind: "edit", rows: [entry] });
}

test("a masked value is seen for a reason that is kept, and goes out of sight", async () => {
  await cell(1, "身份证号").click();
  await press("F6");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("button", { name: ledgerText.look })).toBeDisabled();
  await dialog.getByText(revealReasonLabel["own-matter"]).click();
  await dialog.getByRole("button", { name: ledgerText.look }).click();
  await expect(dialog.locator(".look-figures")).toHaveText(number);
  await dialog.getByRole("button", { name: ledgerText.hide }).click();
  await expect(page.getByText(number)).toHaveCount(0);
  expect((await desk.ask("reveal.list", {})).looks[0]).toMatchObject({ field: "身份证号", reasonCode: "own-matter" });
});

test("another place changed the same cell meanwhile: both are shown and nothing is lost", async () => {
  await cell(1, "事项").click();
  await press("F2");
  await writeElsewhere("别处改的");
  await press("Control+a");
  await page.keyboard.type("我改的");
  await press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("别处改的");
  await expect(dialog).toContainText("我改的");
  await takePictures(desk, "ledger-conflict");
  await dialog.getByRole("button", { name: ledgerText.useMine }).click();
  await expect.poll(async () => (await rows())[0]?.cells).toMatchObject({ matter: "我改的" });
});

test("the form shows the row, its dates and its history; a version comes back with a reason", async () => {
  await writeElsewhere("先改一次");
  await writeElsewhere("又改一次");
  await cell(1, "事项").click();
  await press("F4");
  const form = page.getByRole("complementary", { name: ledgerText.form });
  await expect(form.getByText(ledgerText.enteredAt)).toBeVisible();
  await form.getByLabel("备注").fill("第一行\n第二行");
  await form.getByLabel("备注").blur();
  await expect.poll(async () => (await rows())[0]?.cells).toMatchObject({ note: "第一行\n第二行" });
  await takePictures(desk, "ledger-form");
  await form.getByRole("tab", { name: ledgerText.history }).click();
  await expect(form.getByText("又改一次").first()).toBeVisible();
  await expect(form.getByText(number)).toHaveCount(0);
  await takePictures(desk, "ledger-history");
  await form.getByRole("button", { name: ledgerText.restoreVersion }).nth(1).click();
  await page.getByRole("dialog").getByRole("textbox").fill("按原件更正");
  await page.getByRole("dialog").getByRole("button", { name: ledgerText.restoreVersion }).click();
  await expect.poll(async () => (await rows())[0]?.cells).toMatchObject({ matter: "先改一次" });
});

test("rows are removed with a reason and put back", async () => {
  await page.locator('.sheet-number[data-row="1"]').click();
  await press("Control+-");
  await page.getByRole("dialog").getByRole("textbox").fill("重复登记");
  await press("Enter");
  await waitForRows(desk, ledgerId, 1);
  await expect(page.locator(".sheet-saying")).toHaveText(ledgerText.removed(1));
  await press("Control+z");
  await waitForRows(desk, ledgerId, 2);
});

test("large text and dark", async () => {
  for (const [theme, textScale, name] of [
    ["light", 1.5, "ledger-large"],
    ["dark", 1, "ledger-dark"],
  ] as const) {
    await desk.remember({ theme, textScale });
    await page.reload();
    await goTo(desk, frameText.pages.ledger);
    await page.getByRole("button", { name: "困难帮扶" }).click();
    await expect(cell(1, "发生日期")).toHaveText("2024-03-05");
    await press("F4");
    await takePictures(desk, name);
  }
});
