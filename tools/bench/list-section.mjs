import { mkdir } from "node:fs/promises";
import path from "node:path";
import { openDatabase } from "#db/open";
import { archivePaths } from "#engine/vault/archive-folder";
import { openDeskWindow } from "./desk-window.mjs";
import { listQuestions } from "./list-questions.mjs";
import { timeEach } from "./measure.mjs";
import { onEngine } from "./on-engine.mjs";
import { atMost, notRun, row } from "./row.mjs";

const paint = { what: "list page opened → rows painted", target: "≤ 100 ms" };
const scroll = { what: "scrolling through the whole list, longest task of the page", target: "no task > 50 ms" };

/**
 * Windows of a long list through the engine's channel, and the list in the window.
 * @type {import("./bench-run.mjs").Section}
 */
export async function measureList(run) {
  const big = await run.bigArchive();
  const { rounds } = run.sizes;
  const questions = listQuestions(big);
  run.say("windows of the list through the channel");
  const measured = await onEngine(run, big, async (door) => {
    const each = [];
    for (const { name, input, sql } of questions) {
      // The first answer counts: a list is opened once, not fifteen times.
      const runs = await timeEach(rounds, () => door.ask("item.list", input));
      each.push({ name, runs, sql });
    }
    return each;
  });
  const connection = openDatabase(archivePaths(big.folder).database, big.archiveKey, { isReadonly: true });
  const rows = [];
  for (const { name, runs, sql } of measured) {
    const statement = connection.raw.prepare(sql);
    const alternativeRuns = await timeEach(rounds, () => statement.all());
    const alternative =
      "one prepared statement in this process, rows only: no count, no pages, no contract, no channel";
    rows.push(row({ what: name, runs, alternative, alternativeRuns, goal: atMost(100, "≤ 100 ms") }));
  }
  connection.close();
  run.say("the list in the window");
  const seen = await inWindow(run, big).catch((/** @type {unknown} */ error) => {
    const why = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    return [notRun(paint.what, paint.target, why), notRun(scroll.what, scroll.target, why)];
  });
  const data = `${big.items} items with one page each, blocks of 200 rows as the window asks for them; engine as child process`;
  return { data, rows: [...rows, ...seen] };
}

/**
 * @param {import("./bench-run.mjs").BenchRun} run
 * @param {import("./big-archive.mjs").BigArchive} big
 */
async function inWindow(run, big) {
  const home = path.join(run.folder, "home-list");
  await mkdir(home, { recursive: true });
  /** @type {number[]} */
  const paints = [];
  /** @type {number[]} */
  const againPaints = [];
  /** @type {number[]} */
  const longest = [];
  const notes = [];
  for (let at = 0; at < run.sizes.heavyRounds; at += 1) {
    const desk = await openDeskWindow(run.root, home, big.folder);
    try {
      await desk.unlock(big.passphrase);
      await new Promise((rest) => setTimeout(rest, 1000));
      paints.push(await desk.showItems());
      await desk.showHome();
      await new Promise((rest) => setTimeout(rest, 500));
      againPaints.push(await desk.showItems());
      await new Promise((rest) => setTimeout(rest, 1500));
      const { tasks, frames, ms } = await desk.page.evaluate(scrollThrough);
      longest.push(Math.max(0, ...tasks));
      notes.push(`${tasks.length} over 50 ms, ${Math.round((1000 * frames) / ms)} frames/s`);
    } finally {
      await desk.close();
    }
  }
  const note = `4 s of wheel steps, then 20 jumps to far places; per run: ${notes.join("; ")}`;
  return [
    row({
      what: paint.what,
      runs: againPaints,
      goal: atMost(100, paint.target),
      note: "from the click in the navigation",
    }),
    row({
      what: `${paint.what}, first opening in this start`,
      runs: paints,
      goal: atMost(100, paint.target),
      note: "the page's code is loaded too",
    }),
    row({ what: scroll.what, runs: longest, goal: atMost(50, `${scroll.target}; 0 means none was that long`), note }),
  ];
}

/** Runs in the page: scrolls as a hand does, then jumps; gives the tasks longer than 50 ms and the frames drawn. */
const scrollThrough = `(async () => {
  const tasks = [];
  const watch = new PerformanceObserver((list) => { for (const each of list.getEntries()) tasks.push(each.duration); });
  watch.observe({ type: "longtask" });
  const box = document.querySelector(".virtual-list");
  const frame = () => new Promise((next) => requestAnimationFrame(next));
  const started = performance.now();
  let frames = 0;
  while (performance.now() - started < 4000) { box.scrollTop += 90; await frame(); frames++; }
  const ms = performance.now() - started;
  for (let jump = 1; jump <= 20; jump++) {
    box.scrollTop = (box.scrollHeight * ((jump * 7) % 20)) / 20;
    await new Promise((next) => setTimeout(next, 100));
  }
  await new Promise((next) => setTimeout(next, 300));
  watch.disconnect();
  return { tasks, frames, ms };
})()`;
