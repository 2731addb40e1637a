// npm run bench [-- [--smoke] section …]: measures, prints a table and renews those sections of BENCHMARKS.md. With
// --smoke every section runs on small data within a minute; nothing is judged and nothing written.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { format, resolveConfig } from "prettier";
import { fullSizes, openRun, smokeSizes } from "./bench/bench-run.mjs";
import { describeMachine } from "./bench/machine.mjs";
import { renewReport, sectionOf, tableOf } from "./bench/report.mjs";
import { unjudged } from "./bench/row.mjs";
import { sections } from "./bench/sections.mjs";

const root = path.resolve(import.meta.dirname, "..");
const words = process.argv.slice(2);
const isSmoke = words.includes("--smoke");
const wanted = words.filter((word) => word !== "--smoke");
const unknown = wanted.filter((word) => !sections.has(word));
if (unknown.length > 0) {
  process.stderr.write(`bench: unknown section ${unknown.join(", ")}; there are ${[...sections.keys()].join(", ")}\n`);
  process.exit(2);
}

const machine = describeMachine(root);
const date = new Date().toISOString().slice(0, 10);
const run = await openRun(root, isSmoke ? smokeSizes : fullSizes, (text) => process.stderr.write(`bench: ${text}\n`));
/** @type {Map<string, string>} */
const renewed = new Map();
const verdicts = { met: 0, "not met": 0, "not run": 0, reported: 0, "not judged": 0 };
let failed = 0;
process.stdout.write(`${date} · ${machine}\n`);
try {
  for (const [name, measure] of sections) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const started = performance.now();
    run.say(`== ${name}`);
    try {
      const { data, rows: measured } = await measure(run);
      const rows = isSmoke ? measured.map(unjudged) : measured;
      for (const each of rows) verdicts[each.verdict] += 1;
      renewed.set(name, sectionOf({ name, data, rows }, date, machine));
      process.stdout.write(`\n${name} (${data})\n${tableOf(rows)}\n`);
    } catch (error) {
      failed += 1;
      process.stdout.write(`\n${name}: could not run\n`);
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    }
    run.say(`${name}: ${((performance.now() - started) / 1000).toFixed(0)} s`);
  }
} finally {
  run.close();
}

if (!isSmoke && renewed.size > 0) {
  const file = path.join(root, "BENCHMARKS.md");
  const text = renewReport(readIfThere(file), [...sections.keys()], renewed);
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), parser: "markdown" }));
}
const judged = isSmoke ? "small data, nothing judged" : `${verdicts.met} met, ${verdicts["not met"]} not met`;
process.stdout.write(`\nbench: ${judged}, ${verdicts["not run"]} not run, ${failed} sections failed\n`);
// A missed target is a figure like any other; only a section that could not run is an error.
process.exitCode = failed > 0 ? 1 : 0;

/** @param {string} file */
function readIfThere(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
