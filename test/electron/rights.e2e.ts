// 权利与安全 in the window: a request from its registering to a deletion that is typed, an incident, a self-audit, the looks.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { archivalDate } from "#contract/archival-date";
import { assessmentQuestion } from "#contract/impact-assessment";
import { ledgerCode } from "#contract/ledger";
import { ledgerColumn } from "#contract/ledger-column";
import { frameText } from "#text/frame";
import { rightsText } from "#text/rights";
import { goTo, takePictures } from "./hand.ts";
import { type Desk, newHome, openDesk, removeHome } from "./launch.ts";
import { startArchive } from "./start-archive.ts";

test.describe.configure({ mode: "serial" });

const home = newHome();
let desk: Desk;
const words = rightsText.request;
const steps = rightsText.steps;
const button = (name: string): ReturnType<Desk["page"]["getByRole"]> =>
  desk.page.getByRole("button", { name, exact: true });
const kinds = (): ReturnType<Desk["page"]["getByRole"]> =>
  desk.page.getByRole("radiogroup", { name: rightsText.tabsLabel });
const tab = (name: string): Promise<void> => kinds().getByText(name, { exact: true }).click();
const pick = async (label: string, option: string | RegExp): Promise<void> => {
  await desk.page.getByLabel(label, { exact: true }).click();
  await desk.page.locator(".ant-select-item-option").filter({ hasText: option }).last().click();
};

/** A person with a record and a row of a ledger that has a sensitive column. */
async function aPerson(): Promise<void> {
  const fondsId = (await desk.ask("fonds.list", {}))[0]!.id;
  const columns = [
    { key: "happenedOn", heading: "发生日期", kind: "date", part: "occurred", isRequired: true },
    { key: "who", heading: "居民", kind: "person", personal: "personal" },
    { key: "kind", heading: "类别", kind: "choice", part: "kind", rules: { choices: ["就医", "就学"] } },
    { key: "illness", heading: "病情", kind: "text", personal: "sensitive" },
    { key: "note", heading: "备注", kind: "longText" },
  ].map((each) => ledgerColumn.parse(each));
  const made = await desk.ask("ledger.make", {
    ...{ fondsId, origin: "own" },
    template: {
      ...{ code: ledgerCode.parse("aid"), name: "困难帮扶", purpose: "办理困难帮扶", basis: "duty", columns },
      basisWords: "《社会救助暂行办法》",
    },
  });
  await desk.ask("impact-assessment.keep", {
    ...{ ledgerId: made.id, assessedOn: archivalDate.parse("2026-01-05"), assessorPost: "档案员" },
    conclusion: "may-open",
    answers: Object.fromEntries(assessmentQuestion.options.map((each) => [each, "已核对，符合要求"])) as never,
  });
  const { revision } = await desk.ask("ledger.read", { id: made.id });
  await desk.ask("ledger.open", { id: made.id, revision });
  const resident = await desk.ask("resident.add", {
    ...{ name: "欧阳碧瑶", sex: "女", bornOn: archivalDate.parse("1990-01-01"), phone: "13912340077" },
    ...{ householdId: null, idNumber: "999901199001011232" },
  });
  const cells = { happenedOn: "2026-03-05", who: "欧阳碧瑶", kind: "就医", illness: "高血压", note: "上门看望" };
  await desk.ask("ledger.write-rows", {
    ...{ ledgerId: made.id, kind: "enter" },
    rows: [{ cells, links: { who: resident.id } } as never],
  });
  await desk.ask("resident.reveal", { id: resident.id, field: "idNumber", reasonCode: "check-entry" });
}

test.beforeAll(async () => {
  desk = await openDesk(home);
  await startArchive(desk);
  const place = join(home, "备份盘");
  mkdirSync(place);
  await desk.ask("settings.revise", { backupFolder: place });
  await desk.ask("backup.make", {});
  await aPerson();
  await desk.page.reload();
});
test.afterAll(async () => {
  await desk.close();
  removeHome(home);
});

test("an empty register says what belongs there", async () => {
  await goTo(desk, frameText.pages.rights);
  await expect(desk.page.getByText(words.emptyTitle)).toBeVisible();
  await takePictures(desk, "rights-empty");
});

test("one strip leads here; what is open within is chosen in the head, by keyboard too", async () => {
  const { page } = desk;
  await expect(page.getByRole("tablist")).toHaveCount(1);
  const chosen = (name: string) => kinds().getByRole("radio", { name, exact: true });
  await expect(chosen(rightsText.tabs.request)).toBeChecked();
  await chosen(rightsText.tabs.request).focus();
  await page.keyboard.press("ArrowRight");
  await expect(chosen(rightsText.tabs.incident)).toBeChecked();
  await expect(page.getByLabel(rightsText.incident.data, { exact: true })).toBeVisible();
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByText(words.emptyTitle)).toBeVisible();
});

test("a request for a copy is registered, identified, gathered, copied and answered", async () => {
  const { page } = desk;
  await button(words.new).click();
  await pick(words.kind, "复制");
  await page.getByLabel(words.resident).fill("ouyang");
  await page.locator(".ant-select-item-option").filter({ hasText: "欧阳碧瑶" }).click();
  await expect(page.getByLabel(words.subject, { exact: true })).toHaveValue("欧阳碧瑶");
  await page.getByLabel(words.wish).fill("复印本人的登记");
  await takePictures(desk, "rights-register");
  await button(words.register).click();
  await expect(page.getByRole("heading", { name: steps.identify })).toBeVisible();
  await expect(button(steps.gatherVerb)).toHaveCount(0);
  await pick(steps.way, /居民身份证/);
  await page.getByLabel(steps.checkedBy).fill("王敏");
  await button(steps.identifyVerb).click();
  await button(steps.gatherVerb).click();
  await expect(page.getByText("高血压")).toBeVisible();
  await takePictures(desk, "rights-gathered");
  await button(steps.copy).click();
  await expect(page.locator(".rights-copy canvas").first()).toBeVisible({ timeout: 20_000 });
  await takePictures(desk, "rights-copy");
  await page.keyboard.press("Escape");
  await page.getByLabel(steps.answer).fill("已制作副本交本人");
  await button(steps.decideVerb).click();
  await expect(page.getByText(steps.endedOn)).toBeVisible();
  await button(words.back).click();
});

test("a deletion asks for the number of the request before anything goes", async () => {
  const { page } = desk;
  await button(words.new).click();
  await pick(words.kind, /^删除/);
  await page.getByLabel(words.resident).fill("ouyang");
  await page.locator(".ant-select-item-option").filter({ hasText: "欧阳碧瑶" }).click();
  await page.getByLabel(words.wish).fill("请删除本人的登记");
  await button(words.register).click();
  await pick(steps.way, /居民身份证/);
  await page.getByLabel(steps.checkedBy).fill("王敏");
  await button(steps.identifyVerb).click();
  await expect(button(rightsText.erase.verb)).toBeDisabled();
  await button(steps.gatherVerb).click();
  await expect(page.getByText("高血压")).toBeVisible();
  await button(rightsText.erase.verb).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("button", { name: rightsText.erase.verb, exact: true })).toBeDisabled();
  const year = new Date().getFullYear();
  await dialog.getByLabel(rightsText.erase.typed).fill(`${year}-2`);
  await takePictures(desk, "rights-erase");
  await dialog.getByRole("button", { name: rightsText.erase.verb, exact: true }).click();
  await expect(page.getByText(rightsText.erase.report)).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole("dialog").getByText("本档案库")).toBeVisible();
  await takePictures(desk, "rights-erased");
  await button(rightsText.erase.close).click();
  await expect(page.getByText(words.gone)).toBeVisible();
  await button(words.back).click();
  await expect(page.getByText(rightsText.media.title)).toBeVisible();
  await takePictures(desk, "rights-list");
});

test("an incident is written down, told and closed", async () => {
  const { page } = desk;
  await tab(rightsText.tabs.incident);
  await page.getByLabel(rightsText.incident.data, { exact: true }).fill("姓名、电话");
  await page.getByLabel(rightsText.incident.course, { exact: true }).fill("走访登记本遗失一本");
  await button(rightsText.incident.register).click();
  const year = new Date().getFullYear();
  await button(`${year}-1`).click();
  await page.getByLabel(rightsText.incident.measures, { exact: true }).fill("登报声明");
  await button(rightsText.incident.addTold).click();
  await page.getByLabel(`${rightsText.incident.whom} 1`).fill("街道办事处");
  await takePictures(desk, "rights-incident");
  await button(rightsText.save).click();
  await expect(page.getByText(rightsText.incident.saved)).toBeVisible();
  await button(rightsText.incident.close).click();
  await expect(page.locator(".rights-list .mark")).toHaveText(rightsText.incident.closed);
});

test("the self-audit keeps a no only with a measure, and the looks show no value", async () => {
  const { page } = desk;
  await tab(rightsText.tabs.audit);
  await page.getByLabel(rightsText.audit.post).fill("档案员");
  const first = page.locator(".rights-questions li").first();
  await first.getByText("否", { exact: true }).click();
  await expect(button(rightsText.save)).toBeDisabled();
  await first.getByLabel(`${rightsText.audit.measure} 1`).fill("补写两本台账的目的，六月底前");
  await takePictures(desk, "rights-audit");
  await button(rightsText.save).click();
  await expect(page.getByText(rightsText.audit.saved)).toBeVisible();
  await tab(rightsText.tabs.reveal);
  await expect(page.getByRole("cell", { name: /证件号码/ })).toBeVisible();
  await expect(page.getByText("999901199001011232")).toHaveCount(0);
  await takePictures(desk, "rights-reveals");
});
