// From a record to what can be done with it: proposals taken, a filed item corrected, a stock-take of one cabinet, the
// bindings a term allows.
import { expect, test } from "@playwright/test";
import { custodyText } from "#text/custody";
import { filingText, orderText } from "#text/filing";
import { frameText } from "#text/frame";
import { itemText } from "#text/item";
import { registerText } from "#text/register";
import { proposalText } from "#text/schedule";
import { volumeText } from "#text/volume";
import { fillArchive } from "./fill-archive.ts";
import { goTo, takePictures } from "./hand.ts";
import { type Desk, newHome, openDesk, removeHome } from "./launch.ts";

test.describe.configure({ mode: "serial" });
const home = newHome();
let desk: Desk;
const button = (name: string | RegExp): ReturnType<Desk["page"]["getByRole"]> =>
  desk.page.getByRole("button", { name, exact: typeof name === "string" });
const proposals = (): ReturnType<Desk["page"]["getByRole"]> =>
  desk.page.getByRole("list", { name: proposalText.label }).getByRole("button");
const option = (text: string | RegExp): ReturnType<Desk["page"]["locator"]> =>
  desk.page
    .locator(".ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option", { hasText: text })
    .first();

test.beforeAll(async () => {
  desk = await openDesk(home);
  await fillArchive(desk);
  await desk.page.reload();
});
test.afterAll(async () => {
  await desk.close();
  removeHome(home);
});

test("a paper received is proposed class and term with the row, and its item has both", async () => {
  const { page } = desk;
  await goTo(desk, frameText.pages.register);
  await page.getByLabel(registerText.fields.correspondent.incoming).fill("长青街道办事处");
  await page.getByLabel(registerText.fields.title, { exact: true }).fill("居民代表会议会议记录");
  await expect(proposals().first()).toBeVisible();
  await expect(proposals().first()).toHaveAttribute("title", /依据：第 \d+ 条/);
  await takePictures(desk, "register-proposals");
  await proposals().first().click();
  await expect(page.getByText(/依据：第 \d+ 条/)).toBeVisible();
  await page.getByLabel(registerText.fields.title, { exact: true }).press("Enter");
  await expect
    .poll(async () => (await desk.ask("register.list", { filter: { kind: "incoming" } })).rows[0]?.title)
    .toBe("居民代表会议会议记录");
  const [entry] = (await desk.ask("register.list", { filter: { kind: "incoming" } })).rows;
  expect(entry?.scheduleRowId).not.toBeNull();
  expect(entry?.retention).not.toBeNull();
});

test("a volume and a group are proposed class and term", async () => {
  const { page } = desk;
  await goTo(desk, frameText.pages.volume);
  await page
    .getByRole("option", { name: /消防改造/ })
    .first()
    .click();
  await expect(proposals().first()).toBeVisible();
  await takePictures(desk, "volume-proposals");
  await proposals().first().click();
  await expect
    .poll(async () => (await desk.ask("volume.list", { state: "draft" })).rows[0]?.scheduleRowId ?? null)
    .not.toBeNull();
  await expect(
    page.getByRole("radiogroup", { name: volumeText.fields.retention }).getByRole("radio").nth(3),
  ).toBeAttached();

  await goTo(desk, frameText.pages.photo);
  await expect(proposals().first()).toBeVisible();
  await takePictures(desk, "group-proposals");
});

test("a filed item of a closed year leads to its correction; the row is chosen there", async () => {
  const { page } = desk;
  const { rows } = await desk.ask("item.list", { filter: { state: "filed", category: "WS" }, limit: 50 });
  const wanted = rows.find((row) => row.itemNumber === 3)!;
  await goTo(desk, frameText.pages.item);
  await page
    .getByRole("searchbox")
    .or(page.getByPlaceholder(/题名、文号/))
    .first()
    .fill(wanted.documentNumber);
  await page.getByRole("option").filter({ hasText: "0003" }).first().click();
  await expect(page.getByText(wanted.archivalCode)).toBeVisible();
  await takePictures(desk, "filed-item");
  await button(itemText.toCorrect).click();
  await expect(page.getByRole("tab", { name: /^排列编号/ })).toHaveAttribute("aria-selected", "true");
  const chosen = page.getByRole("region", { name: filingText.preview }).locator("[aria-selected=true]");
  await expect(chosen).toContainText(wanted.archivalCode);
  await button(orderText.correct).click();
  await page.getByLabel(orderText.fields.remark).fill("原件第 2 页缺角");
  await page.getByLabel(orderText.reason).fill("核对时发现");
  await button(orderText.correctVerb).last().click();
  await expect(page.getByText(orderText.corrected(wanted.archivalCode))).toBeVisible();
  expect((await desk.ask("item.read", { id: wanted.id })).remark).toBe("原件第 2 页缺角");
});

test("of an open year it leads to being taken back, and one in a volume to its volume", async () => {
  const { page } = desk;
  const [fonds] = await desk.ask("fonds.list", {});
  const scope = { fondsId: fonds!.id, category: "WS", year: 2025 };
  const { problems } = await desk.ask("filing.preview", scope);
  for (const id of new Set(problems.map((each) => each.itemId))) {
    const { revision } = await desk.ask("item.read", { id });
    await desk.ask("item.exclude", { id, revision, reason: "重份" });
  }
  const { planDigest } = await desk.ask("filing.preview", scope);
  await desk.ask("filing.commit", { ...scope, planDigest });
  const { rows } = await desk.ask("item.list", { filter: { state: "filed", category: "WS", year: 2025 }, limit: 50 });
  const wanted = rows[2]!;
  const find = async (words: string): Promise<void> => {
    await goTo(desk, frameText.pages.home);
    await goTo(desk, frameText.pages.item);
    await page
      .getByPlaceholder(/题名、文号/)
      .first()
      .fill(words);
    const list = page.getByRole("listbox", { name: itemText.list });
    await list.getByRole("option").filter({ hasText: words }).first().click();
  };
  await find(wanted.documentNumber);
  await button(itemText.toWithdraw).click();
  const chosen = page.getByRole("region", { name: filingText.preview }).locator("[aria-selected=true]");
  await expect(chosen).toContainText(wanted.archivalCode);
  await button(orderText.withdraw).click();
  await expect(page.getByRole("dialog", { name: orderText.withdrawTitle })).toContainText(wanted.archivalCode);
  await page.keyboard.press("Escape");
  await find("屋面修缮工程竣工图");
  await button(itemText.toVolume).click();
  await expect(page.getByText("Q001-KJ·JJ·2023-001", { exact: true })).toBeVisible();
});

test("a cabinet is taken stock of, and the bindings of a term are set", async () => {
  const { page } = desk;
  await goTo(desk, frameText.pages.custody);
  await page.getByRole("tab", { name: custodyText.tabs.stock }).click();
  await page.getByRole("combobox", { name: custodyText.stock.scope }).click();
  await option(custodyText.stock.byBox).click();
  await expect(button(custodyText.stock.begin)).toBeDisabled();
  await page.getByRole("combobox", { name: custodyText.stock.boxes }).click();
  await option("第 1 柜（3 盒）").click();
  await takePictures(desk, "stock-by-cabinet");
  await page.keyboard.press("Escape");
  await button(custodyText.stock.begin).click();
  await expect(page.getByText(custodyText.stock.began(18))).toBeVisible();
  await button(custodyText.rules.open).click();
  await page.getByRole("combobox", { name: custodyText.rules.bindings.permanent }).click();
  await option("不锈钢订书钉").click();
  await page.getByText(custodyText.rules.title).click();
  await takePictures(desk, "custody-bindings");
  await page.getByRole("dialog").getByRole("button", { name: custodyText.save }).click();
  await expect(page.getByText(custodyText.rules.saved)).toBeVisible();
  const { bindings } = await desk.ask("custody.rules", {});
  expect(bindings.permanent).toEqual(["T1", "T2", "T3", "T6", "none"]);
});
