// 目录与表格 in the window: from the filed year to the preview of a form in few clicks, pages again, labels, adjustment.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { archivalDate } from "#contract/archival-date";
import { catalogueText } from "#text/catalogue";
import { frameText } from "#text/frame";
import { readWithPdfjs } from "#test/engine/catalogue/read-with-pdfjs";
import { goTo, saveNext, takePictures } from "./hand.ts";
import { type Desk, newHome, openDesk, removeHome } from "./launch.ts";
import { startArchive } from "./start-archive.ts";

test.describe.configure({ mode: "serial" });

const home = newHome();
let desk: Desk;
const button = (name: string | RegExp): ReturnType<Desk["page"]["getByRole"]> =>
  desk.page.getByRole("button", { name });

test.beforeAll(async () => {
  desk = await openDesk(home);
  await startArchive(desk);
  const [fonds] = await desk.ask("fonds.list", {});
  if (!fonds) throw new Error("an archive has its first fonds");
  const matters = await desk.ask("matter.list", {});
  for (let at = 1; at <= 60; at++) {
    await desk.ask("item.make", {
      pageIds: [],
      fields: {
        title:
          at % 7 === 0
            ? "关于转发区民政局《关于进一步做好社区居民委员会换届选举工作的通知》的通知"
            : `第 ${at} 次居民代表会议纪要`,
        creator: "梧桐社区居民委员会",
        documentNumber: `梧社〔2024〕${at}号`,
        documentDate: archivalDate.parse("2024-03-05"),
        year: 2024,
        retention: at % 3 === 0 ? "D30" : "Y",
        matterId: matters.find(({ code }) => code === "ZZ")?.id ?? null,
        paperPageCount: 4,
      },
    });
  }
  const scope = { fondsId: fonds.id, year: 2024 };
  const { planDigest } = await desk.ask("filing.preview", scope);
  await desk.ask("filing.commit", { ...scope, planDigest });
  const plan = await desk.ask("box.plan", scope);
  await desk.ask("box.commit", { ...scope, planDigest: plan.planDigest });
  await desk.page.reload();
});
test.afterAll(async () => {
  await desk.close();
  removeHome(home);
});

test("the catalogue is there after one click, and a form after two more", async () => {
  const { page } = desk;
  await goTo(desk, frameText.pages.catalogue);
  await expect(page.getByText(catalogueText.agrees)).toBeVisible({ timeout: 20_000 });
  await takePictures(desk, "forms-catalogue");
  await button(/归档章（标签纸）/).click();
  await expect(page.getByText(catalogueText.agrees)).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText(/60 枚/)).toBeVisible();
  await takePictures(desk, "forms-stamps");
  await button(catalogueText.testStrip).click();
  await expect(page.getByText(catalogueText.testStripNote)).toBeVisible();
  await button(catalogueText.testStripOff).click();
});

test("pages 2 to 3 alone are saved", async () => {
  const { page } = desk;
  await button("归档文件目录").click();
  await expect(page.getByText(catalogueText.agrees)).toBeVisible({ timeout: 20_000 });
  await page.getByRole("spinbutton", { name: catalogueText.from }).fill("2");
  await page.getByRole("spinbutton", { name: catalogueText.to }).fill("3");
  await page.getByRole("spinbutton", { name: catalogueText.to }).blur();
  await expect(page.getByText(catalogueText.savedPages(2, 3))).toBeVisible();
  const to = join(home, "第2至3页.pdf");
  await saveNext(desk, to);
  await button(catalogueText.savePdf).click();
  await expect(page.getByText(to)).toBeVisible({ timeout: 20_000 });
  expect(await readWithPdfjs(readFileSync(to))).toHaveLength(2);
});

test("an office adjusts a form, sees it at once, is stopped where the page ends, and takes it back", async () => {
  const { page } = desk;
  await button(catalogueText.adjust).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("标题", { exact: true }).fill("梧桐社区{年度}年归档文件目录");
  await takePictures(desk, "forms-adjust");
  await dialog.getByRole("spinbutton").nth(4).fill("120");
  await expect(dialog.getByRole("button", { name: catalogueText.keep })).toBeDisabled();
  await dialog.getByRole("spinbutton").nth(4).fill("70");
  await dialog.getByRole("button", { name: catalogueText.keep }).click();
  await expect(page.getByText(catalogueText.adjusted)).toBeVisible();
  await expect(page.getByText(catalogueText.agrees)).toBeVisible({ timeout: 20_000 });
  await takePictures(desk, "forms-adjusted");
  await button(catalogueText.adjust).click();
  await page.getByRole("dialog").getByRole("button", { name: catalogueText.reset }).click();
  await expect(page.getByText(catalogueText.adjusted)).toBeHidden();
});

test("a form of something not yet there says what to do", async () => {
  await button("卷内备考表").click();
  await expect(desk.page.getByText(catalogueText.emptyNext.volume)).toBeVisible();
  await takePictures(desk, "forms-empty");
  await button("档案盒盒脊").click();
  await expect(desk.page.getByText(catalogueText.agrees)).toBeVisible({ timeout: 20_000 });
  await takePictures(desk, "forms-spines");
});
