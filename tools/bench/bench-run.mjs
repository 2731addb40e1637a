import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { makeBigArchive } from "./big-archive.mjs";

/**
 * How much work the sections do.
 * @typedef {object} Sizes
 * @property {number} items of the big archive
 * @property {number} yearItems filed items of each full year
 * @property {number} smallItems filed items of the small year
 * @property {number} ledgerRows rows of the big ledger
 * @property {number} pages taken in
 * @property {number} pageBytes of one page file, about
 * @property {number} packageFiles
 * @property {number} rounds of short work
 * @property {number} heavyRounds of work that takes seconds
 * @property {boolean} fetchesRivals may fetch programs to measure beside ours
 *
 * What a section is given.
 * @typedef {object} BenchRun
 * @property {string} root project folder, built
 * @property {string} folder everything is made below it, and removed at the end
 * @property {Sizes} sizes
 * @property {() => Promise<import("./big-archive.mjs").BigArchive>} bigArchive made when first asked for
 * @property {(words: string) => void} say
 *
 * A section: what it ran on, and its figures.
 * @typedef {(run: BenchRun) => Promise<{ data: string; rows: import("./row.mjs").Row[] }>} Section
 */

/** @type {Sizes} */
export const fullSizes = {
  items: 100_000,
  yearItems: 10_000,
  smallItems: 600,
  ledgerRows: 50_000,
  pages: 1000,
  pageBytes: 300_000,
  packageFiles: 2000,
  rounds: 15,
  heavyRounds: 3,
  fetchesRivals: true,
};

/** @type {Sizes} */
export const smokeSizes = {
  items: 1500,
  yearItems: 400,
  smallItems: 60,
  ledgerRows: 800,
  pages: 12,
  pageBytes: 300_000,
  packageFiles: 30,
  rounds: 2,
  heavyRounds: 1,
  fetchesRivals: false,
};

/**
 * Opens a working folder for a run.
 * @param {string} root
 * @param {Sizes} sizes
 * @param {(words: string) => void} say
 * @returns {Promise<BenchRun & { close: () => void }>}
 */
export async function openRun(root, sizes, say) {
  const folder = await mkdtemp(path.join(tmpdir(), "lindang-bench-"));
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  // Gigabytes must not stay behind a run that was broken off.
  process.once("exit", remove);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => process.exit(1));
  /** @type {Promise<import("./big-archive.mjs").BigArchive> | undefined} */
  let big;
  return {
    root,
    folder,
    sizes,
    say,
    bigArchive() {
      if (!big) say(`making an archive of ${sizes.items.toLocaleString("en")} items`);
      return (big ??= makeBigArchive(path.join(folder, "big.lindang"), sizes));
    },
    close: remove,
  };
}
