// 保管期限表 by keyboard: confirmed, drafted, corrected, dropped, added to, written out, read in and put in force; then an
// item takes its term from a proposal that says why (product B01, A10).
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { frameText } from "#text/frame";
import { proposalText, scheduleText } from "#text/schedule";
import { settingsText } from "#text/settings";
import { chooseNext, goTo, saveNext, takePictures } from "./hand.ts";
import { newHome, openDesk, removeHome } from "./launch.ts";
import { startArchive } from "./start-archive.ts";

test("the schedule is reviewed by keyboard and gives an item its term", async () => {
  const desk = await openDesk(newHome());
  await startArchive(desk);
  const { page } = desk;
  await page.reload();
  await goTo(desk, frameText.pages.settings);
  await page.getByRole("button", { name: settingsText.schedule }).click();
  const list = page.getByRole("listbox", { name: scheduleText.list });
  await expect(list.getByRole("option").first()).toBeVisible();
  await takePictures(desk, "schedule-starter");

  // Space confirms; the starter may be confirmed and not corrected.
  await list.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await expect(page.getByText(scheduleText.confirmed(1))).toBeVisible();
  await expect(page.getByRole("button", { name: scheduleText.correct })).toBeDisabled();
  await takePictures(desk, "schedule-confirmed");

  await page.getByRole("button", { name: scheduleText.draft }).click();
  await page.getByLabel(scheduleText.draftName).fill("梧桐社区保管期限表");
  await page.keyboard.press("Enter");
  await expect(page.getByText(scheduleText.drafted(210))).toBeVisible();

  // F2 corrects with a reason, Delete drops with one, Alt+N adds.
  await page.getByPlaceholder(scheduleText.words).fill("居务公开");
  await expect(list.getByRole("option").first()).toContainText("居务公开");
  await list.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("F2");
  await page.getByLabel(scheduleText.content, { exact: true }).fill("居务公开、财务公开、民主监督材料和公开栏照片");
  await page.getByLabel(scheduleText.reason).fill("区里要求");
  await takePictures(desk, "schedule-correct");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/已更正，待核对/).first()).toBeVisible();
  await page.getByPlaceholder(scheduleText.words).fill("违章搭建");
  await expect(list.getByRole("option")).toHaveCount(1);
  await list.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Delete");
  await page.getByLabel(scheduleText.reason).fill("本社区不办");
  await page.keyboard.press("Enter");
  await expect(list.getByText("不采用")).toBeVisible();
  await page.getByPlaceholder(scheduleText.words).fill("");
  await list.focus();
  await page.keyboard.press("Alt+n");
  await page.getByLabel(scheduleText.content, { exact: true }).fill("社区食堂助餐点运营材料");
  await page.keyboard.press("Enter");
  await expect(page.getByText(scheduleText.added(211))).toBeVisible();
  await takePictures(desk, "schedule-draft");

  const file = join(desk.home, "期限表.xlsx");
  await saveNext(desk, file);
  await page.getByRole("button", { name: scheduleText.export, exact: true }).click();
  await expect(page.getByText(scheduleText.exported(211))).toBeVisible();
  await chooseNext(desk, [file]);
  await page.getByRole("button", { name: scheduleText.import }).click();
  const dialog = page.getByRole("dialog", { name: scheduleText.importHead });
  await expect(dialog.getByText(scheduleText.importCounts(211, 0, 0, 211))).toBeVisible();
  await expect(dialog.getByRole("button", { name: scheduleText.importVerb })).toBeDisabled();
  await takePictures(desk, "schedule-import");
  await dialog.getByRole("button", { name: scheduleText.close, exact: true }).last().click();

  // A table with an old word and an unknown one: both are shown with their row, and nothing can be taken in.
  const messy = join(desk.home, "旧表.csv");
  writeFileSync(messy, "门类,归档范围,保管期限\nWS,居民议事记录,长期\nWS,食堂记录,若干年\n");
  await chooseNext(desk, [messy]);
  await page.getByRole("button", { name: scheduleText.import }).click();
  await expect(dialog.getByText(scheduleText.importBlocked(2))).toBeVisible();
  await takePictures(desk, "schedule-import-findings");
  await dialog.getByRole("combobox").first().click();
  await page.getByText("30年", { exact: true }).last().click();
  await expect(dialog.getByText(scheduleText.importBlocked(1))).toBeVisible();
  await expect(dialog.getByRole("button", { name: scheduleText.importVerb })).toBeDisabled();
  await dialog.getByRole("button", { name: scheduleText.close, exact: true }).last().click();

  await page.getByRole("button", { name: scheduleText.enact, exact: true }).click();
  await takePictures(desk, "schedule-enact");
  await page.getByLabel(scheduleText.validFrom).fill("2024.1.1");
  await page.keyboard.press("Enter");
  await expect(page.getByText(scheduleText.enacted(2, "2024-01-01"))).toBeVisible();

  const [fonds] = await desk.ask("fonds.list", {});
  const { item } = await desk.ask("item.make", {
    pageIds: [],
    fields: {
      fondsId: fonds!.id,
      paperPageCount: 3,
      title: "2024年第二次居民代表会议记录",
      creator: "梧桐社区居民委员会",
    },
  });
  await goTo(desk, frameText.pages.item);
  await page.getByText("2024年第二次居民代表会议记录").first().click();
  const proposals = page.getByRole("list", { name: proposalText.label });
  await expect(proposals.getByRole("button").first()).toContainText("永久");
  await takePictures(desk, "item-proposals");
  await proposals.getByRole("button").first().click();
  await expect
    .poll(async () => (await desk.ask("item.read", { id: item.id })).scheduleRowId, { timeout: 10_000 })
    .not.toBeNull();
  expect(await desk.ask("item.read", { id: item.id })).toMatchObject({ retention: "Y" });
  await takePictures(desk, "item-proposal-taken");
  // The same page in letters half as large again.
  await desk.remember({ textScale: 1.5 });
  await page.reload();
  await goTo(desk, frameText.pages.settings);
  await page.getByRole("button", { name: settingsText.schedule }).click();
  await list.focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("heading", { name: scheduleText.number(1) })).toBeVisible();
  await takePictures(desk, "schedule-large");
  await desk.close();
  removeHome(desk.home);
});
