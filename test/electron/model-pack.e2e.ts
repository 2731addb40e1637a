// 设置 › 文字识别模型: a pack is brought on a stick, tried, chosen and put back; a folder without one is refused in words.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { frameText } from "#text/frame";
import { modelPackText } from "#text/model-pack";
import { settingsText } from "#text/settings";
import { chooseNext, goTo, takePictures } from "./hand.ts";
import { type Desk, newHome, openDesk, projectFolder, removeHome } from "./launch.ts";
import { startArchive } from "./start-archive.ts";

const home = newHome();
let desk: Desk;
test.beforeAll(async () => {
  desk = await openDesk(home);
  await startArchive(desk);
  await desk.page.reload();
});
test.afterAll(async () => {
  await desk.close();
  removeHome(home);
});

test("a model pack is imported from a stick, chosen, and the choice taken back", async () => {
  const { page } = desk;
  const stick = join(home, "优盘", "新模型");
  mkdirSync(stick, { recursive: true });
  cpSync(join(projectFolder, "resources/models/ppocr-v4-mobile"), stick, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(stick, "pack.json"), "utf8")) as Record<string, unknown>;
  const named = { ...manifest, name: "office-2026", title: "市局下发 2026 版" };
  writeFileSync(join(stick, "pack.json"), JSON.stringify(named));

  await goTo(desk, frameText.pages.settings);
  await page.getByRole("button", { name: settingsText.sections.models }).click();
  const room = page.getByRole("region", { name: modelPackText.title });
  await expect(room.getByText(modelPackText.chosen)).toHaveCount(1);
  await chooseNext(desk, [join(home, "优盘")]);
  await room.getByRole("button", { name: modelPackText.take }).click();
  await expect(page.getByText("没有可用的模型清单")).toBeVisible();
  await takePictures(desk, "model-pack-refused");
  await expect(room.locator("tbody tr")).toHaveCount(1);

  await chooseNext(desk, [stick]);
  await room.getByRole("button", { name: modelPackText.take }).click();
  await expect(room.locator("tbody tr")).toHaveCount(2, { timeout: 30_000 });
  await room.getByRole("button", { name: modelPackText.chooseTitle("市局下发 2026 版") }).click();
  const second = room.locator("tbody tr").nth(1);
  await expect(second).toContainText(modelPackText.chosen);
  await takePictures(desk, "model-pack");
  await page
    .getByRole("button", { name: new RegExp(frameText.undo) })
    .first()
    .click();
  await expect(second).not.toContainText(modelPackText.chosen);
});
