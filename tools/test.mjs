// npm test [-- --only unit|e2e] [arguments of that runner]: set-up, build, every test, one closing line.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { inspect } from "node:util";
import { describeChoice, readChoice } from "./electron-choice.mjs";
import { findNode24 } from "./node24.mjs";
import { run } from "./run.mjs";
import { ROOT, setUp } from "./set-up.mjs";
import { closingLine, countVitest, sum } from "./test-run/counts.mjs";
import { runE2e } from "./test-run/e2e.mjs";
import { vitestFailures } from "./test-run/failures.mjs";
import { makeMemoryFolder } from "./test-run/memory-folder.mjs";

const words = process.argv.slice(2);
const only = words[0] === "--only" ? words.splice(0, 2)[1] : undefined;
// Pictures are for who looks at one test; a whole run has no use for two hundred of them.
if (only === "e2e") process.env["LINDANG_PICTURES"] ??= "1";
await setUp({ need: ["print", "scan", "app"] });
// The window's runtime is fetched and unpacked while the unit tests run: they do not need it.
const window = setUp({ need: ["electron"] });
if (only === "e2e") await window;

const memory = makeMemoryFolder();
if (memory) {
  process.env["TMPDIR"] = memory;
  process.on("exit", () => rmSync(memory, { recursive: true, force: true }));
}
const reports = mkdtempSync(path.join(tmpdir(), "lindang-reports-"));
const parts = [];
if (only !== "e2e") parts.push(await counted(runUnit(only ? words : [])));
await window;
if (only !== "unit") parts.push(await counted(runE2e(ROOT, { reports, memory }, only ? words : [])));
rmSync(reports, { recursive: true, force: true });

const total = sum(parts);
const choice = readChoice(ROOT);
if (choice) process.stdout.write(`${describeChoice(choice)}\n`);
process.stdout.write(`${closingLine(total)}\n`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

/**
 * What keeps a runner from running at all (no space, no screen) is one failure, and the other runner goes on.
 * @param {Promise<import("./test-run/counts.mjs").Counts>} counts
 */
function counted(counts) {
  return counts.catch((error) => {
    process.stderr.write(`${inspect(error)}\n`);
    return { passed: 0, failed: 1, skipped: 0 };
  });
}

/** @param {string[]} args */
async function runUnit(args) {
  const report = path.join(reports, "unit.json");
  const vitest = path.join(ROOT, "node_modules/vitest/vitest.mjs");
  const options = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const exitCode = await run(String(findNode24(ROOT)), [vitest, ...options, ...args], { cwd: ROOT });
  for (const failure of vitestFailures(report)) process.stdout.write(`${failure}\n`);
  return countVitest(report, exitCode);
}
