// The line in the window, by mouse and keyboard: from nothing to a package that is checked, and again after a restart.
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { goodPdf } from "#test/fixtures/bad-pdf";
import { jpegPage } from "#test/fixtures/scanned-page";
import { greyPage, writeTiff } from "#test/fixtures/tiff-writer";
import { catalogueText } from "#text/catalogue";
import { filingText } from "#text/filing";
import { firstRunText } from "#text/first-run";
import { frameText } from "#text/frame";
import { homeText } from "#text/home";
import { itemText } from "#text/item";
import { packageText } from "#text/package";
import { recoveryText } from "#text/recovery";
import { scanText } from "#text/scan";
import { unlockText } from "#text/unlock";
import { readWithPdfjs } from "#test/engine/catalogue/read-with-pdfjs";
import { chooseNext, dropFiles, goTo, saveNext, takePictures } from "./hand.ts";
import { type Desk, newHome, openDesk, removeHome } from "./launch.ts";
import { passphrase } from "./start-archive.ts";

const items = [
  {
    title: "关于开展老旧小区改造意愿征集的通知",
    creator: "梧桐里社区居民委员会",
    number: "梧社发〔2023〕1号",
    date: "2023年3月5日",
  },
  { title: "梧桐里社区居民代表会议纪要", creator: "", number: "梧社纪〔2023〕2号", date: "20230612" },
  { title: "关于梧桐里3号楼加装电梯的请示", creator: "", number: "梧社请〔2023〕3号", date: "2023-09" },
] as const;

test.describe.configure({ mode: "serial" });

const home = newHome();
const place = (name: string): string => join(home, name);
let desk: Desk;
const button = (name: string | RegExp): ReturnType<Desk["page"]["getByRole"]> =>
  desk.page.getByRole("button", { name });
const field = (name: string): ReturnType<Desk["page"]["getByRole"]> =>
  desk.page.getByRole("textbox", { name, exact: true });

test.beforeAll(async () => {
  for (const folder of ["档案", "备份", "优盘", "扫描"]) mkdirSync(place(folder));
  desk = await openDesk(home);
});
test.afterAll(async () => {
  await desk.close();
  removeHome(home);
});

test("a new archive is made, its sheet is saved and typed back from the paper", async () => {
  const { page } = desk;
  await takePictures(desk, "start");
  await button(new RegExp(unlockText.startNew)).click();
  await field(firstRunText.name).fill("梧桐里社区");
  await chooseNext(desk, [place("档案")]);
  await button(firstRunText.choosePlace).click();
  await expect(page.getByText(place("档案/梧桐里社区.lindang"))).toBeVisible();
  await takePictures(desk, "place");
  await button(firstRunText.next).click();

  await field(unlockText.passphrase).fill("短");
  await expect(button(firstRunText.make)).toBeDisabled();
  await field(unlockText.passphrase).fill(passphrase);
  await field(firstRunText.passphraseAgain).fill(passphrase);
  await takePictures(desk, "passphrase");
  await button(firstRunText.make).click();

  await expect(page.getByRole("heading", { name: firstRunText.sheetTitle })).toBeVisible({ timeout: 30_000 });
  await expect(page.locator("canvas").first()).toBeVisible();
  await saveNext(desk, place("恢复单.pdf"));
  await button(recoveryText.save).click();
  await expect.poll(() => existsSync(place("恢复单.pdf"))).toBe(true);
  await page.waitForTimeout(500);
  await takePictures(desk, "sheet");
  const [paper] = await readWithPdfjs(readFileSync(place("恢复单.pdf")));
  const groups = /第1组(\d{6})第2组(\d{6})第3组(\d{6})第4组(\d{6})第5组(\d{6})第6组(\d{6})第7组(\d{6})第8组(\d{6})/
    .exec(paper?.text ?? "")
    ?.slice(1);
  if (!groups) throw new Error("the sheet does not show eight groups");
  await button(firstRunText.sheetNext).click();

  const [first = "", ...others] = groups;
  await expect(field(recoveryText.groupLabel(1))).toBeFocused();
  const slip = (Number(first[0]) + 1) % 10;
  await page.keyboard.type(`${slip}${first.slice(1)}`);
  await expect(page.getByRole("alert").filter({ hasText: recoveryText.isWrong })).toBeVisible();
  await takePictures(desk, "type-back");
  await field(recoveryText.groupLabel(1)).fill(first);
  await field(recoveryText.groupLabel(2)).focus();
  await page.keyboard.type(others.join(""));

  await expect(page.getByRole("heading", { name: firstRunText.fondsTitle })).toBeVisible({ timeout: 30_000 });
  await field(firstRunText.fondsCode).fill("Q001");
  await field(firstRunText.fondsUnit).fill("长青街道梧桐里社区居民委员会");
  await takePictures(desk, "fonds");
  await button(firstRunText.next).click();
  await chooseNext(desk, [place("备份")]);
  await button(firstRunText.backupChoose).click();
  await expect(page.getByText(place("备份"))).toBeVisible();
  await button(firstRunText.next).click();
  await takePictures(desk, "done");
  await button(firstRunText.start).click();
  expect((await desk.ask("archive.session", {}))?.recoveryUnconfirmed).toBe(false);
  await expect(page.getByRole("heading", { name: homeText.title })).toBeVisible();
  await takePictures(desk, "home-empty");
});

test("scans come in by drop and by dialog, and a bad one is refused with a sentence", async () => {
  const { page } = desk;
  const scan = (name: string, bytes: Buffer): string => {
    writeFileSync(join(place("扫描"), name), bytes);
    return join(place("扫描"), name);
  };
  const dropped = [
    scan("通知-1.jpg", await jpegPage({ width: 1240, height: 1754, seed: 3 })),
    scan("通知-2.jpg", await jpegPage({ width: 1240, height: 1754, seed: 4 })),
    scan("坏的.jpg", Buffer.alloc(0)),
  ];
  const chosen = [
    scan("纪要.tif", writeTiff([greyPage(620, 877), greyPage(620, 877, 180)])),
    scan("请示.pdf", goodPdf()),
  ];
  await goTo(desk, frameText.pages.scan);
  await takePictures(desk, "scan-empty");
  await dropFiles(page, ".drop-room", dropped);
  await expect(page.getByText(scanText.accepted(2, 2, 0, 1))).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText("文件为空或已损坏")).toBeVisible();
  await chooseNext(desk, chosen);
  await button(scanText.chooseFiles).click();
  await expect(page.getByText(scanText.trayCount(5))).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole("listbox", { name: scanText.tray }).getByRole("option")).toHaveCount(5);
  await takePictures(desk, "tray");
  const tray = await desk.ask("scan.tray", {});
  const widths = await page.evaluate(
    (ids) =>
      Promise.all(
        ids.map(async (id) => {
          const image = new Image();
          image.src = `app://page/${id}/image`;
          await image.decode();
          return image.naturalWidth;
        }),
      ),
    tray.pages.map(({ id }) => id as string),
  );
  expect(widths.slice(0, 4)).toEqual([1240, 1240, 620, 620]);
});

test("items are made of pages and described by keyboard", async () => {
  const { page } = desk;
  const [fonds] = await desk.ask("fonds.list", {});
  if (!fonds) throw new Error("the first run founded a fonds");
  await desk.ask("matter.add", { fondsId: fonds.id, code: "ZHZ", name: "综合治理" });

  for (const [index, pages] of [2, 2, 1].entries()) {
    await goTo(desk, frameText.pages.scan);
    await page.getByRole("listbox", { name: scanText.tray }).focus();
    await page.keyboard.press("Home");
    for (let more = 1; more < pages; more += 1) await page.keyboard.press("Shift+ArrowRight");
    await expect(page.getByText(scanText.chosen(pages))).toBeVisible();
    await page.keyboard.press("Control+Enter");
    const { title, creator, number, date } = items[index] ?? items[0];
    await field(itemText.fields.title).fill(title);
    await page.keyboard.press("Tab");
    if (creator) await page.keyboard.type(creator);
    else if ((await page.getByRole("combobox", { name: itemText.fields.creator }).inputValue()) === "")
      await page.keyboard.press("Control+d");
    await expect(page.getByRole("combobox", { name: itemText.fields.creator })).toHaveValue(items[0].creator);
    await page.keyboard.press("Tab");
    await page.keyboard.type(number);
    await page.keyboard.press("Tab");
    await page.keyboard.type(date);
    await page.getByRole("radiogroup", { name: itemText.fields.retention }).getByText("永久").click();
    await page.getByRole("combobox", { name: itemText.fields.matterId }).click();
    await page.getByRole("option", { name: "ZHZ 综合治理" }).or(page.getByText("ZHZ 综合治理")).last().click();
    await expect(page.getByRole("status").filter({ hasText: itemText.saved }).first()).toBeVisible();
    if (index === 0) await takePictures(desk, "describe");
  }
  const { rows } = await desk.ask("item.list", { order: "entered" });
  expect(
    rows.map((row) => [
      row.title,
      row.creator,
      row.documentNumber,
      row.documentDate,
      row.year,
      row.retention,
      row.matterId === null,
    ]),
  ).toEqual(
    items.map((item, index) => [
      item.title,
      items[0].creator,
      item.number,
      ["2023-03-05", "2023-06-12", "2023-09"][index],
      2023,
      "Y",
      false,
    ]),
  );
  expect(rows.map((row) => row.pageCount)).toEqual([2, 2, 1]);
});

test("the year is filed under gap-free numbers after a preview", async () => {
  const { page } = desk;
  await goTo(desk, frameText.pages.filing);
  await expect(page.getByText(filingText.noProblems)).toBeVisible();
  await takePictures(desk, "filing-preview");
  await button(filingText.commit(3)).click();
  await takePictures(desk, "filing-question");
  await button(filingText.commitVerb).click();
  await expect(page.getByRole("status").filter({ hasText: "已归档 3 件" }).first()).toBeVisible();
  await takePictures(desk, "filed");
  const { rows } = await desk.ask("item.list", { order: "code" });
  expect(rows.map(({ itemNumber }) => itemNumber)).toEqual([1, 2, 3]);
});

test("the catalogue is previewed and saved as PDF and XLSX, and all three agree", async () => {
  const { page } = desk;
  await goTo(desk, frameText.pages.catalogue);
  await expect(page.getByText(catalogueText.agrees)).toBeVisible({ timeout: 20_000 });
  await saveNext(desk, place("目录.pdf"));
  await button(catalogueText.savePdf).click();
  await expect(page.getByText(place("目录.pdf"))).toBeVisible({ timeout: 20_000 });
  await saveNext(desk, place("目录.xlsx"));
  await button(catalogueText.saveXlsx).click();
  await expect(page.getByText(catalogueText.agreesAll)).toBeVisible({ timeout: 20_000 });
  await takePictures(desk, "catalogue");
  const text = (await readWithPdfjs(readFileSync(place("目录.pdf")))).map((each) => each.text).join("");
  for (const { title } of items) expect(text).toContain(title);
  expect(readFileSync(place("目录.xlsx")).subarray(0, 2).toString()).toBe("PK");
});

test("the package is written, verified, and verified once more from its folder", async () => {
  const { page } = desk;
  await goTo(desk, frameText.pages.package);
  await chooseNext(desk, [place("优盘")]);
  await page.getByRole("region", { name: packageText.what }).getByRole("button", { name: packageText.choose }).click();
  await button(packageText.write).click();
  const result = page.getByRole("region", { name: packageText.result });
  await expect(result.getByText(packageText.verdicts.valid, { exact: true })).toBeVisible({ timeout: 30_000 });
  const path = (await result.locator(".path").first().textContent()) ?? "";
  expect(statSync(join(path, "bagit.txt")).isFile()).toBe(true);
  await chooseNext(desk, [path]);
  await button(packageText.checkChoose).click();
  await expect(
    page.getByRole("region", { name: packageText.check }).getByText(packageText.verdicts.valid, { exact: true }),
  ).toBeVisible({
    timeout: 30_000,
  });
  await takePictures(desk, "package");
});

test("after a restart the archive opens with its passphrase and everything is there", async () => {
  await desk.close();
  desk = await openDesk(home);
  const { page } = desk;
  await expect(page.getByRole("heading", { name: "梧桐里社区" })).toBeVisible();
  await expect(page.getByText("上次备份")).toBeVisible();
  await takePictures(desk, "unlock");
  await field(unlockText.passphrase).fill("不是这个口令");
  await page.keyboard.press("Enter");
  await expect(page.getByText("口令不对")).toBeVisible({ timeout: 20_000 });
  await takePictures(desk, "unlock-wrong");
  await expect(field(unlockText.passphrase)).toBeFocused();
  await page.keyboard.type(passphrase);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: homeText.title })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(homeText.filed(3))).toBeVisible();
  await takePictures(desk, "home");
  const { rows } = await desk.ask("item.list", { order: "code" });
  expect(rows.map((row) => row.title)).toEqual(items.map((item) => item.title));
  await goTo(desk, frameText.pages.item);
  await expect(page.getByText(items[0].title).first()).toBeVisible();
  await takePictures(desk, "items-filed");
  const scanned = await desk.ask("item.read", { id: rows[0]?.id ?? ("" as never) });
  const status = await page.evaluate(
    (id) => fetch(`app://page/${id}/image`).then((answer) => answer.status),
    scanned.parts[0]?.pages[0]?.id as string,
  );
  expect(status).toBe(200);
});
