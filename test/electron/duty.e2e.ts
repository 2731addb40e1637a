// 履职日历 and 台账统计: what is due and late on the first page, what proves it, shares, and counts that single nobody out.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { assessmentQuestion } from "#contract/impact-assessment";
import type { Asked } from "#contract/contract";
import { dutyText } from "#text/duty";
import { frameText } from "#text/frame";
import { homeText } from "#text/home";
import { ledgerStatisticsText } from "#text/ledger-statistics";
import { goTo, saveNext, takePictures } from "./hand.ts";
import { type Desk, newHome, openDesk, removeHome } from "./launch.ts";
import { startArchive } from "./start-archive.ts";

test.describe.configure({ mode: "serial" });
const home = newHome();
let desk: Desk;
const year = new Date().getFullYear();
const kind = "民族工作协调小组会议";

async function openLedger(code: string): Promise<Asked<"ledger.read">["id"]> {
  const [fonds] = await desk.ask("fonds.list", {});
  const found = (await desk.ask("ledger.templates", { fondsId: fonds!.id })).find(
    ({ template }) => (template.code as string) === code,
  )!;
  const made = await desk.ask("ledger.make", { fondsId: fonds!.id, origin: "shipped", template: found.template });
  if (made.columns.some(({ personal }) => personal === "sensitive"))
    await desk.ask("impact-assessment.keep", {
      ...{ ledgerId: made.id, assessedOn: `${year}-01-05` as never, assessorPost: "档案员", conclusion: "may-open" },
      answers: Object.fromEntries(assessmentQuestion.options.map((each) => [each, "已核对，符合要求"])) as never,
    });
  const { revision } = await desk.ask("ledger.read", { id: made.id });
  await desk.ask("ledger.open", { id: made.id, revision });
  return made.id;
}
const write = (ledgerId: Asked<"ledger.read">["id"], rows: readonly Readonly<Record<string, string>>[]) =>
  desk.ask("ledger.write-rows", { ledgerId, kind: "paste", rows: rows.map((cells) => ({ cells: cells as never })) });

test.beforeAll(async () => {
  desk = await openDesk(home);
  await startArchive(desk);
  const meetings = await openLedger("meeting");
  await write(meetings, [
    { occurredOn: `${year}-01-14`, title: "一月例会", topics: "日常", kind },
    { occurredOn: `${year}-01-20`, title: "居委会", topics: "日常", kind: "居委会会议" },
    { occurredOn: `${year - 1}-01-20`, title: "居委会", topics: "日常", kind: "居委会会议" },
  ]);
  const aid = await openLedger("assistance");
  const rows = Array.from({ length: 26 }, (_, at) => ({
    ...{ occurredOn: `${year}-01-05`, resident: `居民${at}`, kind: at < 12 ? "助学" : "医疗救助", measure: "探望" },
    ...{ difficulty: at < 14 ? "低保" : at < 23 ? "残疾" : "重病", result: "已落实" },
  }));
  const ids: string[] = [];
  for (const { resident } of rows)
    ids.push((await desk.ask("resident.add", { name: resident, sex: "", bornOn: "1980" } as never)).id);
  await desk.ask("ledger.write-rows", {
    ...{ ledgerId: aid, kind: "paste" },
    rows: rows.map((cells, at) => ({ cells: cells as never, links: { resident: ids[at] } as never })),
  });
  await desk.page.reload();
});
test.afterAll(async () => {
  await desk.close();
  removeHome(home);
});

test("the shipped duties are taken and the year shows what was done and what is late", async () => {
  const { page } = desk;
  await goTo(desk, frameText.pages.duty);
  await page.getByRole("button", { name: dutyText.take }).click();
  const cell = (month: string, state: string) =>
    page.getByRole("button", { name: `社区民族工作协调小组会议 ${year}-${month} ${state}` });
  await expect(cell("01", "已完成")).toBeVisible();
  await cell("01", "已完成").click();
  await expect(page.getByText(dutyText.counts, { exact: true })).toBeVisible();
  await expect(page.getByText("居委会会议")).toBeVisible();
  await takePictures(desk, "duty-year");
});

test("a row is set aside by the clerk's word, and the month is not done any more", async () => {
  const { page } = desk;
  await page.getByRole("listitem").filter({ hasText: kind }).getByRole("button", { name: dutyText.count0 }).click();
  await expect(page.getByRole("button", { name: new RegExp(`协调小组会议 ${year}-01 (?:逾期|待办)`) })).toBeVisible();
  await page.getByLabel(dutyText.statement, { exact: true }).fill("一月因换届未开");
  await page.getByRole("button", { name: dutyText.keepStatement }).click();
  await expect(page.getByText(dutyText.explained)).toBeVisible();
  await takePictures(desk, "duty-statement");
});

test("a duty switched off is found again, tells who did it, and comes back", async () => {
  const { page } = desk;
  await page.getByRole("button", { name: dutyText.switchOff }).click();
  const cell = page.getByRole("button", { name: new RegExp(`协调小组会议 ${year}-01`) });
  await expect(cell).toHaveCount(0);
  await page.getByRole("tab", { name: dutyText.tabs.off }).click();
  const off = page.getByRole("region", { name: "社区民族工作协调小组会议" });
  await off.getByText(dutyText.acts).click();
  await expect(off.getByRole("listitem").first()).toContainText(dutyText.act["off"]!);
  await takePictures(desk, "duty-off");
  await off.getByRole("button", { name: dutyText.switchOn }).click();
  await expect(cell).toBeVisible();
  await expect(page.getByText(dutyText.noneOff)).toBeVisible();
});

test("a total is typed with its source, and a target is held against it", async () => {
  const { page } = desk;
  await page.getByRole("tab", { name: dutyText.tabs.targets }).click();
  await page.getByLabel(dutyText.value, { exact: true }).fill("820");
  await page.getByLabel(dutyText.source, { exact: true }).fill("户籍统计表");
  await page.getByRole("button", { name: dutyText.type }).click();
  await expect(page.getByRole("region", { name: dutyText.totals }).getByText("820")).toBeVisible();
  await takePictures(desk, "duty-targets");
});

test("the first page tells of this month, and leads to the ledger", async () => {
  const { page } = desk;
  await goTo(desk, frameText.pages.home);
  const panel = page.getByRole("region", { name: homeText.duties });
  await expect(panel).toContainText(/逾期|待办/);
  await expect(panel).toContainText("自查");
  await takePictures(desk, "duty-home");
  await panel.getByRole("button", { name: homeText.toDuties }).click();
  await expect(page.getByRole("main", { name: dutyText.title })).toBeVisible();
});

test("statistics of ledgers: counted by kind, and persons only where nobody is singled out", async () => {
  const { page } = desk;
  await goTo(desk, frameText.pages.statistics);
  await page.getByText(ledgerStatisticsText.tab, { exact: true }).click();
  await expect(page.getByRole("img", { name: /月份 柱状图/ })).toBeVisible();
  await takePictures(desk, "ledger-statistics-month");
  await page.getByRole("button", { name: "困难帮扶" }).click();
  await page.getByRole("combobox", { name: ledgerStatisticsText.by }).click();
  await page.locator(".ant-select-item-option", { hasText: "困难类型" }).click();
  const table = page.getByRole("table", { name: "困难类型" });
  await expect(table.getByRole("row", { name: /^重病/ })).toContainText(ledgerStatisticsText.notGiven);
  await expect(table.getByRole("row", { name: /^残疾/ })).toContainText(ledgerStatisticsText.notGiven);
  await takePictures(desk, "ledger-statistics-guarded");
  const to = join(home, "按人数.csv");
  await saveNext(desk, to);
  await page
    .getByRole("region", { name: "困难帮扶" })
    .getByRole("button", { name: ledgerStatisticsText.export.csv })
    .click();
  await expect.poll(() => existsSync(to)).toBe(true);
  const text = readFileSync(to, "utf8");
  expect(text).toContain(`"重病","${ledgerStatisticsText.notGiven}"`);
  expect(text).toContain(`"残疾","${ledgerStatisticsText.notGiven}"`);
});

test("at 150 % and in the dark everything is still there", async () => {
  const { page } = desk;
  await desk.remember({ theme: "dark", textScale: 1.5 });
  await page.reload();
  await goTo(desk, frameText.pages.duty);
  await expect(page.getByRole("table", { name: dutyText.label })).toBeVisible();
  await takePictures(desk, "duty-150-dark");
  await desk.remember({ theme: "light", textScale: 1 });
});
