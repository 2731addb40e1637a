import { mkdir } from "node:fs/promises";
import path from "node:path";
import { passphrase } from "./big-archive.mjs";
import { openDeskWindow } from "./desk-window.mjs";
import { openEngineDoor } from "./engine-door.mjs";
import { pause } from "./measure.mjs";
import { writePages } from "./page-files.mjs";
import { pssOfTree } from "./process-memory.mjs";
import { atMost, row } from "./row.mjs";

/** Share of the pages looked at before the first weighing: caches that are meant to fill have filled. */
const warmUp = 0.05;

/** Runs in the page: opens the tray and resolves once its first page is drawn. */
const openTray = `(async () => {
  document.querySelector('button[aria-keyshortcuts="Alt+3"]').click();
  const until = performance.now() + 20000;
  while (!document.querySelector(".tray .thumb") || !document.querySelector(".viewer img")) {
    if (performance.now() > until) throw new Error("the tray was not opened");
    await new Promise((next) => requestAnimationFrame(next));
  }
  document.querySelector(".tray").focus();
})()`;

/** Runs in the page: goes on by one page in the tray and resolves with the milliseconds until its image was drawn. */
const nextPage = `(async () => {
  const started = performance.now();
  const before = document.querySelector(".viewer img")?.src ?? "";
  document.querySelector(".tray").dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true }));
  for (;;) {
    const image = document.querySelector(".viewer img");
    if (image && image.src !== before && image.complete && image.naturalWidth > 0) break;
    if (performance.now() - started > 20000) throw new Error("the next page was not drawn");
    await new Promise((next) => requestAnimationFrame(next));
  }
  return performance.now() - started;
})()`;

/**
 * What the whole app weighs after looking at page after page (faults T10), and how long each page takes.
 * @type {import("./bench-run.mjs").Section}
 */
export async function measureViewing(run) {
  const count = run.sizes.pages;
  const folder = path.join(run.folder, "viewing");
  const archive = path.join(folder, "viewing.lindang");
  const home = path.join(folder, "home");
  await mkdir(home, { recursive: true });
  run.say(`${count} pages into a tray`);
  const { paths } = await writePages(path.join(folder, "pages"), count);
  const door = await openEngineDoor(run.root);
  try {
    const fonds = { code: "X001", name: "幸福社区", unit: "幸福社区居民委员会" };
    await door.ask("archive.create", { folder: archive, name: "看页", passphrase, fonds });
    await door.ask("scan.accept", { paths, securityMark: "" });
    // What is weighed is looking, not the reading of texts beside it.
    await door.ask("reading.pause", {});
  } finally {
    await door.close();
  }
  const desk = await openDeskWindow(run.root, home, archive);
  /** @type {number[]} */
  const times = [];
  try {
    await desk.unlock(passphrase);
    await desk.page.evaluate(openTray);
    const first = Math.max(2, Math.round((count - 1) * warmUp));
    for (let at = 0; at < first; at += 1) await desk.page.evaluate(nextPage);
    await pause(2000);
    const before = pssOfTree(desk.pid);
    for (let at = first; at < count - 1; at += 1) times.push(await desk.page.evaluate(nextPage));
    await pause(2000);
    const after = pssOfTree(desk.pid);
    return {
      data: `${count} pages of A4 at 200 dpi in the tray, one after the other with the arrow key`,
      rows: [
        row({
          what: `growth of the app, all its processes, over ${count - 1 - first} pages viewed`,
          unit: "MB",
          runs: [after - before],
          alternative: `the app after the first ${first} pages`,
          alternativeRuns: [before],
          goal: atMost(150, "≤ 150 MB"),
        }),
        row({
          what: "from the arrow key to the page drawn",
          runs: times,
          goal: atMost(300, "≤ 300 ms"),
        }),
      ],
    };
  } finally {
    await desk.close();
  }
}
