// 单位与全宗 and 分类方案: a name changed, a fonds divided in three steps, the scheme and the classes seen and kept.
import { expect, test } from "@playwright/test";
import { archivalDate } from "#contract/archival-date";
import { frameText } from "#text/frame";
import { actText, fondsText, historyText } from "#text/fonds";
import { categoryText, matterText, schemeText } from "#text/scheme";
import { settingsText } from "#text/settings";
import { goTo, takePictures } from "./hand.ts";
import { newHome, openDesk, removeHome } from "./launch.ts";
import { startArchive } from "./start-archive.ts";

test("a fonds is renamed and divided, nothing filed moves; classes and templates are set", async () => {
  const desk = await openDesk(newHome());
  await startArchive(desk);
  const [fonds] = await desk.ask("fonds.list", {});
  const matters = await desk.ask("matter.list", {});
  const idOf = (code: string) => matters.find((each) => each.category === "WS" && each.code === code)?.id ?? null;
  const make = (title: string, code: string) =>
    desk.ask("item.make", {
      pageIds: [],
      fields: {
        ...{ title, creator: "梧桐社区居民委员会", documentDate: archivalDate.parse("2024-03-05"), year: 2024 },
        ...{ fondsId: fonds!.id, category: "WS", retention: "Y", matterId: idOf(code), paperPageCount: 4 },
      },
    });
  await make("关于印发梧桐社区居民公约的通知", "ZZ");
  const scope = { fondsId: fonds!.id, year: 2024 };
  const { planDigest } = await desk.ask("filing.preview", scope);
  await desk.ask("filing.commit", { ...scope, planDigest });
  await make("关于开展助老服务的方案", "FW");
  await make("关于换届选举的公告", "ZZ");
  const { page } = desk;
  await page.reload();
  await goTo(desk, frameText.pages.settings);
  await page.getByRole("button", { name: settingsText.sections.fonds }).click();

  // 更名.
  const card = page.getByRole("article", { name: "梧桐社区居民委员会" });
  await card.getByRole("button", { name: new RegExp(fondsText.act) }).click();
  await page.getByRole("menuitem", { name: actText.kinds.rename }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(actText.newName).fill("梧桐里社区居民委员会");
  await takePictures(desk, "act-rename");
  await dialog.getByRole("button", { name: actText.next }).click();
  await dialog.getByLabel(actText.on).fill("2025.5.1");
  await dialog.getByLabel(actText.reason).fill("区民政局批复〔2025〕12号");
  await dialog.getByRole("button", { name: actText.next }).click();
  await expect(dialog.getByText(actText.rename("梧桐社区居民委员会", "梧桐里社区居民委员会"))).toBeVisible();
  await dialog.getByRole("button", { name: actText.kinds.rename, exact: true }).click();
  await expect(dialog).toBeHidden();
  const renamed = page.getByRole("article", { name: "梧桐里社区居民委员会" });
  await renamed.getByRole("button", { name: fondsText.history }).click();
  await expect(renamed.getByText(/「梧桐社区居民委员会」更名为「梧桐里社区居民委员会」/)).toBeVisible();
  await takePictures(desk, "fonds-history");

  // 分设.
  await renamed.getByRole("button", { name: new RegExp(fondsText.act) }).click();
  await page.getByRole("menuitem", { name: actText.kinds.divide }).click();
  for (const [at, name] of ["东梧桐社区", "西梧桐社区"].entries()) {
    await dialog.locator(`#successor-${at + 1}-code`).fill(`q01${at + 1}`);
    await dialog.locator(`#successor-${at + 1}-name`).fill(name);
  }
  await dialog.getByRole("combobox", { name: "社区服务" }).click();
  await page.locator(".ant-select-item-option").getByText("西梧桐社区").last().click();
  await takePictures(desk, "act-divide");
  await dialog.getByRole("button", { name: actText.next }).click();
  await dialog.getByLabel(actText.on).fill("2025-09-01");
  await dialog.getByLabel(actText.reason).fill("社区规模调整");
  await dialog.getByRole("button", { name: actText.next }).click();
  await expect(dialog.getByText(actText.checkStays("梧桐里社区居民委员会", 1, 4))).toBeVisible();
  await takePictures(desk, "act-divide-check");
  await dialog.getByRole("button", { name: actText.kinds.divide, exact: true }).click();
  await expect(page.getByText(actText.done(actText.kinds.divide, 2))).toBeVisible();
  await expect(renamed.getByText(fondsText.isClosed, { exact: true })).toBeVisible();
  const { rows } = await desk.ask("item.list", { filter: {}, order: "title" });
  const homes = await desk.ask("fonds.list", {});
  const homeOf = (id: string) => homes.find((each) => each.id === id)?.name;
  expect(rows.map((row) => [row.title, homeOf(row.fondsId), row.archivalCode])).toEqual([
    ["关于印发梧桐社区居民公约的通知", "梧桐里社区居民委员会", "Q001-WS·2024-Y-ZZ-0001"],
    ["关于开展助老服务的方案", "西梧桐社区", ""],
    ["关于换届选举的公告", "东梧桐社区", ""],
  ]);
  await page.getByRole("article", { name: "东梧桐社区" }).getByRole("button", { name: fondsText.history }).click();
  await expect(page.getByRole("button", { name: historyText.revoke }).last()).toBeVisible();
  await takePictures(desk, "fonds-divided");

  // 分类方案.
  await page.getByRole("button", { name: settingsText.sections.scheme }).click();
  await page.getByRole("main").getByRole("combobox", { name: schemeText.fonds }).click();
  await page.locator(".ant-select-item-option").getByText("东梧桐社区").click();
  await expect(page.getByText(categoryText.title)).toBeVisible();
  await takePictures(desk, "scheme");
  await page.getByRole("checkbox", { name: categoryText.use("公务电子邮件") }).click();
  await expect(page.getByText(categoryText.used("公务电子邮件"))).toBeVisible();
  await page.getByRole("row", { name: /实物/ }).getByRole("button", { name: categoryText.edit }).click();
  const template = page.getByLabel(categoryText.templateLabel, { exact: true });
  await template.fill("{fonds}-{category}");
  await expect(page.getByText(categoryText.templateWrong)).toBeVisible();
  await template.fill("{fonds}-{category}·{year}·{retention}·{matter}-{item:3}");
  await expect(page.locator("output")).toHaveText(/^Q011-SW·\d{4}·Y-001$/);
  await takePictures(desk, "template");
  await page.getByRole("button", { name: categoryText.save }).click();
  await expect(page.getByText(categoryText.saved("实物"))).toBeVisible();
  await page.getByRole("radiogroup", { name: matterText.category }).getByText("实物").click();
  await page.getByLabel(matterText.code, { exact: true }).fill("ry");
  await page.getByLabel(matterText.name, { exact: true }).fill("荣誉");
  await page.getByRole("button", { name: matterText.add }).click();
  await expect(page.getByText(matterText.added("荣誉"))).toBeVisible();
  await page.getByRole("button", { name: schemeText.revise }).click();
  await takePictures(desk, "scheme-form");
  await page.getByText("年度—机构（问题）—保管期限").last().click();
  await page.getByRole("button", { name: schemeText.save }).click();
  await expect(page.getByText(`${schemeText.levels}：年度—机构（问题）—保管期限`)).toBeVisible();
  await desk.close();
  removeHome(desk.home);
});
