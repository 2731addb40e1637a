// 从备份恢复 in the window: from a broken archive to the restored one, and from the settings; what is there is never written over.
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { frameText } from "#text/frame";
import { restoreText as words } from "#text/restore";
import { settingsText } from "#text/settings";
import { unlockText } from "#text/unlock";
import { goTo, takePictures } from "./hand.ts";
import { type Desk, newHome, openDesk, removeHome } from "./launch.ts";
import { passphrase, startArchive } from "./start-archive.ts";

test.describe.configure({ mode: "serial" });

const home = newHome();
const place = join(home, "备份盘");
let desk: Desk;
let folder = "";
const button = (name: string): ReturnType<Desk["page"]["getByRole"]> =>
  desk.page.getByRole("button", { name, exact: true });

/** The next folder dialog answers with this; a test cannot press the system's own buttons. */
const answerDialog = (path: string): Promise<void> =>
  desk.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, path);
const makeItem = async (title: string): Promise<void> => {
  const fondsId = (await desk.ask("fonds.list", {}))[0]!.id;
  await desk.ask("item.make", { pageIds: [], fields: { fondsId, title, paperPageCount: 2 } });
};

test.beforeAll(async () => {
  desk = await openDesk(home);
  ({ folder } = await startArchive(desk));
  mkdirSync(place);
  await desk.ask("settings.revise", { backupFolder: place });
  await makeItem("备份里有的一件");
  await desk.ask("backup.make", {});
  await desk.ask("settings.revise", { backupFolder: "" });
  await makeItem("备份之后的一件");
  await desk.remember({ archiveFolders: [folder] });
  await desk.page.reload();
});
test.afterAll(async () => {
  await desk.close();
  removeHome(home);
});

async function chooseAndCheck(): Promise<void> {
  await answerDialog(place);
  await button(words.choose).click();
  await expect(desk.page.getByRole("radio")).toHaveCount(1);
  await desk.page.getByLabel(words.passphrase, { exact: true }).fill(passphrase);
}

test("from the settings: locked, checked, told what would be lost, restored and opened", async () => {
  const { page } = desk;
  await goTo(desk, frameText.pages.settings);
  await button(settingsText.sections.backup).click();
  await takePictures(desk, "restore-settings");
  await button(words.settings).click();
  await expect(page.getByRole("heading", { name: words.title })).toBeVisible();
  await expect(button(words.check)).toBeDisabled();
  await chooseAndCheck();
  await takePictures(desk, "restore-choose");
  await button(words.check).click();
  await expect(page.getByRole("heading", { name: words.checkedTitle })).toBeVisible();
  await expect(page.getByRole("row", { name: /^件 1 2 1$/ })).toBeVisible();
  await takePictures(desk, "restore-checked");
  await button(words.run).click();
  await expect(page.getByRole("heading", { name: words.doneTitle })).toBeVisible({ timeout: 15_000 });
  await takePictures(desk, "restore-done");
  await button(words.open).click();
  await page.getByLabel(unlockText.passphrase).fill(passphrase);
  await button(unlockText.unlock).click();
  await expect(page.getByText(frameText.pages.home).first()).toBeVisible();
  const { rows } = await desk.ask("item.list", {});
  expect(rows.map(({ title }) => title)).toEqual(["备份里有的一件"]);
  expect(readdirSync(home).filter((name) => name.includes("恢复前"))).toHaveLength(1);
});

test("a broken archive offers it, and asks for a word where deletions may be missing", async () => {
  const { page } = desk;
  await desk.ask("archive.lock", {});
  writeFileSync(join(folder, "archive.db"), Buffer.alloc(8192, 7));
  await page.reload();
  await page.getByLabel(unlockText.passphrase).fill(passphrase);
  await button(unlockText.unlock).click();
  await expect(page.getByText("archive-damaged")).toBeVisible();
  await takePictures(desk, "restore-broken");
  await button(words.doorFrom).click();
  await chooseAndCheck();
  await desk.page.getByLabel(words.passphrase, { exact: true }).fill("不是这个口令");
  await button(words.check).click();
  await expect(page.getByText("passphrase-wrong")).toBeVisible();
  await desk.page.getByLabel(words.passphrase, { exact: true }).fill(passphrase);
  await button(words.check).click();
  await expect(page.getByText(words.uncertain)).toBeVisible();
  await expect(button(words.run)).toBeDisabled();
  await takePictures(desk, "restore-uncertain");
  await page.getByText(words.accepts).click();
  await button(words.run).click();
  await expect(page.getByRole("heading", { name: words.doneTitle })).toBeVisible({ timeout: 15_000 });
});
