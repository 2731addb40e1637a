import { fork } from "node:child_process";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { formId } from "#contract/form-adjustment";
import { openDeskWindow } from "./desk-window.mjs";
import { listQuestions } from "./list-questions.mjs";
import { pause } from "./measure.mjs";
import { onEngine } from "./on-engine.mjs";
import { openWindow } from "./open-window.mjs";
import { peakPss, pssOf, pssOfTree } from "./process-memory.mjs";
import { atMost, notRun, row } from "./row.mjs";

const catalogueForm = formId.parse("item-catalogue");

/**
 * The engine after lists, search and catalogues of the big archive, and the whole app idle after unlock.
 * @type {import("./bench-run.mjs").Section}
 */
export async function measureMemory(run) {
  if (process.platform !== "linux") return { data: "none", rows: [notRun("memory", "", "PSS is read from /proc")] };
  const big = await run.bigArchive();
  run.say("the engine at work");
  const scope = { fondsId: big.fondsId, category: "WS", year: big.bigYear };
  /** @type {number[]} */
  const peaks = [];
  const after = await onEngine(run, big, async (door) => {
    /** @type {number[]} */
    const rested = [];
    for (let round = 0; round < run.sizes.heavyRounds; round += 1) {
      const work = async () => {
        for (const { input } of listQuestions(big)) await door.ask("item.list", input);
        for (const words of ["消防", "通知", "居民代表会议"]) await door.ask("search.find", { words });
        await door.ask("catalogue.show", { scope });
        const to = path.join(run.folder, "memory");
        const order = {
          formId: catalogueForm,
          scope: /** @type {const} */ ({ by: "class", ...scope }),
          mayReplace: true,
        };
        await door.ask("form.write", { ...order, output: "xlsx", to: `${to}.xlsx` });
        await door.ask("form.write", { ...order, output: "pdf", to: `${to}.pdf` });
      };
      peaks.push(await peakPss(door.pid, work));
      await pause(2000);
      rested.push(pssOf(door.pid));
    }
    return rested;
  });
  const bare = [await bareNode(run.root)];
  const bareName = "Node alone, a process that does nothing";
  const work = `${listQuestions(big).length} list windows, 3 searches, a catalogue of ${big.yearItems} shown, as XLSX and as PDF`;
  const rows = [
    row({
      what: "engine, 2 s after the work",
      unit: "MB",
      runs: after,
      alternative: bareName,
      alternativeRuns: bare,
      goal: atMost(400, "≤ 400 MB"),
    }),
    row({
      what: "engine, highest while at work",
      unit: "MB",
      runs: peaks,
      alternative: bareName,
      alternativeRuns: bare,
      goal: atMost(400, "≤ 400 MB"),
      note: "looked at every 100 ms",
    }),
  ];
  run.say("the idle app");
  try {
    rows.push(await idleApp(run, big));
  } catch (error) {
    rows.push(notRun("app idle after unlock", "≤ 550 MB", error instanceof Error ? error.message : String(error)));
  }
  return { data: `archive of ${big.items} items; ${work}`, rows };
}

/**
 * @param {import("./bench-run.mjs").BenchRun} run
 * @param {import("./big-archive.mjs").BigArchive} big
 */
async function idleApp(run, big) {
  const home = path.join(run.folder, "home-memory");
  await mkdir(home, { recursive: true });
  const settle = run.sizes.heavyRounds > 1 ? 6000 : 1500;
  /** @type {number[]} */
  const runs = [];
  /** @type {number[]} */
  const alternativeRuns = [];
  for (let at = 0; at < run.sizes.heavyRounds; at += 1) {
    const desk = await openDeskWindow(run.root, home, big.folder);
    try {
      await desk.unlock(big.passphrase);
      await pause(settle);
      runs.push(pssOfTree(desk.pid));
    } finally {
      await desk.close();
    }
    const app = path.join(import.meta.dirname, "empty-app");
    const empty = await openWindow({ root: run.root, app, home, page: "data:" });
    try {
      await pause(settle / 2);
      alternativeRuns.push(pssOfTree(empty.pid));
    } finally {
      await empty.close();
    }
  }
  return row({
    what: "app idle after unlock, all its processes",
    unit: "MB",
    runs,
    alternative: "the same runtime with one empty window",
    alternativeRuns,
    goal: atMost(550, "≤ 550 MB"),
    note: "home page open, debugging port open",
  });
}

/**
 * @param {string} root
 * @returns {Promise<number>} MB
 */
async function bareNode(root) {
  const child = fork(path.join(root, "tools/bench/bare-node.mjs"), [], {
    execArgv: [],
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  await new Promise((ready) => child.once("message", ready));
  const pss = pssOf(child.pid ?? 0);
  child.disconnect();
  return pss;
}
