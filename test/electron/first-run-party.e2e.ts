// The first run asks whether the Party organisation has a fonds of its own; answered "apart", two fonds stand.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { firstRunText } from "#text/first-run";
import { recoveryText } from "#text/recovery";
import { unlockText } from "#text/unlock";
import { readWithPdfjs } from "#test/engine/catalogue/read-with-pdfjs";
import { chooseNext, saveNext, takePictures } from "./hand.ts";
import { newHome, openDesk, removeHome } from "./launch.ts";
import { passphrase } from "./start-archive.ts";

test("committee and Party organisation each get a fonds, and going back changes them, not their number", async () => {
  const desk = await openDesk(newHome());
  const { page, home } = desk;
  const button = (name: string | RegExp) => page.getByRole("button", { name });
  const field = (label: string) => page.getByRole("textbox", { name: label, exact: true });
  await button(new RegExp(unlockText.startNew)).click();
  await field(firstRunText.name).fill("梧桐里社区");
  await chooseNext(desk, [home]);
  await button(firstRunText.choosePlace).click();
  await button(firstRunText.next).click();
  await field(unlockText.passphrase).fill(passphrase);
  await field(firstRunText.passphraseAgain).fill(passphrase);
  await button(firstRunText.make).click();
  await expect(page.getByRole("heading", { name: firstRunText.sheetTitle })).toBeVisible({ timeout: 30_000 });
  const sheet = join(home, "恢复单.pdf");
  await saveNext(desk, sheet);
  await button(recoveryText.save).click();
  await expect.poll(() => existsSync(sheet)).toBe(true);
  await page.waitForTimeout(500);
  const [paper] = await readWithPdfjs(readFileSync(sheet));
  const groups = [...(paper?.text ?? "").matchAll(/第\d组(\d{6})/g)].map(([, group = ""]) => group);
  await button(firstRunText.sheetNext).click();
  await expect(field(recoveryText.groupLabel(1))).toBeFocused();
  await page.keyboard.type(groups.join(""));

  await expect(page.getByRole("heading", { name: firstRunText.fondsTitle })).toBeVisible({ timeout: 30_000 });
  await field(firstRunText.fondsCode).fill("Q001");
  await page.getByText(firstRunText.partyApart).click();
  await expect(button(firstRunText.next)).toBeDisabled();
  await field(firstRunText.partyCode).fill("q001");
  await field(firstRunText.partyName).fill("梧桐里社区党委");
  await field(firstRunText.partyUnit).fill("中共长青街道梧桐里社区委员会");
  await takePictures(desk, "fonds-apart");
  // The same 全宗号 twice is refused; the step stays, and only one fonds stands.
  await button(firstRunText.next).click();
  await expect(page.getByText(/全宗号「Q001」已被使用/)).toBeVisible();
  await field(firstRunText.partyCode).fill("Q002");
  await button(firstRunText.next).click();
  await expect(page.getByRole("heading", { name: firstRunText.backupTitle })).toBeVisible();
  expect((await desk.ask("fonds.list", {})).map(({ code, name, composition }) => [code, name, composition])).toEqual([
    ["Q001", "梧桐里社区", "committee"],
    ["Q002", "梧桐里社区党委", "party"],
  ]);
  await desk.close();
  removeHome(home);
});
