// 编研 and 统计 in the window: candidates are taken over with their 出处; the sums follow what is filed.
import { expect, test } from "@playwright/test";
import { archivalDate } from "#contract/archival-date";
import { compilationText } from "#text/compilation";
import { frameText } from "#text/frame";
import { statisticsText } from "#text/statistics";
import { goTo, takePictures } from "./hand.ts";
import { type Desk, newHome, openDesk, removeHome } from "./launch.ts";
import { startArchive } from "./start-archive.ts";

const titles = [
  ["2025-02-10", "关于成立梧桐社区志愿服务队的通知"],
  ["2025-05-18", "梧桐社区第七届居民委员会换届选举结果报告"],
  ["2025-06-30", "关于开展消防安全检查的通知"],
  ["2025-09-28", "梧桐社区养老服务站揭牌仪式方案及领导讲话稿（含会议议程、参会名单和新闻通稿）"],
] as const;

async function fileItems(desk: Desk): Promise<void> {
  const [fonds] = await desk.ask("fonds.list", {});
  const matters = await desk.ask("matter.list", {});
  const matterId = matters.find((each) => each.category === "WS" && each.code === "ZZ")?.id ?? null;
  for (const [date, title] of titles)
    await desk.ask("item.make", {
      pageIds: [],
      fields: {
        ...{ title, creator: "梧桐社区居民委员会", documentDate: archivalDate.parse(date), year: 2025 },
        ...{ retention: "Y", matterId, paperPageCount: 4, fondsId: fonds!.id },
      },
    });
  const scope = { fondsId: fonds!.id, year: 2025 };
  const { planDigest } = await desk.ask("filing.preview", scope);
  await desk.ask("filing.commit", { ...scope, planDigest });
}

test("a chronicle is compiled from filed items, and the sums are shown", async () => {
  const desk = await openDesk(newHome());
  await startArchive(desk);
  const { page } = desk;
  await page.reload();
  await goTo(desk, frameText.pages.statistics);
  await expect(page.getByText(statisticsText.emptyTitle)).toBeVisible();
  await goTo(desk, frameText.pages.compilation);
  await expect(page.getByText(compilationText.emptyTitle)).toBeVisible();
  await takePictures(desk, "compilation-empty");
  await fileItems(desk);

  await page.getByRole("button", { name: compilationText.make }).click();
  await page.getByRole("textbox", { name: compilationText.from, exact: true }).fill("2025");
  await page.getByRole("textbox", { name: compilationText.to, exact: true }).fill("2025");
  await page.getByRole("textbox", { name: compilationText.name, exact: true }).fill("梧桐社区2025年大事记");
  await page.keyboard.press("Enter");
  const proposals = page.getByRole("region", { name: compilationText.proposals });
  await expect(proposals.getByRole("button", { name: compilationText.take, exact: true })).toHaveCount(4);
  await proposals.getByRole("checkbox", { name: titles[3][1] }).check();
  await proposals.getByRole("checkbox", { name: titles[1][1] }).check();
  await proposals.getByRole("button", { name: compilationText.takeMarked(2) }).click();
  const entries = page.locator(".compilation-entry");
  await expect(entries).toHaveCount(2);
  await expect(entries.first().getByRole("textbox", { name: compilationText.words })).toHaveValue(titles[1][1]);
  await expect(entries.first().getByRole("button", { name: /Q001-WS·2025/ })).toBeVisible();
  await takePictures(desk, "compilation");

  await goTo(desk, frameText.pages.statistics);
  await expect(page.getByRole("region", { name: statisticsText.byYear }).getByText("2025")).toBeVisible();
  await expect(page.getByText(statisticsText.items(4), { exact: true })).toBeVisible();
  await takePictures(desk, "statistics");
  await desk.close();
  removeHome(desk.home);
});
