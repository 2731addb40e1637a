// One month of a ledger from the first paper to the filed item: taken in, written, proved, printed, frozen, filed, and the files read again.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import type { Ledger, LedgerPeriod } from "#contract/ledger";
import { sayPeriod } from "#contract/ledger-period";
import { boxText } from "#text/box";
import { digitalText } from "#text/digital-file";
import { filingText, stageText } from "#text/filing";
import { frameText } from "#text/frame";
import { itemCaseText } from "#text/item-case";
import { itemText } from "#text/item";
import { ledgerFreezeText } from "#text/ledger-freeze";
import { ledgerPrintText } from "#text/ledger-print";
import { ledgerText } from "#text/ledger";
import { readWithPdfjs } from "#test/engine/catalogue/read-with-pdfjs";
import { jpegPage } from "#test/fixtures/scanned-page";
import { partsOfXlsx, rowsOfXlsx } from "#test/support/frozen-files";
import { dropFiles, goTo, saveNext, takePictures } from "./hand.ts";
import { type Desk, newHome, openDesk, removeHome } from "./launch.ts";
import { openLedger, pasteText, waitForRows } from "./ledger-hand.ts";
import { startUnreadArchive } from "./start-archive.ts";

test.describe.configure({ mode: "serial" });
const home = newHome();
const period = "2024-03" as LedgerPeriod;
const title = "2024年3月困难帮扶台账（去标识）";
/** What no file that leaves may hold: names, numbers of persons, and the sealed value whole or in part. */
const persons = /王梧桐|李青|周小云|赵四维|1380000\d{4}|11010519491231002X|19491231/;
const hasPrinter = (process.env["LINDANG_PRINT_QUEUE"] ?? "") !== "";
let desk: Desk;
let ledger: Ledger;
const button = (name: string | RegExp): ReturnType<Desk["page"]["getByRole"]> =>
  desk.page.getByRole("button", { name, exact: typeof name === "string" });
const cell = (row: number, heading: string) => desk.page.locator(`[data-row="${row - 1}"][data-heading="${heading}"]`);
/** Saves with this button under a name in the home folder, and waits until the file is there: its path. */
async function saveBy(verb: string, name: string): Promise<string> {
  const to = join(home, name);
  await saveNext(desk, to);
  await button(verb).click();
  await expect.poll(() => existsSync(to), { timeout: 20_000 }).toBe(true);
  return to;
}

test.beforeAll(async () => {
  desk = await openDesk(home, [], { CUPS_SERVER: process.env["CUPS_SERVER"] });
  await startUnreadArchive(desk);
  ledger = await openLedger(desk, "aid", "困难帮扶");
  await desk.page.reload();
});
test.afterAll(async () => {
  await desk.close();
  removeHome(home);
});

test("a paper and a photo are taken in; the photo becomes an item", async () => {
  const { page } = desk;
  mkdirSync(join(home, "扫描"));
  const paths = ["慰问照片.jpg", "困难帮扶申请.jpg"].map((name) => join(home, "扫描", name));
  for (const [at, path] of paths.entries()) writeFileSync(path, await jpegPage({ seed: at + 1 }));
  await goTo(desk, frameText.pages.scan);
  await dropFiles(page, ".drop-room", paths);
  await expect.poll(async () => (await desk.ask("scan.tray", {})).total, { timeout: 20_000 }).toBe(2);
  const photo = (await desk.ask("scan.tray", {})).pages.find(({ sourceName }) => sourceName === "慰问照片.jpg");
  const [fonds] = await desk.ask("fonds.list", {});
  const matter = (await desk.ask("matter.list", {})).find(({ category, code }) => category === "WS" && code === "ZZ");
  await desk.ask("item.make", {
    pageIds: [photo!.id],
    fields: {
      ...{ fondsId: fonds!.id, category: "WS", matterId: matter!.id, year: 2024, retention: "D30" },
      ...{ title: "三月走访慰问照片", creator: fonds!.unit, documentDate: "2024-03-06" as never },
    },
  });
});

test("rows of the month are typed and pasted", async () => {
  const { page } = desk;
  await goTo(desk, frameText.pages.ledger);
  await button("困难帮扶").click();
  await expect(page.getByRole("grid", { name: "困难帮扶" })).toBeVisible();
  for (const words of ["2024.3.6", "jx", "王梧桐", "13800001234", "11010519491231002X", "1200"]) {
    await page.keyboard.type(words);
    await page.keyboard.press("Tab");
  }
  await page.keyboard.type("临时救助申请");
  await page.keyboard.press("Enter");
  await waitForRows(desk, ledger.id, 1);
  // First letters and Tab at once: the choice is taken however fast the hand is.
  await expect(cell(1, "类别")).toHaveText("就学");
  const lines = [
    ["2024-03-11", "就业", "李青", "13800005678", "", "300", "岗位推荐"],
    ["2024-03-20", "就医", "周小云", "", "", "", "陪同就诊"],
    ["2024-03-28", "就学", "赵四维", "13800009012", "", "500", "开学补助"],
    ["2024-02-29", "就业", "赵四维", "", "", "", "二月的一行"],
  ].map((line) => line.join("\t"));
  await cell(2, "发生日期").click();
  await pasteText(page, lines.join("\r\n"));
  await page
    .getByRole("dialog")
    .getByRole("button", { name: ledgerText.pasteAll(4) })
    .click();
  await waitForRows(desk, ledger.id, 5);
});

test("the page just scanned and the photo are attached to the row, and the photo tells which row it proves", async () => {
  const { page } = desk;
  await cell(1, "事项").click();
  await page.keyboard.press("F4");
  const form = page.getByRole("complementary", { name: ledgerText.form });
  await form.getByRole("tab", { name: ledgerText.attachmentTab(0) }).click();
  const tray = form.getByRole("listbox", { name: ledgerText.tray });
  await tray.getByRole("option", { name: "困难帮扶申请.jpg" }).click();
  await takePictures(desk, "month-attach");
  await form.getByRole("button", { name: ledgerText.attachPages(1) }).click();
  await expect(tray.getByText(ledgerText.trayAttached)).toBeVisible();
  await form.getByRole("combobox", { name: ledgerText.attachItem }).fill("慰问照片");
  await page.locator(".ant-select-item-option", { hasText: "三月走访慰问照片" }).click();
  await expect(form.getByRole("tab", { name: ledgerText.attachmentTab(2) })).toBeVisible();
  await expect(form.getByRole("listitem").filter({ hasText: "三月走访慰问照片" })).toContainText(ledgerText.pages(1));
  await takePictures(desk, "month-attached");
  const { rows } = await desk.ask("item.list", {});
  const answer = await desk.ask("ledger.rows-of-item", { itemId: rows[0]!.id });
  expect(answer.rows.map(({ period: of, rowNumber }) => [of, rowNumber])).toEqual([[period, 1]]);
  await page.keyboard.press("Escape");
});

test("the month is printed in three clicks at most, without a name or a sealed number", async () => {
  const { page } = desk;
  await page.reload();
  await page.evaluate(() => {
    const counted = window as unknown as { clicks: number };
    counted.clicks = 0;
    addEventListener("click", (event) => event.isTrusted && counted.clicks++, true);
  });
  await goTo(desk, frameText.pages.ledgerPrint);
  await expect(page.getByText(ledgerPrintText.pages(1, 4))).toBeVisible({ timeout: 20_000 });
  if (hasPrinter) {
    // The sheet goes as far as the system's printer; what a printer makes of it is measured elsewhere.
    await desk.app.evaluate(({ app }) => {
      app.once("web-contents-created", (_event, contents) => {
        contents.print = (_options, answer) => answer?.(true, "");
      });
    });
    await button(ledgerPrintText.print).click();
    await expect(page.getByText(ledgerPrintText.printed(1)).first()).toBeVisible({ timeout: 20_000 });
    expect(await page.evaluate(() => (window as unknown as { clicks: number }).clicks)).toBeLessThanOrEqual(3);
  }
  for (const [verb, end] of [
    [ledgerPrintText.savePdf, "pdf"],
    [ledgerPrintText.saveXlsx, "xlsx"],
  ] as const) {
    await saveBy(verb, `打印.${end}`);
  }
  const printed = (await readWithPdfjs(readFileSync(join(home, "打印.pdf")))).map(({ text }) => text).join("\n");
  expect(printed.match(/2024-03-\d\d/g)).toEqual(["2024-03-06", "2024-03-11", "2024-03-20", "2024-03-28"]);
  expect(printed).toContain("●●●●");
  expect(printed).not.toMatch(persons);
  for (const part of partsOfXlsx(readFileSync(join(home, "打印.xlsx"))).values()) expect(part).not.toMatch(persons);
});

test("the month is frozen into an item, completed, numbered and filed with its term", async () => {
  const { page } = desk;
  await goTo(desk, frameText.pages.ledgerFreeze);
  await page
    .getByRole("list", { name: ledgerFreezeText.periods })
    .getByRole("button", { name: sayPeriod(period) })
    .click();
  await expect(page.getByRole("region", { name: sayPeriod(period) })).toContainText(ledgerFreezeText.counts(4, 4, 0));
  await page.getByRole("main").getByRole("button", { name: ledgerFreezeText.freeze, exact: true }).click();
  const frozen = page.getByRole("region", { name: ledgerFreezeText.frozen });
  await expect(frozen.getByText(title).first()).toBeVisible({ timeout: 60_000 });
  await frozen.getByRole("button", { name: ledgerFreezeText.openItem }).click();
  await page.getByRole("combobox", { name: itemText.fields.matterId }).click();
  await page.locator(".ant-select-item-option", { hasText: /^ZZ / }).last().click();
  await expect(page.getByRole("status").filter({ hasText: itemText.saved }).first()).toBeVisible();
  await takePictures(desk, "month-item");

  await goTo(desk, frameText.pages.filing);
  await page.getByRole("tab", { name: new RegExp(`^${stageText.names.order}`) }).click();
  await button(filingText.commit(2)).click();
  await button(filingText.commitVerb).click();
  await expect.poll(async () => (await desk.ask("item.list", { filter: { state: "filed" } })).total).toBe(2);
  const item = (await desk.ask("item.list", {})).rows.find((row) => row.title === title);
  expect(item).toMatchObject({ retention: "D10", year: 2024, state: "filed", carrier: "digital", access: "internal" });
  expect(item?.archivalCode).toMatch(/^Q001-WS·2024-D10-ZZ-\d{4}$/);

  // Paper goes into a box, what is digital does not.
  await goTo(desk, frameText.pages.box);
  await button(boxText.plan).click();
  await button(/^装盒 \d+ 件$/).click();
  await expect
    .poll(async () => (await desk.ask("item.list", {})).rows.map((row) => [row.title, row.boxId !== null]).sort())
    .toEqual([
      [title, false],
      ["三月走访慰问照片", true],
    ]);
});

test("both files of the filed item are saved, read again, counted and hashed: nobody stands in them", async () => {
  const { page } = desk;
  await goTo(desk, frameText.pages.ledgerFreeze);
  await page
    .getByRole("list", { name: ledgerFreezeText.periods })
    .getByRole("button", { name: sayPeriod(period) })
    .click();
  const frozen = page.getByRole("region", { name: ledgerFreezeText.frozen });
  await expect(frozen.getByText(ledgerFreezeText.states.filed)).toBeVisible();
  await frozen.getByRole("button", { name: ledgerFreezeText.check }).click();
  await expect(frozen.getByText(ledgerFreezeText.same(4))).toBeVisible();
  await takePictures(desk, "month-filed");
  await frozen.getByRole("button", { name: ledgerFreezeText.openItem }).click();
  const [freeze] = await desk.ask("ledger.freezes", { ledgerId: ledger.id, period });
  for (const [verb, end] of [
    [digitalText.saveCopy, "pdf"],
    [digitalText.saveAs, "xlsx"],
  ] as const) {
    const to = await saveBy(verb, `固化.${end}`);
    const kept = freeze!.files.find(({ name }) => name.endsWith(`.${end}`));
    const bytes = readFileSync(to);
    expect(bytes.length).toBe(kept!.size);
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(kept!.sha256);
  }
  const xlsx = readFileSync(join(home, "固化.xlsx"));
  const rows = (await rowsOfXlsx(xlsx)).filter((row) => row.some((words) => /^2024-03-\d\d$/.test(words)));
  expect(rows.map((row) => row.find((words) => words.startsWith("2024-03")))).toEqual([
    ...["2024-03-06", "2024-03-11", "2024-03-20", "2024-03-28"],
  ]);
  // The row that has two papers says so; which they are stands beside it in the archive, not in the table.
  expect(rows.map((row) => row.at(-1))).toEqual(["2", "0", "0", "0"]);
  for (const part of partsOfXlsx(xlsx).values()) expect(part).not.toMatch(persons);
  const pdf = readFileSync(join(home, "固化.pdf"));
  const text = (await readWithPdfjs(pdf)).map((each) => each.text).join("\n");
  expect(text.match(/2024-03-(?:06|11|20|28)/g)).toHaveLength(4);
  expect(text).not.toMatch(persons);
  expect(text).not.toContain("二月的一行");
  // Under the printed table stands the hash of the spreadsheet beside it.
  expect(text.replaceAll(/\s/g, "")).toContain(freeze!.files.find(({ name }) => name.endsWith("xlsx"))!.sha256);

  await page.keyboard.press("Escape");
  await goTo(desk, frameText.pages.item);
  await page.getByRole("option", { name: /三月走访慰问照片/ }).click();
  const proven = page.getByRole("region", { name: itemCaseText.provenRows });
  await expect(proven).toContainText(itemCaseText.provenRow("困难帮扶", sayPeriod(period), 1));
  await expect(proven).not.toContainText("王梧桐");
});
