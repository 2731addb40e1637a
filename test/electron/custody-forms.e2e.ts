// The forms of the archive room in the window: empty with the way to 保管, by month, by record, as labels.
import { expect, test } from "@playwright/test";
import { archivalDate } from "#contract/archival-date";
import { catalogueText } from "#text/catalogue";
import { frameText } from "#text/frame";
import { goTo, takePictures } from "./hand.ts";
import { type Desk, newHome, openDesk, removeHome } from "./launch.ts";
import { startArchive } from "./start-archive.ts";

test.describe.configure({ mode: "serial" });

const home = newHome();
let desk: Desk;
const day = (text: string): ReturnType<typeof archivalDate.parse> => archivalDate.parse(text);
const button = (name: string | RegExp): ReturnType<Desk["page"]["getByRole"]> =>
  desk.page.getByRole("button", { name });

const proof = (): ReturnType<Desk["page"]["locator"]> => desk.page.locator(".conservation");

test.beforeAll(async () => {
  desk = await openDesk(home);
  await startArchive(desk);
  for (const month of ["02", "03"])
    for (let at = 1; at <= 20; at++)
      await desk.ask("climate-reading.keep", {
        room: "档案室",
        readOn: day(`2026-${month}-${String(at).padStart(2, "0")}`),
        readTime: "09:00",
        temperature: at === 7 ? 25.5 : 20,
        humidity: 52,
        recorder: "王敏",
        measure: at === 7 ? "开空调，一小时后 21 ℃" : "",
      });
  await desk.ask("shelf-place.define", { room: "档案室", from: 1, count: 2, tiers: 5, slots: 8 });
  await desk.page.reload();
});
test.afterAll(async () => {
  await desk.close();
  removeHome(home);
});

test("温湿度记录 is printed for a year or one of its months", async () => {
  const { page } = desk;
  await goTo(desk, frameText.pages.catalogue);
  await button("温湿度记录").click();
  await expect(proof()).toContainText("40 行", { timeout: 20_000 });
  await button(/^3 月/).click();
  await expect(proof()).toContainText("20 行", { timeout: 20_000 });
  await expect(page.getByText(catalogueText.agrees)).toBeVisible();
  await expect(page.getByText(catalogueText.notVerified)).toBeVisible();
  await takePictures(desk, "custody-forms-climate");
});

test("柜架标签 offers all cabinets and each one", async () => {
  await button("柜架标签").click();
  await expect(proof()).toContainText("12 枚", { timeout: 20_000 });
  await button(/第 2 柜/).click();
  await expect(proof()).toContainText("6 枚", { timeout: 20_000 });
  await takePictures(desk, "custody-forms-shelves");
});

test("a form of a register that is still empty leads to 保管", async () => {
  const { page } = desk;
  await button("修复登记").click();
  await expect(page.getByText(catalogueText.emptyNext.custody)).toBeVisible();
  await takePictures(desk, "custody-forms-empty");
  await button(catalogueText.toCustody).click();
  await expect(page.getByRole("heading", { name: frameText.pages.custody })).toBeVisible();
});
