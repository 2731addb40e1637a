import { mkdir, readdir, rm } from "node:fs/promises";
import path from "node:path";
import { passphrase } from "./big-archive.mjs";
import { openDeskWindow } from "./desk-window.mjs";
import { openEngineDoor } from "./engine-door.mjs";
import { makeVideo } from "./fake-camera/make-video.mjs";
import { atMost, notRun, row } from "./row.mjs";

const what = {
  preview: "document camera: time between two frames of the preview while pages are taken",
  saved: "a page found lying still → durable (full still, edges, marks; checked, sealed, flattened, journalled)",
  pace: "hands-free: time per page, the hand that turns it counted",
};
const target = { preview: "≥ 15 frames a second", saved: "≤ 800 ms", pace: "≥ 20 pages a minute" };

/** Runs in the page: watches until so many stills are kept; frames a second, times of the stills, time per page. */
const watchStills = (/** @type {number} */ count) => `(async () => {
  document.querySelector('button[aria-keyshortcuts="Alt+4"]').click();
  const frames = [];
  const until = performance.now() + 30000 + ${count} * 15000;
  let first = 0;
  for (;;) {
    await new Promise((next) => setTimeout(next, 500));
    const stills = document.querySelectorAll(".camera-still");
    const now = Number(document.querySelector(".camera-room")?.dataset.framesPerSecond ?? 0);
    if (stills.length > 0 && first === 0) first = performance.now();
    if (first > 0 && now > 0) frames.push(now);
    if (stills.length >= ${count})
      return {
        frames,
        took: [...stills].map((still) => Number(still.dataset.tookMs)),
        perPage: (performance.now() - first) / (stills.length - 1),
        marks: [...document.querySelectorAll(".camera-mark")].map((mark) => mark.textContent),
      };
    if (performance.now() > until) throw new Error(stills.length + " stills of ${count}");
  }
})()`;

/**
 * The document camera's desk with Chromium's fake camera: papers laid at a slant, a hand between them (N11).
 * @type {import("./bench-run.mjs").Section}
 */
export async function measureCamera(run) {
  const isFull = run.sizes.pages >= 500;
  const [width, height] = isFull ? [2592, 1944] : [1600, 1200];
  const folder = path.join(run.folder, "camera");
  const home = path.join(folder, "home");
  await mkdir(home, { recursive: true });
  const samples = path.join(run.root, "resources/sample-papers");
  const papers = (await readdir(samples)).filter((name) => name.endsWith(".jpg")).slice(0, isFull ? 10 : 4);
  run.say(`laying ${papers.length} papers before the fake camera at ${width} × ${height}`);
  const video = path.join(folder, "papers.mjpeg");
  await makeVideo(video, {
    papers: papers.map((name) => path.join(samples, name)),
    ...{ width, height, heldMs: 2200, turnedMs: 600 },
  });
  const archive = path.join(folder, "高拍.lindang");
  const door = await openEngineDoor(run.root);
  const fonds = { code: "X001", name: "幸福社区", unit: "幸福社区居民委员会" };
  await door.ask("archive.create", { folder: archive, name: "高拍", passphrase, fonds });
  await door.close();
  const switches = ["--use-fake-device-for-media-stream", `--use-file-for-fake-video-capture=${video}`];
  try {
    const window = await openDeskWindow(run.root, home, archive, switches);
    try {
      await window.unlock(passphrase);
      const { frames, took, perPage, marks } = await window.page.evaluate(watchStills(papers.length));
      const marked = marks.length === 0 ? "no page was marked" : `marked: ${marks.join(", ")}`;
      const runs = frames.map((/** @type {number} */ each) => 1000 / each);
      return {
        data: `${papers.length} papers at ${width} × ${height}, played at 30 frames a second, each lying still 2.2 s and turned within 0.6 s; no graphics card`,
        rows: [
          row({ what: what.preview, runs, goal: atMost(1000 / 15, target.preview) }),
          row({ what: what.saved, runs: took, goal: atMost(800, target.saved), note: marked }),
          row({
            ...{ what: what.pace, runs: [perPage], goal: atMost(3000, target.pace) },
            note: "the fake camera shows a page every 2.8 s; a page that was missed waits for its next turn",
          }),
        ],
      };
    } finally {
      await window.close();
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    if (!/screen|runtime/.test(why)) throw error;
    const rows = /** @type {const} */ (["preview", "saved", "pace"]).map((name) =>
      notRun(what[name], target[name], why),
    );
    return { data: "the window's desk of the document camera", rows };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
