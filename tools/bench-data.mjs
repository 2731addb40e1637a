// npm run bench:data [-- --pages 1000000] [--folder PATH]: makes set L, 100,000 items with 1,000,000 pages of text, outside the
// project. Seeded: the same every time. Broken off, it goes on from where it was.
import { mkdirSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { archivePaths } from "#engine/vault/archive-folder";
import { makeSetL } from "./bench/set-l.mjs";

const words = process.argv.slice(2);
const given = (/** @type {string} */ name) => {
  const at = words.indexOf(name);
  return at < 0 ? undefined : words[at + 1];
};
const pages = Number(given("--pages") ?? 1_000_000);
if (!Number.isInteger(pages) || pages < 10) {
  process.stderr.write("bench:data: --pages takes a whole number from 10\n");
  process.exit(2);
}
const around = given("--folder") ?? process.env["LINDANG_SET_L"] ?? path.join(tmpdir(), "lindang-set-l");
mkdirSync(around, { recursive: true });
const folder = path.join(around, `set-l-${pages}.lindang`);
process.stdout.write(`set L: ${pages.toLocaleString("en")} pages in ${folder}\n`);
let saidAt = 0;
const made = await makeSetL(folder, pages, (done, seconds) => {
  if (seconds - saidAt < 10 && done < pages) return;
  saidAt = seconds;
  process.stdout.write(`  ${done.toLocaleString("en")} pages, ${Math.round(seconds)} s\n`);
});
const { size } = statSync(archivePaths(folder).database);
process.stdout.write(
  `set L: ${made.made.toLocaleString("en")} items made in ${Math.round(made.seconds)} s, archive ${Math.round(size / 1e6)} MB\n`,
);
process.exit(0);
