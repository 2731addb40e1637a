// 声像: a group made, photos dropped, captions written by keyboard and filled in together, filed; digital files in the tray.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { digitalText } from "#text/digital-file";
import { frameText } from "#text/frame";
import { photoText } from "#text/photo";
import { scanText } from "#text/scan";
import { macroPart, writeDocx, writeMp4, writeWav } from "#test/fixtures/digital-files";
import { writePhoto } from "#test/fixtures/photo-writer";
import { dropFiles, goTo, takePictures } from "./hand.ts";
import { newHome, openDesk, removeHome } from "./launch.ts";
import { startUnreadArchive } from "./start-archive.ts";

test("photos of one event are captioned by keyboard and filed; a file with macros waits in the tray, unopened", async () => {
  const desk = await openDesk(newHome());
  await startUnreadArchive(desk);
  const { page } = desk;
  const folder = join(desk.home, "照片");
  mkdirSync(folder);
  const put = (name: string, bytes: Buffer): string => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };
  const photos = await Promise.all(
    Array.from({ length: 24 }, async (_, at) =>
      put(
        `IMG_2024${String(at + 1).padStart(4, "0")}.jpg`,
        await writePhoto({}, { width: 640, height: 480, seed: at + 1 }),
      ),
    ),
  );
  await page.reload();
  await goTo(desk, frameText.pages.photo);
  await expect(page.getByText(photoText.emptyTitle)).toBeVisible();
  await takePictures(desk, "photo-empty");
  await page.getByRole("button", { name: photoText.newGroup }).last().click();
  await page.getByLabel(photoText.groupFields.title).fill("重阳节敬老活动");
  await page.getByLabel(photoText.groupFields.beginDate).fill("2024.10.11");
  await page.getByLabel(photoText.groupFields.endDate).fill("2024.10.11");
  await page.getByLabel(photoText.groupFields.year).fill("2024");
  await page.getByLabel(photoText.groupFields.place).fill("社区老年活动中心");
  await page.getByLabel(photoText.groupFields.photographer).fill("王敏");
  await page.getByLabel(photoText.groupFields.affair).fill("重阳节敬老");
  await page.getByLabel(photoText.groupFields.note).click();
  await expect(page.getByRole("option", { name: "重阳节敬老活动" })).toBeVisible();
  await dropFiles(page, ".drop-room", photos);
  await expect(page.getByText(photoText.taken(24, 0))).toBeVisible({ timeout: 30_000 });
  const grid = page.getByRole("listbox", { name: photoText.grid });
  await expect(grid.getByRole("option").first()).toBeVisible();
  await takePictures(desk, "photo-group");

  await grid.focus();
  await page.keyboard.press("Enter");
  const title = page.getByLabel(photoText.captionFields.title);
  await expect(title).toBeFocused();
  await page.keyboard.type("为老人献花");
  await page.keyboard.press("Enter");
  await expect(grid.getByRole("option", { name: photoText.place(1, "为老人献花") })).toBeVisible();
  await expect(title).toHaveValue("");
  await expect(title).toBeFocused();
  await page.keyboard.press("Control+d");
  await expect(title).toHaveValue("为老人献花");
  await page.keyboard.press("Enter");
  await expect(grid.getByRole("option", { name: photoText.place(2, "为老人献花") })).toBeVisible();

  await grid.focus();
  await page.keyboard.press("Control+a");
  await page.getByRole("button", { name: photoText.fill }).click();
  await page.getByRole("dialog").getByText(photoText.fillOwn).waitFor();
  await page.getByRole("dialog").getByRole("textbox").first().fill("重阳节敬老活动合影");
  await expect(page.getByText(photoText.fillLine(22 + 24 * 3, 24, 0))).toBeVisible();
  await takePictures(desk, "photo-fill");
  await page.getByRole("button", { name: photoText.fillVerb(24) }).click();
  await expect(page.getByText(photoText.filled(24))).toBeVisible();
  await takePictures(desk, "photo-captioned");

  const [group] = (await desk.ask("group.list", {})).rows;
  await desk.ask("group.describe", { id: group!.id, revision: group!.revision, fields: { retention: "D30" } });
  await page.getByRole("button", { name: photoText.file }).click();
  await expect(page.getByText(photoText.fileLine(1, 24))).toBeVisible();
  await takePictures(desk, "photo-file");
  await page.getByRole("button", { name: photoText.fileVerb(1) }).click();
  await expect(page.getByText(photoText.filed(1, 24))).toBeVisible();

  await page.getByText(photoText.sides.group, { exact: true }).click();
  await page.getByRole("button", { name: photoText.unfile }).click();
  await takePictures(desk, "photo-unfile");
  const takeBack = page.getByRole("dialog").getByRole("button", { name: photoText.unfileVerb(0), exact: true });
  await expect(takeBack).toBeDisabled();
  await page.getByRole("dialog").getByLabel(photoText.unfileReason).fill("漏收两张");
  await takeBack.click();
  await expect(page.getByText(photoText.unfiled)).toBeVisible();
  expect((await desk.ask("group.list", {})).rows[0]?.state).toBe("draft");

  await goTo(desk, frameText.pages.scan);
  await expect(page.getByText(scanText.emptyTitle)).toBeVisible();
  await dropFiles(page, ".drop-room", [
    put("年终总结.docx", writeDocx([macroPart])),
    put("座谈会.wav", writeWav(65)),
    put("广场舞.mp4", writeMp4()),
  ]);
  await expect(page.getByText(digitalText.count(3), { exact: true })).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText(digitalText.macro, { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "年终总结.docx" }).click();
  await takePictures(desk, "digital-tray");
  await page.getByRole("checkbox", { name: `${scanText.chooseFile} 年终总结.docx` }).check();
  await page
    .getByRole("region", { name: digitalText.title })
    .getByRole("button", { name: scanText.makeOfFiles })
    .click();
  await expect(
    page.getByRole("region", { name: digitalText.title }).getByText(digitalText.awaiting).first(),
  ).toBeVisible();
  await takePictures(desk, "digital-item");
  await goTo(desk, frameText.pages.scan);
  await page.getByRole("button", { name: scanText.waiting(1) }).click();
  await expect(page.getByRole("dialog").getByText("年终总结.docx")).toBeVisible();
  await takePictures(desk, "digital-waiting");
  await desk.close();
  removeHome(desk.home);
});
