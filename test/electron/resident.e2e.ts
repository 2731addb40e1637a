// 居民与户 in the window: entered once, found by pinyin, looked at for a reason, consents, the statement apart, joining.
import { expect, test, type Locator } from "@playwright/test";
import { archivalDate } from "#contract/archival-date";
import { ledgerCode } from "#contract/ledger";
import { ledgerColumn } from "#contract/ledger-column";
import { residentSecretLabel } from "#contract/resident";
import { revealReasonLabel } from "#contract/reveal";
import { frameText } from "#text/frame";
import { consentText, ethnicityText, residentText, revealText } from "#text/resident";
import { goTo, takePictures } from "./hand.ts";
import { type Desk, newHome, openDesk, removeHome } from "./launch.ts";
import { startArchive } from "./start-archive.ts";

const idNumber = "999901199001011232";
const account = "6222020200112233445";
const words = residentText.fields;

async function fill(dialog: Locator, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(values))
    await dialog.getByRole("textbox", { name: label, exact: true }).fill(value);
}

async function makeLedger(desk: Desk): Promise<void> {
  const [fonds] = await desk.ask("fonds.list", {});
  const column = ledgerColumn.parse({ key: "who", heading: "居民", kind: "person", personal: "personal" });
  const made = await desk.ask("ledger.make", {
    ...{ fondsId: fonds!.id, origin: "own" },
    template: {
      ...{ code: ledgerCode.parse("volunteer"), name: "志愿者登记", purpose: "联系志愿者", basis: "consent" },
      ...{ basisWords: "个人信息保护法第十三条第一项", columns: [column] },
    },
  });
  await desk.ask("ledger.open", { id: made.id, revision: made.revision });
}

test("a resident is entered once, looked at for a reason, consents, states and is joined", async () => {
  const desk = await openDesk(newHome());
  await startArchive(desk);
  await makeLedger(desk);
  const { page } = desk;
  const dialogOf = (name: string | RegExp): Locator => page.getByRole("dialog", { name });
  await page.reload();
  await goTo(desk, frameText.pages.resident);
  await expect(page.getByText(residentText.teachTitle)).toBeVisible();
  await takePictures(desk, "resident-empty");

  await page.keyboard.press("Alt+n");
  const dialog = dialogOf(residentText.add);
  await fill(dialog, { [words.name]: "单小明", [words.bornOn]: "1990.1.1", [words.phone]: "013800138000" });
  await dialog.getByText(residentText.sexes.女, { exact: true }).click();
  await dialog.getByRole("button", { name: residentText.addHousehold }).click();
  const household = dialogOf(residentText.householdTitle);
  await fill(household, { [words.number]: "0123", [words.address]: "幸福路12号3单元502", [words.grid]: "第二网格" });
  await page.keyboard.press("Enter");
  await expect(household).toBeHidden();
  await fill(dialog, { [words.idNumber]: "99990119900101123", [words.account]: account });
  await takePictures(desk, "resident-form");
  await dialog.getByRole("button", { name: residentText.save }).click();
  await expect(page.getByText("resident-id-number-wrong")).toBeVisible();
  await fill(dialog, { [words.idNumber]: idNumber });
  await dialog.getByRole("button", { name: residentText.save }).click();
  await expect(dialog).toBeHidden();
  const record = page.getByRole("region", { name: residentText.record });
  await expect(record.getByRole("heading", { name: "单小明" })).toBeVisible();
  await expect(record.getByText("幸福路12号3单元502")).toBeVisible();
  expect(await page.content()).not.toContain(idNumber);

  const box = page.getByRole("textbox", { name: residentText.search });
  await page.keyboard.press("Alt+f");
  await box.fill("danxm");
  await expect(page.getByRole("option")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(record.getByRole("heading", { name: "单小明" })).toBeVisible();
  await takePictures(desk, "resident-record");

  const look = record.getByRole("button", { name: revealText.lookOf(residentSecretLabel.idNumber) });
  await look.click();
  const asked = dialogOf(revealText.title(residentSecretLabel.idNumber));
  await expect(asked.getByRole("button", { name: revealText.verb })).toBeDisabled();
  await asked.getByText(revealReasonLabel.other).click();
  await asked.getByRole("textbox", { name: revealText.words }).fill("代办高龄津贴，手机 13800138000");
  await page.keyboard.press("Enter");
  await expect(asked.getByText("reveal-reason-personal")).toBeVisible();
  await takePictures(desk, "resident-reveal");
  await asked.getByRole("textbox", { name: revealText.words }).fill("代办高龄津贴");
  await page.keyboard.press("Enter");
  await expect(record.getByText(idNumber)).toBeVisible();
  await takePictures(desk, "resident-revealed");
  await record.getByRole("button", { name: revealText.hide }).click();
  expect(await page.content()).not.toContain(idNumber);
  for (let at = 0; at < 4; at++) {
    await look.click();
    await asked.getByText(revealReasonLabel["own-matter"]).click();
    await asked.getByRole("button", { name: revealText.verb }).click();
    await expect(record.getByText(idNumber)).toBeVisible();
    // Who leaves the window leaves nothing in sight.
    await page.evaluate(() => window.dispatchEvent(new Event("blur")));
    await expect(record.getByText(idNumber)).toHaveCount(0);
  }
  await look.click();
  await asked.getByText(revealReasonLabel["own-matter"]).click();
  await asked.getByRole("button", { name: revealText.verb }).click();
  await expect(asked.getByText("reveal-pace")).toBeVisible();
  await takePictures(desk, "resident-pace");
  await asked.getByRole("button", { name: revealText.sure }).click();
  await expect(record.getByText(idNumber)).toBeVisible();
  await record.getByRole("button", { name: revealText.hide }).click();

  await record.getByRole("button", { name: consentText.give }).click();
  await takePictures(desk, "resident-consent");
  await dialogOf(consentText.giveTitle).getByRole("button", { name: consentText.save }).click();
  await expect(record.getByText("志愿者登记")).toBeVisible();
  await record.getByRole("button", { name: consentText.withdraw, exact: true }).click();
  await takePictures(desk, "resident-withdraw");
  await dialogOf(consentText.withdrawTitle).getByRole("button", { name: consentText.withdrawVerb }).click();
  await expect(record.getByText(/\d{4}-\d{2}-\d{2} 撤回/)).toBeVisible();

  await record.getByRole("button", { name: ethnicityText.open }).click();
  const apart = dialogOf(new RegExp(ethnicityText.dialog));
  await expect(apart.getByRole("button", { name: ethnicityText.save })).toBeDisabled();
  await apart.getByRole("combobox").click();
  await page.getByTitle("苗族", { exact: true }).click();
  await apart.getByRole("checkbox").check();
  await takePictures(desk, "resident-ethnicity");
  await apart.getByRole("button", { name: ethnicityText.save }).click();
  await expect(apart).toBeHidden();
  await record.getByRole("button", { name: ethnicityText.open }).click();
  await expect(page.getByText(/苗族（/)).toBeVisible();
  await apart.getByRole("button", { name: ethnicityText.close }).last().click();
  await expect(page.getByText(/苗族/)).toBeHidden();

  await desk.ask("resident.add", { name: "单小明", bornOn: archivalDate.parse("1990-01-01") });
  await box.fill("单小明");
  await expect(page.getByRole("option")).toHaveCount(2);
  await record.getByRole("button", { name: new RegExp(residentText.compare) }).click();
  await takePictures(desk, "resident-join");
  await dialogOf(residentText.joinTitle).getByRole("button", { name: residentText.join }).click();
  await expect(page.getByRole("option")).toHaveCount(1);
  await expect(record.getByText("013800138000")).toBeVisible();
  await desk.close();
  removeHome(desk.home);
});
