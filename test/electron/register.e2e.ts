// 收文 by keyboard: a paper is registered, followed, and made into an item without being typed again (product J2, A05).
import { expect, test } from "@playwright/test";
import { frameText } from "#text/frame";
import { registerText } from "#text/register";
import { goTo, takePictures } from "./hand.ts";
import { newHome, openDesk, removeHome } from "./launch.ts";
import { startArchive } from "./start-archive.ts";

test("a paper that came is registered by keyboard and becomes an item", async () => {
  const desk = await openDesk(newHome());
  await startArchive(desk);
  const { page } = desk;
  await page.reload();
  await goTo(desk, frameText.pages.register);
  await takePictures(desk, "register-empty");
  const field = (name: string) => page.getByRole("textbox", { name, exact: true });
  const correspondent = page.getByRole("combobox", { name: registerText.fields.correspondent.incoming });

  await field(registerText.fields.happenedOn.incoming).fill("2024.3.8");
  await correspondent.fill("梧桐街道办事处");
  await field(registerText.fields.documentNumber).fill("梧街〔2024〕12号");
  await field(registerText.fields.title).fill("关于开展社区档案检查的通知");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/已登记，2024-0001/)).toBeVisible();

  // The second of the same organisation: two letters of pinyin are enough, and the same number is noticed while typing.
  await correspondent.pressSequentially("wt");
  await expect(page.locator(".ant-select-item-option-active")).toHaveText("梧桐街道办事处");
  await page.keyboard.press("Enter");
  await expect(correspondent).toHaveValue("梧桐街道办事处");
  await field(registerText.fields.happenedOn.incoming).fill("20240309");
  await field(registerText.fields.documentNumber).fill("梧街〔2024〕12号");
  await expect(page.getByText(registerText.sameNumber(1))).toBeVisible();
  await field(registerText.fields.documentNumber).fill("梧街〔2024〕13号");
  await field(registerText.fields.title).fill("关于做好汛期值班工作的通知");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/已登记，2024-0002/)).toBeVisible();

  const list = page.getByRole("listbox", { name: registerText.list });
  await list.getByRole("option").filter({ hasText: "汛期值班" }).click();
  await page.getByPlaceholder(registerText.stepNote).fill("已排班");
  await page.keyboard.press("Enter");
  await expect(page.locator(".register-steps li")).toHaveCount(2);
  await page.getByRole("button", { name: registerText.toItem, exact: true }).click();
  await expect(page.getByText(registerText.hasItem(""))).toBeVisible();
  await takePictures(desk, "register-filled");
  await page.getByRole("button", { name: registerText.openItem }).click();
  await expect(field("题名")).toHaveValue("关于做好汛期值班工作的通知");
  await expect(
    field("文号")
      .or(page.getByRole("combobox", { name: "文号" }))
      .first(),
  ).toHaveValue("梧街〔2024〕13号");
  await desk.close();
  removeHome(desk.home);
});
