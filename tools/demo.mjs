// npm run demo [-- --out DIR] [--no-window] [--papers DIR]: the whole line on real papers, from a new archive to a
// package that two programs have checked, then the window. The last line tells how it went, and so does the exit code.
import { mkdtemp, mkdir, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { reopenArchive, walkEngineLine } from "./demo/engine-line.mjs";
import { findPapers } from "./demo/find-papers.mjs";
import { startSteps } from "./demo/steps.mjs";
import { tourWindow } from "./demo/tour-window.mjs";

const root = path.resolve(import.meta.dirname, "..");
const steps = startSteps();
try {
  const { values } = parseArgs({
    options: { out: { type: "string" }, papers: { type: "string" }, "no-window": { type: "boolean" } },
  });
  const out = await freshFolder(values.out);
  const papers = await findPapers(root, values.papers && path.resolve(values.papers));
  const made = await walkEngineLine(papers, out, steps);
  const pictures = values["no-window"] ? 0 : await tourWindow(root, out, made, steps);
  if (pictures > 0) await reopenArchive(made, steps);
  const { pages, items, files, bytes, verdict } = made;
  steps.say(`everything lies in ${out}`);
  const counts = { pages, items, files, bytes, verdict, screenshots: pictures, seconds: steps.seconds() };
  const words = Object.entries(counts).map(([name, count]) => `${name}=${count}`);
  steps.say(`demo: ok ${words.join(" ")}`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  const lines = (error instanceof Error ? error.message : String(error)).split("\n");
  const reason = lines
    .filter((line) => line.trim() !== "")
    .slice(0, 2)
    .join(" ");
  steps.say(`demo: failed at ${steps.current()}: ${reason}`);
  process.exitCode = 1;
}

/**
 * @param {string} [wanted] used as it is when missing or empty; else a numbered folder in it, so that nothing is lost
 * @returns {Promise<string>} an empty folder
 */
async function freshFolder(wanted) {
  if (wanted === undefined) return mkdtemp(path.join(tmpdir(), "lindang-demo-"));
  const folder = path.resolve(wanted);
  await mkdir(folder, { recursive: true });
  const there = new Set(await readdir(folder));
  if (there.size === 0) return folder;
  let number = 2;
  while (there.has(`demo-${number}`)) number += 1;
  const next = path.join(folder, `demo-${number}`);
  await mkdir(next);
  return next;
}
