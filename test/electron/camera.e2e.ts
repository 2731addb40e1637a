// 高拍仪 through the real window and Chromium's fake camera: pages lie still and are taken, seen, kept, made into items
// (product W15, J3). The fake camera plays sample papers laid on a desk at a slant, with a hand between them.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { type Frame, type Locator, expect, test } from "@playwright/test";
import { cameraText } from "#text/camera";
import { frameText } from "#text/frame";
import { makeVideo } from "#tools/bench/fake-camera/make-video";
import { goTo, takePictures } from "./hand.ts";
import { type Desk, newHome, openDesk, projectFolder, removeHome } from "./launch.ts";
import { startArchive, startUnreadArchive } from "./start-archive.ts";

test.describe.configure({ mode: "serial" });

const papers = readdirSync(join(projectFolder, "resources/sample-papers"))
  .filter((name) => /^(archive-rules|filing-notice|work-plan)-0[12]\.jpg$/.test(name))
  .map((name) => join(projectFolder, "resources/sample-papers", name));
const home = newHome();
let desk: Desk;
const said: string[] = [];

test.beforeAll(async () => {
  const video = join(home, "papers.mjpeg");
  await makeVideo(video, { papers, width: 1280, height: 960, heldMs: 1400, turnedMs: 300 });
  desk = await openDesk(home, ["--use-fake-device-for-media-stream", `--use-file-for-fake-video-capture=${video}`]);
  desk.page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") said.push(message.text());
  });
  desk.page.on("pageerror", (error) => said.push(String(error)));
  await startUnreadArchive(desk);
  await desk.page.reload();
});
test.afterAll(async () => {
  await desk.close();
  removeHome(home);
});

const stills = (): Locator => desk.page.locator(".camera-still");
function cameraFrame(): Frame {
  const found = desk.page.frames().find((frame) => frame.url() === "app://camera/");
  if (!found) throw new Error("the camera's frame is there");
  return found;
}

test("pages that lie still are taken by themselves, each flat and durable, and become items", async () => {
  const { page } = desk;
  await goTo(desk, frameText.pages.camera);
  await expect(stills().first()).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press("n");
  await expect.poll(() => stills().count(), { timeout: 60_000 }).toBeGreaterThanOrEqual(4);
  await takePictures(desk, "camera-at-work");
  await page.keyboard.press("h");
  await expect(page.getByRole("checkbox", { name: cameraText.handsFree })).not.toBeChecked();
  await expect(page.getByText(cameraText.saving)).toHaveCount(0);
  const count = await stills().count();

  const { pages, total } = await desk.ask("scan.tray", {});
  expect(total).toBe(count);
  expect(pages[0]?.sourceName).toBe("高拍仪 001.jpg");
  // Flattened: the sheet alone, as tall as A4 is, though it lay at a slant on a desk that filled the picture.
  for (const { width, height } of pages) expect(height / width).toBeCloseTo(297 / 210, 1);
  const seen = await stills().locator(".camera-mark").allTextContents();
  expect(seen.filter((mark) => mark !== cameraText.markNames["same-page"] && !mark.startsWith("与第"))).toEqual([]);

  await expect(page.getByText(cameraText.pileCount(count, 2))).toBeVisible();
  await page.getByRole("button", { name: cameraText.make(2) }).click();
  await expect.poll(async () => (await desk.ask("item.list", {})).total).toBe(2);
  expect((await desk.ask("scan.tray", {})).total).toBe(0);
});

test("by hand: space takes, R takes again in its place, the old page stands aside and comes back", async () => {
  const { page } = desk;
  await goTo(desk, frameText.pages.camera);
  await expect(page.getByText(cameraText.looks.ready)).toBeVisible({ timeout: 30_000 });
  // The fake camera shows the very same bytes again now and then; such a still is refused and said.
  await expect(async () => {
    await page.keyboard.press(" ");
    await expect(stills()).toHaveCount(1, { timeout: 2500 });
  }).toPass({ timeout: 15_000 });
  const before = await desk.ask("scan.tray", {});
  expect(before.total).toBe(1);
  await expect(async () => {
    await page.keyboard.press("r");
    const now = async (): Promise<unknown> => (await desk.ask("scan.tray", {})).pages[0]?.id;
    await expect.poll(now, { timeout: 2500 }).not.toBe(before.pages[0]?.id);
  }).toPass({ timeout: 15_000 });
  await expect(stills()).toHaveCount(1);
  expect((await desk.ask("scan.tray", {})).total).toBe(1);
  await desk.ask("undo.apply", { sequence: (await desk.ask("undo.next", {}))!.sequence });
  expect((await desk.ask("scan.tray", {})).pages[0]?.id).toBe(before.pages[0]?.id);
});

test("a corner moved by keys locks the crop; two pages of a spread come from one still; what is turned stays turned", async () => {
  const { page } = desk;
  const corner = page.frameLocator(".camera-room iframe").getByRole("button", { name: cameraText.corner(0) });
  // Held as it is, so that the next page the fake camera shows does not move it.
  await page.keyboard.press("c");
  await expect(page.getByRole("radio", { name: cameraText.crops.locked })).toBeChecked();
  await page.waitForTimeout(500);
  const left = await corner.evaluate((element) => parseFloat(element.style.left));
  await corner.focus();
  for (let at = 0; at < 5; at++) await corner.press("Shift+ArrowRight");
  expect(await corner.evaluate((element) => parseFloat(element.style.left))).toBeCloseTo(left + 10, 0);
  await page.getByRole("checkbox", { name: cameraText.spread }).check();
  await page.keyboard.press("t");
  await takePictures(desk, "camera-spread-turned");
  const before = (await desk.ask("scan.tray", {})).total;
  await expect(async () => {
    await page.keyboard.press(" ");
    await expect(stills()).toHaveCount(2, { timeout: 2500 });
  }).toPass({ timeout: 15_000 });
  expect((await desk.ask("scan.tray", {})).total).toBe(before + 2);
  const [first, second] = (await desk.ask("scan.tray", {})).pages.slice(-2);
  expect(first?.scanId).toBe(second?.scanId);
  // Turned, the sheet lies: each half is narrower than it is tall.
  expect(first!.width / first!.height).toBeLessThan(1);
  await takePictures(desk, "camera-spread-kept");
  await desk.remember({ theme: "dark", textScale: 1.5 });
  await page.reload();
  await goTo(desk, frameText.pages.camera);
  await expect(page.getByText(cameraText.looks.ready)).toBeVisible({ timeout: 15_000 });
  await takePictures(desk, "camera-dark-large");
  await desk.remember({ theme: "light", textScale: 1 });
  await expect(page.getByRole("checkbox", { name: cameraText.spread })).toBeChecked();
  expect(said).toEqual([]);
  await page.getByRole("checkbox", { name: cameraText.spread }).uncheck();
  for (let at = 0; at < 3; at++) await page.keyboard.press("t");
});

test("a camera that vanishes is said, what was kept stays, and it is taken up again", async () => {
  const { page } = desk;
  await expect(page.getByText(cameraText.looks.ready)).toBeVisible({ timeout: 15_000 });
  const kept = (await desk.ask("scan.tray", {})).total;
  await cameraFrame().evaluate(() => {
    const video = document.querySelector("video");
    const stream = video?.srcObject as MediaStream | null;
    stream?.getVideoTracks()[0]?.dispatchEvent(new Event("ended"));
  });
  await expect(page.getByText(cameraText.problems.vanished.title)).toBeVisible();
  expect((await desk.ask("scan.tray", {})).total).toBe(kept);
  await cameraFrame().evaluate(() => navigator.mediaDevices.dispatchEvent(new Event("devicechange")));
  await expect(page.getByText(cameraText.looks.ready)).toBeVisible({ timeout: 15_000 });
  await cameraFrame().evaluate(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("", "NotAllowedError"));
    const film = document.querySelector("video")?.srcObject;
    if (film instanceof MediaStream) for (const track of film.getVideoTracks()) track.dispatchEvent(new Event("ended"));
  });
  // The desk looks again by itself too; whoever comes first meets the refusal.
  await expect(async () => {
    const again = page.getByRole("button", { name: cameraText.again });
    if (await again.isVisible()) await again.click({ timeout: 1000 }).catch(() => undefined);
    await expect(page.getByText(cameraText.problems.refused.title)).toBeVisible({ timeout: 1500 });
  }).toPass({ timeout: 15_000 });
  await takePictures(desk, "camera-refused");
});

test("the frame has pictures and nothing else: no sound, no wire, no way out, no code but its own", async () => {
  const { page } = desk;
  await page.reload();
  await goTo(desk, frameText.pages.camera);
  await expect(page.locator(".camera-room iframe")).toBeAttached();
  await expect.poll(() => page.frames().some((frame) => frame.url() === "app://camera/")).toBe(true);
  const got = await cameraFrame().evaluate(async () => {
    const tried = (work: () => unknown): Promise<string> =>
      Promise.resolve()
        .then(work)
        .then(
          () => "given",
          () => "refused",
        );
    const violated: string[] = [];
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => violated.push(effectiveDirective));
    const world = globalThis as unknown as Record<string, unknown>;
    return {
      sound: await tried(() => navigator.mediaDevices.getUserMedia({ audio: true })),
      both: await tried(() => navigator.mediaDevices.getUserMedia({ audio: true, video: true })),
      screen: await tried(() => navigator.mediaDevices.getDisplayMedia()),
      fetched: await tried(() => fetch("app://ui/index.html")),
      page: await tried(() => fetch("app://page/x/image")),
      parent: await tried(() => (parent.document as Document).title),
      // oxlint-disable-next-line no-new-func, typescript/no-implied-eval -- what the policy must refuse
      evaluated: await tried(() => new Function("return 1")()),
      wires: ["engineWire", "shellWire", "require", "process"].filter((name) => name in world),
      violated,
    };
  });
  expect(got).toMatchObject({
    ...{ sound: "refused", both: "refused", screen: "refused", fetched: "refused", page: "refused" },
    ...{ parent: "refused", evaluated: "refused", wires: [] },
  });
  // The desk hears its own frame only, and in the shape agreed on.
  const before = await desk.ask("scan.tray", {});
  await page.evaluate(() =>
    window.postMessage({ kind: "still", bytes: new Uint8Array([1]), width: 1, height: 1 }, "*"),
  );
  await cameraFrame().evaluate(() => parent.postMessage({ kind: "still", bytes: "no bytes" }, "app://ui"));
  expect((await desk.ask("scan.tray", {})).total).toBe(before.total);
  // Whatever becomes of the frame, no second desk stands in it.
  await cameraFrame()
    .evaluate(() => void (location.href = "app://ui/"))
    .catch(() => undefined);
  await page.waitForTimeout(500);
  expect(page.frames().filter((frame) => frame.url().startsWith("app://ui"))).toHaveLength(1);
});

test("without a camera the page teaches what to do", async () => {
  await desk.close();
  desk = await openDesk(home);
  await startArchive(desk, "无高拍仪");
  await desk.page.reload();
  await goTo(desk, frameText.pages.camera);
  await expect(desk.page.getByText(cameraText.problems.none.title)).toBeVisible({ timeout: 15_000 });
  await takePictures(desk, "camera-none");
});
