import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { openHelperPool } from "#engine/helper/helper-pool";
import { readerPool, readPicture } from "#engine/helper/read-page";
import { shippedPack } from "#engine/reading/model-pack";
import { time } from "./measure.mjs";
import { damages } from "./reading/damage-page.mjs";
import { drawOfficePages } from "./reading/draw-office-pages.mjs";
import { accuracyOf, compareReading, foldStrictly } from "./reading/measure-reading.mjs";
import { hasTesseract, readWithTesseract } from "./reading/tesseract.mjs";
import { atLeast, atMost, median, notRun, row } from "./row.mjs";
import { scanMeanwhile } from "./scan-meanwhile.mjs";
import { hasScanimage } from "./test-scanner.mjs";

/**
 * @typedef {object} TruePage a picture, and what is printed on it
 * @property {string} set which of the sets below it belongs to
 * @property {import("./reading/damage-page.mjs").Scanned} picture
 * @property {string} truth
 *
 * @typedef {object} Measured
 * @property {string} set
 * @property {{ edits: number; length: number }} folded
 * @property {{ edits: number; length: number }} strict
 * @property {number} ms
 */

const papers = "scanned papers, tilted and noisy";
const rivalName = "Debian's tesseract chi_sim on the same pictures";

/**
 * Folders with a text beside each picture: what the library lends, else what the project ships.
 * @param {string} root
 */
function findPapers(root) {
  const lent = path.join(root, "../shared/data/sample-papers");
  return existsSync(lent) ? lent : path.join(root, "resources/sample-papers");
}

/**
 * @param {string} folder
 * @param {number} most
 * @returns {TruePage[]}
 */
function readPapers(folder, most) {
  const names = readdirSync(folder).filter((name) => name.endsWith(".jpg"));
  return names.slice(0, most).map((name) => ({
    set: papers,
    picture: { bytes: readFileSync(path.join(folder, name)), mediaType: "image/jpeg" },
    truth: readFileSync(path.join(folder, name.replace(/\.jpg$/, ".txt")), "utf8"),
  }));
}

/**
 * Every drawn page with every damage.
 * @param {readonly string[] | undefined} only
 * @returns {Promise<TruePage[]>}
 */
async function damagedPages(only) {
  const pages = [];
  for (const page of await drawOfficePages(200, only))
    for (const [at, [how, damage]] of Object.entries(damages).entries()) {
      const picture = await damage(page, at + 3);
      const set = how.startsWith("turned") ? "turned by 90, 180, 270°" : how === "1-bit fax" ? how : page.kind;
      pages.push({ set, picture, truth: page.truth });
    }
  return pages;
}

/**
 * Reading of scanned papers and of drawn and damaged pages, in one helper process; Tesseract on the same pictures.
 * @type {import("./bench-run.mjs").Section}
 */
export async function measureReading(run) {
  const isFull = run.sizes.fetchesRivals;
  const folder = findPapers(run.root);
  const all = [...readPapers(folder, isFull ? 22 : 1), ...(await damagedPages(isFull ? undefined : ["application"]))];
  const pages = all.filter((_, at) => isFull || at % 2 === 0);
  const readers = openHelperPool(readerPool);
  const rival = hasTesseract();
  /** @type {Measured[]} */
  const ours = [];
  /** @type {Measured[]} */
  const theirs = [];
  /** @type {number[]} */
  const beside = [];
  let sheets = 0;
  let peak = 0;
  try {
    // The models are loaded once and serve all pages; the first page would count it.
    for (const { picture } of pages.slice(0, 1)) await readPicture(readers, picture, shippedPack());
    for (const [at, page] of pages.entries()) {
      if (at % 10 === 0) run.say(`page ${at + 1} of ${pages.length}`);
      const read = async () => {
        const { lines } = await readPicture(readers, page.picture, shippedPack());
        return lines.map(({ text }) => text).join("\n");
      };
      ours.push(await measurePage(page, read));
      if (rival) theirs.push(await measurePage(page, () => readWithTesseract(run.folder, page.picture)));
      for (const pid of readers.pids()) peak = Math.max(peak, peakOf(pid));
    }
    const scanned = pages.filter(({ set }) => set === papers);
    if (hasScanimage) {
      run.say("the papers again, while sheets are scanned");
      sheets = await scanMeanwhile(run, async () => {
        for (const { picture } of scanned) beside.push(await time(() => readPicture(readers, picture, shippedPack())));
      });
    }
  } finally {
    readers.close();
  }
  const name = path.relative(run.root, folder);
  const data = `${pages.length} pages: ${name}, and six printed pages under eight damages each; the helper with two threads`;
  const whileScanning = hasScanimage
    ? row({
        what: "one scanned paper, in the helper, while the engine takes sheets from a scanner",
        runs: beside,
        goal: atMost(3000, "median ≤ 3 s"),
        note: `${sheets} sheets of A4 in colour at 200 dpi came in beside ${beside.length} papers; SANE's test device at the pace of a scanner`,
      })
    : notRun("one scanned paper, while sheets are scanned", "median ≤ 3 s", "scanimage is not installed");
  return { data, rows: [...rowsOf(ours, theirs, peak), whileScanning] };
}

/**
 * @param {TruePage} page
 * @param {() => string | Promise<string>} read
 * @returns {Promise<Measured>}
 */
async function measurePage({ set, truth }, read) {
  let text = "";
  const ms = await time(async () => (text = await read()));
  return { set, ms, folded: compareReading(truth, text), strict: compareReading(truth, text, foldStrictly) };
}

/**
 * @param {readonly Measured[]} ours
 * @param {readonly Measured[]} theirs empty when the rival is not installed
 * @param {number} peak bytes
 */
function rowsOf(ours, theirs, peak) {
  const rows = [];
  for (const set of new Set(ours.map((page) => page.set))) {
    const of = (/** @type {readonly Measured[]} */ all) => all.filter((page) => page.set === set);
    const least = set === papers ? 99.5 : 99;
    const strict = accuracyOf(of(ours).map((page) => page.strict)).toFixed(2);
    const characters = of(ours).reduce((sum, page) => sum + page.folded.length, 0);
    rows.push(
      row({
        what: `accuracy: ${set}`,
        unit: "%",
        runs: [accuracyOf(of(ours).map((page) => page.folded))],
        alternative: theirs.length > 0 ? rivalName : "",
        alternativeRuns: theirs.length > 0 ? [accuracyOf(of(theirs).map((page) => page.folded))] : [],
        goal: atLeast(least, `≥ ${least} %`),
        note: `${of(ours).length} pages, ${characters} characters; strict ${strict} %`,
      }),
    );
  }
  const times = (/** @type {readonly Measured[]} */ all) => all.filter(({ set }) => set === papers).map(({ ms }) => ms);
  rows.push(
    row({
      what: "one scanned paper, in the helper",
      runs: times(ours),
      alternative: theirs.length > 0 ? rivalName : "",
      alternativeRuns: times(theirs),
      goal: atMost(1500, "median ≤ 1.5 s"),
      note: `all pages: median ${(median(ours.map(({ ms }) => ms)) / 1000).toFixed(2)} s`,
    }),
  );
  rows.push(
    row({
      what: "greatest memory of the helper (VmHWM)",
      unit: "MB",
      runs: [peak / 1e6],
      goal: atMost(600, "≤ 600 MB"),
      note: "all pages one after the other",
    }),
  );
  if (theirs.length === 0) rows.push(notRun(rivalName, "", "not installed"));
  return rows;
}

/**
 * @param {number} pid
 * @returns {number} bytes; 0 where the system has no /proc
 */
function peakOf(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "latin1"))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
