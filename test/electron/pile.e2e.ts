// A pile in the window: marks appear by themselves, blank pages go out, the pile falls apart at its 隔页, the hand moves a
// boundary, all becomes items at once and comes back at once.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { formId } from "#contract/form-adjustment";
import { blankPage, blurred, samplePage } from "#test/fixtures/damaged-page";
import { frameText } from "#text/frame";
import { markText, pileText } from "#text/pile";
import { scanText } from "#text/scan";
import { goTo, takePictures } from "./hand.ts";
import { type Desk, newHome, openDesk, removeHome } from "./launch.ts";
import { startUnreadArchive } from "./start-archive.ts";

/** A pile on disk: papers with 隔页 printed by the program between them, a blank back, a blurred page. */
async function layPile(desk: Desk): Promise<string[]> {
  const folder = join(desk.home, "一叠");
  mkdirSync(folder);
  const paths: string[] = [];
  const put = (bytes: Buffer, kind: string): void => {
    const path = join(folder, `扫描${String(paths.length + 1).padStart(4, "0")}.${kind}`);
    writeFileSync(path, bytes);
    paths.push(path);
  };
  const [fonds] = await desk.ask("fonds.list", {});
  const form = formId.parse("separator-sheet");
  const lines = await desk.ask("form.scopes", { formId: form, fondsId: fonds!.id });
  const divide = async (label: RegExp): Promise<void> => {
    const line = lines.find((each) => label.test(each.label));
    const to = join(folder, `扫描${String(paths.length + 1).padStart(4, "0")}.pdf`);
    await desk.ask("form.write", { formId: form, scope: line!.scope, output: "pdf", to });
    paths.push(to);
  };
  put(samplePage("work-plan", 1), "jpg");
  put(samplePage("work-plan", 2), "jpg");
  await divide(/^永久$/);
  put(samplePage("filing-notice", 1), "jpg");
  put(await blankPage({ specks: 40, hasHoles: true }), "jpg");
  put(samplePage("filing-notice", 2), "jpg");
  put(samplePage("filing-notice", 3), "jpg");
  await divide(/^30年 · /);
  put(samplePage("meeting-notice", 1), "jpg");
  put(await blurred(samplePage("open-affairs", 1)), "jpg");
  return paths;
}

test("a pile is looked at, told apart, made into items and taken back", async () => {
  const desk = await openDesk(newHome());
  await startUnreadArchive(desk);
  const { page } = desk;
  await page.reload();
  await goTo(desk, frameText.pages.scan);
  await expect(page.getByText(scanText.emptyTitle)).toBeVisible();
  await desk.ask("scan.accept", { paths: await layPile(desk) });

  // Marks come by themselves.
  const tray = page.getByRole("listbox", { name: scanText.tray });
  await expect(tray.locator(".mark-chip", { hasText: markText.names.separator })).toHaveCount(2, { timeout: 30_000 });
  await expect(tray.locator(".mark-chip", { hasText: markText.names.blank })).toHaveCount(1);
  await expect(tray.locator(".mark-chip", { hasText: markText.names.blur })).toHaveCount(1);
  await takePictures(desk, "pile-tray");
  await page.getByRole("button", { name: markText.onlyMarked(2) }).click();
  await expect(tray.getByRole("option")).toHaveCount(2);
  await tray.getByRole("option").last().click();
  const marks = page.getByRole("list", { name: markText.onThisPage });
  await expect(marks.getByText(markText.explain({ mark: "blur", value: "" }))).toBeVisible();
  await takePictures(desk, "pile-marked");
  await marks.getByRole("button", { name: markText.settle }).click();
  await expect(tray.getByRole("option")).toHaveCount(1);
  await page.getByRole("button", { name: markText.allPages }).click();

  // 隔页 divide; what they say is proposed.
  await page.getByRole("button", { name: pileText.open }).click();
  const list = page.getByRole("listbox", { name: pileText.list });
  const runs = list.getByRole("group");
  await expect(runs).toHaveCount(3);
  await expect(page.getByRole("button", { name: pileText.make(3) })).toBeVisible();
  await expect(runs.nth(1)).toContainText("永久");
  await expect(page.getByText(pileText.sum(3, 7))).toBeVisible();
  await takePictures(desk, "pile-proposed");

  // The blurred page is a paper of its own: split there, join again, split again, by keyboard.
  await list.focus();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await expect(runs).toHaveCount(4);
  await page.keyboard.press("Backspace");
  await expect(runs).toHaveCount(3);
  await page.keyboard.press("Enter");
  await expect(runs).toHaveCount(4);
  await expect(runs.nth(3)).toContainText(pileText.byHand);
  // By mouse: its page dropped on the row before lies there, cut off again at its left edge.
  await runs.nth(3).getByRole("option").dragTo(runs.nth(2));
  await expect(runs).toHaveCount(3);
  await runs.nth(2).getByRole("button", { name: pileText.splitHere }).click();
  await expect(runs).toHaveCount(4);
  // Space keeps the blank page after all, and puts it out again.
  await runs.nth(1).getByRole("option").nth(2).click();
  await page.keyboard.press(" ");
  await expect(page.getByText(pileText.sum(4, 8))).toBeVisible();
  await page.keyboard.press(" ");
  await takePictures(desk, "pile-changed");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(pileText.made(4, 3)).first()).toBeVisible();
  await expect(page.getByText(scanText.emptyTitle)).toBeVisible();
  const { rows } = await desk.ask("item.list", { order: "entered", descending: false });
  expect(rows.map(({ imageCount }) => imageCount)).toEqual([2, 3, 1, 1]);
  expect(rows[1]?.retention).toBe("Y");
  expect(rows[2]?.retention).toBe("D30");
  await takePictures(desk, "pile-made");

  // One way back for all of it.
  await page.keyboard.press("Control+z");
  await expect(tray.getByRole("option")).toHaveCount(10);
  expect((await desk.ask("item.list", {})).total).toBe(0);

  // A page dropped at the foot joins the item being built; a click there leaves it out again.
  await tray.getByRole("option").nth(1).dragTo(page.locator(".being-built"));
  await expect(page.getByRole("button", { name: pileText.leaveOut(2) })).toBeVisible();
  await takePictures(desk, "pile-being-built");
  await page.getByRole("button", { name: pileText.leaveOut(2) }).click();
  await expect(page.getByText(pileText.dropToBuild)).toBeVisible();

  // Blank pages go out of the tray, and first pages are found without any 隔页.
  await page.getByRole("button", { name: markText.takeOut, exact: true }).click();
  await expect(tray.getByRole("option")).toHaveCount(9);
  await page.getByRole("button", { name: pileText.open }).click();
  await page.getByRole("combobox", { name: pileText.method }).click();
  await page.getByText(pileText.methods.count, { exact: true }).click();
  await expect(page.getByRole("spinbutton", { name: pileText.every })).toBeVisible();
  await takePictures(desk, "pile-counted");
  // Pages that went meanwhile leave the plan; with the last one the page says what belongs here.
  await desk.ask("scan.discard", { pageIds: (await desk.ask("scan.tray", {})).pages.map(({ id }) => id) });
  await expect(page.getByText(pileText.emptyTitle)).toBeVisible();
  await takePictures(desk, "pile-empty");
  await page.getByRole("button", { name: pileText.back }).click();
  await expect(page.getByText(scanText.emptyTitle)).toBeVisible();
  await desk.close();
  removeHome(desk.home);
});
