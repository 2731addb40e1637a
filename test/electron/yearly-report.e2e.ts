// 年报 in the window: a figure is typed, a line is added, and the sheet that is shown says both.
import { expect, test } from "@playwright/test";
import { archivalDate } from "#contract/archival-date";
import { catalogueText } from "#text/catalogue";
import { frameText } from "#text/frame";
import { yearlyReportText } from "#text/yearly-report";
import { goTo, takePictures } from "./hand.ts";
import { type Desk, newHome, openDesk, removeHome } from "./launch.ts";
import { startArchive } from "./start-archive.ts";

test.describe.configure({ mode: "serial" });

const home = newHome();
let desk: Desk;
const button = (name: string | RegExp): ReturnType<Desk["page"]["getByRole"]> =>
  desk.page.getByRole("button", { name });
const year = new Date().getFullYear() - 1;

test.beforeAll(async () => {
  desk = await openDesk(home);
  await startArchive(desk);
  const matters = await desk.ask("matter.list", {});
  await desk.ask("item.make", {
    pageIds: [],
    fields: {
      title: "第 1 次居民代表会议纪要",
      creator: "梧桐社区居民委员会",
      documentDate: archivalDate.parse(`${year}-03-05`),
      year,
      retention: "Y",
      matterId: matters.find(({ code }) => code === "ZZ")?.id ?? null,
      paperPageCount: 4,
    },
  });
  await desk.page.reload();
});
test.afterAll(async () => {
  await desk.close();
  removeHome(home);
});

test("a figure is typed beside what is counted, and a line of the office's own is added", async () => {
  const { page } = desk;
  const [fonds] = await desk.ask("fonds.list", {});
  const read = () => desk.ask("yearly-report.read", { fondsId: fonds!.id, year });
  await goTo(desk, frameText.pages.catalogue);
  await button("社区档案工作年报").click();
  await expect(page.getByText(catalogueText.agrees)).toBeVisible({ timeout: 20_000 });
  await takePictures(desk, "yearly-report");

  await button(yearlyReportText.open).click();
  await page.getByLabel(yearlyReportText.cell("档案库房面积", "本年度")).fill("36.5");
  await expect(page.getByLabel(yearlyReportText.cell("尚未归档", "本年度"))).toHaveCount(0);
  await takePictures(desk, "yearly-report-figures");
  await page.getByLabel(yearlyReportText.figures, { exact: true }).getByRole("button").click();
  await expect
    .poll(async () => (await read()).cells.find(({ line }) => line === "room")?.values[0]?.value)
    .toBe("36.5");

  await page.getByText(yearlyReportText.lines, { exact: true }).click();
  await takePictures(desk, "yearly-report-lines");
  await button(yearlyReportText.addLine).click();
  await page.getByLabel(yearlyReportText.cell(yearlyReportText.newLine, yearlyReportText.label)).fill("档案宣传活动");
  await page.getByRole("dialog").getByRole("button", { name: yearlyReportText.keep, exact: true }).click();
  await expect.poll(async () => (await read()).table.lines.at(-1)?.label).toBe("档案宣传活动");
  await page.getByText(yearlyReportText.columns, { exact: true }).click();
  await takePictures(desk, "yearly-report-columns");
  await page.getByRole("dialog").getByRole("button", { name: yearlyReportText.cancel, exact: true }).click();
  await expect(page.getByText(/25 行/)).toBeVisible({ timeout: 20_000 });
});
