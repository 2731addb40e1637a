import { spawnSync } from "node:child_process";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { passphrase } from "./big-archive.mjs";
import { openDeskWindow } from "./desk-window.mjs";
import { atMost, notRun, row } from "./row.mjs";
import { hasScanimage, setTestScanner, sheetsOfFeeder } from "./test-scanner.mjs";

const visible = { what: "a scanned page's data complete → its thumbnail painted in the tray", target: "≤ 300 ms" };

/** Runs in the page: opens the tray, finds the device, scans all its sheets and times each. */
const scanAll = `(async () => {
  const paint = () => new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
  const until = async (look, what) => {
    const end = performance.now() + 120000;
    for (;;) {
      const found = look();
      if (found) return found;
      if (performance.now() > end) throw new Error("not seen: " + what);
      await new Promise((next) => requestAnimationFrame(next));
    }
  };
  const complete = new Map();
  const durable = [];
  window.engineWire.listen((event) => {
    const page = event.kind === "progress" && /^第 (\\d+) 页 100%/.exec(event.phase)?.[1];
    if (page && !complete.has(Number(page))) complete.set(Number(page), performance.now());
    if (event.kind === "changed" && event.nouns.includes("scan")) durable.push(performance.now());
  });
  document.querySelector('button[aria-keyshortcuts="Alt+3"]').click();
  const find = await until(() => document.querySelector(".source-row > .ant-btn"), "find");
  find.click();
  await until(() => document.querySelector('.source-devices [aria-checked="true"]'), "device");
  await until(() => !document.querySelector(".scan-button").disabled, "scan");
  const started = performance.now();
  document.querySelector(".scan-button").click();
  const seen = [];
  for (let number = 1; number <= ${sheetsOfFeeder}; number += 1) {
    await until(() => {
      const image = document.querySelector("#tray-" + (number - 1) + " img");
      return image && image.complete && image.naturalWidth > 0;
    }, "page " + number);
    await paint();
    seen.push(performance.now());
  }
  await until(() => document.querySelector(".run-line.is-good"), "the end");
  const ended = performance.now();
  return {
    visible: seen.map((at, index) => at - complete.get(index + 1)),
    durable: durable.slice(0, ${sheetsOfFeeder}).map((at, index) => at - complete.get(index + 1)),
    each: (ended - started) / ${sheetsOfFeeder},
  };
})()`;

/**
 * From the scanner to the tray (product N10): SANE's test device through the real window, A4 in colour at 200 dpi.
 * @type {import("./bench-run.mjs").Section}
 */
export async function measureScan(run) {
  const data = "SANE's test device: ten A4 sheets from its feeder, colour, 200 dpi, about 1.5 MB each";
  if (!hasScanimage) return { data, rows: [notRun(visible.what, visible.target, "scanimage is not installed")] };
  const folder = path.join(run.folder, "scan");
  const home = path.join(folder, "home");
  await mkdir(home, { recursive: true });
  // What is measured is the way into the tray, not the reading of texts beside it.
  const { sane, archive } = await setTestScanner(run, folder, { isPaced: false });
  run.say(`${sheetsOfFeeder} sheets through the window`);
  process.env["SANE_CONFIG_DIR"] = sane;
  const desk = await openDeskWindow(run.root, home, archive);
  try {
    await desk.unlock(passphrase);
    const measured = await desk.page.evaluate(scanAll);
    const alone = scanAlone(folder, sane);
    return {
      data,
      rows: [
        row({
          ...{ what: visible.what, runs: measured.visible, goal: atMost(300, visible.target) },
          note: "each page is durable before the next is drawn in",
        }),
        row({ what: "a scanned page's data complete → durable", runs: measured.durable }),
        row({
          what: "one sheet, from the feeder to the tray, mean of ten",
          runs: [measured.each],
          alternative: "scanimage alone, into files in clear",
          alternativeRuns: [alone],
        }),
      ],
    };
  } finally {
    delete process.env["SANE_CONFIG_DIR"];
    await desk.close();
  }
}

/**
 * @param {string} folder
 * @param {string} sane
 * @returns {number} milliseconds a sheet
 */
function scanAlone(folder, sane) {
  const feeder = ["-d", "test:0", "--source=Automatic Document Feeder", "--resolution=200", "-x", "210", "-y", "297"];
  const started = performance.now();
  const words = [...feeder, "--format=jpeg", `--batch=${path.join(folder, "alone-%d.jpg")}`];
  const run = spawnSync("/usr/bin/scanimage", words, { env: { PATH: "/usr/bin:/bin", SANE_CONFIG_DIR: sane } });
  if (run.status !== 0) throw new Error("scanimage alone did not end well");
  return (performance.now() - started) / sheetsOfFeeder;
}
