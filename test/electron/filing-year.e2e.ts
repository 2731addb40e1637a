// The filing year in the window: collected, ordered by keyboard, numbered, one forgotten paper put in, closed for good.
import { expect, test } from "@playwright/test";
import { archivalDate } from "#contract/archival-date";
import type { FondsId } from "#contract/fonds";
import { closeText, collectText, filingText, findingText, orderText, stageText } from "#text/filing";
import { frameText } from "#text/frame";
import { goTo, takePictures } from "./hand.ts";
import { type Desk, newHome, openDesk, removeHome } from "./launch.ts";
import { startArchive } from "./start-archive.ts";

test.describe.configure({ mode: "serial" });
const year = new Date().getFullYear() - 1;
const count = 24;
const home = newHome();
let desk: Desk;
let fondsId: FondsId;
const button = (name: string | RegExp): ReturnType<Desk["page"]["getByRole"]> =>
  desk.page.getByRole("button", { name });
const stage = (name: keyof typeof stageText.names) =>
  desk.page.getByRole("tab", { name: new RegExp(`^${stageText.names[name]}`) });
const rows = () => desk.page.getByRole("listbox", { name: filingText.list }).getByRole("option");

const makePaper = async (title: string, day: number, affair = ""): Promise<void> => {
  const matters = await desk.ask("matter.list", {});
  const date = new Date(Date.UTC(year, 0, day)).toISOString().slice(0, 10);
  await desk.ask("item.make", {
    pageIds: [],
    fields: {
      fondsId,
      title,
      creator: "梧桐社区居民委员会",
      documentDate: archivalDate.parse(date),
      year,
      retention: day % 3 === 0 ? "D30" : "Y",
      matterId: matters.find((matter) => matter.code === "ZZ")?.id ?? null,
      paperPageCount: 1 + (day % 5),
      affair,
    },
  });
};

test.beforeAll(async () => {
  desk = await openDesk(home);
  await startArchive(desk);
  fondsId = (await desk.ask("fonds.list", {}))[0]!.id;
  await desk.page.reload();
  for (let at = 1; at <= count; at++)
    await makePaper(`关于第${at}次居民代表会议有关事项的通知`, at, at % 4 === 1 ? "换届选举" : "");
});
test.afterAll(async () => {
  await desk.close();
  removeHome(home);
});

test("what is to be handed in is listed, reminded and handed in", async () => {
  const { page } = desk;
  await goTo(desk, frameText.pages.filing);
  await stage("collect").click();
  await expect(page.getByText(collectText.emptyTitle)).toBeVisible();
  await button(collectText.add).click();
  await page.locator("#source-name").fill("社区党委");
  await button(collectText.addSource).click();
  await expect(page.getByText("社区党委（党组织）").first()).toBeVisible();
  for (const title of ["党员大会会议记录", "主题党日活动材料"]) {
    await page.locator("#line-title").fill(title);
    await page.locator("#line-due").fill(`${year + 1}-01-31`);
    await button(collectText.save).last().click();
    await expect(page.locator("#line-title")).toHaveValue("");
  }
  await takePictures(desk, "collect-line");
  await page.keyboard.press("Escape");
  const list = page.getByRole("listbox", { name: collectText.list }).getByRole("option");
  await expect(list).toHaveCount(2);
  await list.nth(0).click();
  await button(collectText.remind).click();
  await expect(list.nth(0)).toContainText("催交 1 次");
  await list.nth(0).click();
  await list.nth(1).click();
  await takePictures(desk, "collect-picked");
  await button(collectText.handIn).click();
  await expect(stage("collect")).toContainText(stageText.collect(2, 2));
});

test("drafts are put elsewhere by keyboard and numbered in that order", async () => {
  const { page } = desk;
  await stage("order").click();
  await expect(page.getByText(filingText.noProblems)).toBeVisible();
  await rows().nth(2).click();
  const title = (await rows().nth(2).locator(".cut").nth(1).textContent()) ?? "";
  await page.keyboard.press("Alt+ArrowUp");
  await expect(rows().nth(1)).toContainText(title);
  await expect(page.getByText(orderText.byHand)).toBeVisible();
  await button(orderText.byTime).click();
  await expect(rows().nth(2)).toContainText(title);
  await rows().nth(2).locator(".plan-row").dragTo(rows().nth(1).locator(".plan-row"));
  await expect(rows().nth(1)).toContainText(title);
  await takePictures(desk, "order-by-hand");
  await button(filingText.commit(count)).click();
  await button(filingText.commitVerb).click();
  await expect(
    page
      .getByRole("status")
      .filter({ hasText: `已归档 ${count} 件` })
      .first(),
  ).toBeVisible();
});

test("a forgotten paper goes between two filed ones after every changed number was seen; another is withdrawn", async () => {
  const { page } = desk;
  await makePaper("遗漏的一份通知", 1);
  await expect(rows().filter({ hasText: "遗漏的一份通知" })).toBeVisible();
  await rows().filter({ hasText: "遗漏的一份通知" }).click();
  await page.keyboard.press("Alt+ArrowUp");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText(orderText.changes(2))).toBeVisible();
  await expect(button(orderText.insertVerb)).toBeDisabled();
  await dialog.getByLabel(orderText.reason).fill("补收一件");
  await takePictures(desk, "insert");
  await button(orderText.insertVerb).click();
  await expect(dialog).toBeHidden();
  await rows().nth(1).click();
  await button(orderText.withdraw).click();
  await dialog.getByLabel(orderText.reason).fill("重复归档");
  await expect(dialog.getByText(orderText.leaves)).toBeVisible();
  await takePictures(desk, "withdraw");
  await button(orderText.withdrawVerb).click();
  await expect(dialog).toBeHidden();
  const { findings } = await desk.ask("filing-year.check", { fondsId, year });
  expect(findings.filter((each) => each.code === "number-gap")).toEqual([]);
  await takePictures(desk, "order-filed");
  await goTo(desk, frameText.pages.home);
  await expect(page.getByText("进度未知")).toBeVisible();
  await takePictures(desk, "home-board");
  await goTo(desk, frameText.pages.filing);
});

test("findings lead to their items, and the year closes only when nothing blocking is left", async () => {
  const { page } = desk;
  await stage("close").click();
  await expect(button(closeText.close)).toBeDisabled();
  await takePictures(desk, "close-not-ready");
  await stage("box").click();
  await expect(page.getByText(findingText.look).first()).toBeVisible();
  await takePictures(desk, "box-findings");
  await stage("print").click();
  await takePictures(desk, "print");
  await stage("order").click();
  await button(filingText.commit(1)).click();
  await button(filingText.commitVerb).click();
  await stage("close").click();
  await expect(button(closeText.close)).toBeEnabled();
  await button(closeText.close).click();
  await takePictures(desk, "close-question");
  await button(closeText.closeVerb).click();
  await expect(page.getByText(closeText.closed(count + 1)).first()).toBeVisible();
  await button(closeText.verify).click();
  await expect(page.getByText(closeText.verified(count + 1))).toBeVisible();
  await takePictures(desk, "closed");
  await stage("order").click();
  await rows().nth(1).click();
  await button(orderText.correct).click();
  await page.getByLabel(orderText.fields.title).fill("更正后的题名");
  await page.getByLabel(orderText.reason).fill("题名有误");
  await takePictures(desk, "correct");
  await desk.page.getByRole("button", { name: orderText.correctVerb, exact: true }).click();
  await expect(rows().nth(1)).toContainText("更正后的题名");
  expect((await desk.ask("filing-year.verify-hashes", { fondsId, year })).closedYears).toMatchObject([
    { isWhole: true },
  ]);
});
