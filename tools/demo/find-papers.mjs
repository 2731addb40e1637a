// Which papers the demo takes in, and what a clerk would write about them.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";

/**
 * @typedef {object} DemoItem
 * @property {import("../samples/paper-form.mjs").PaperFacts} facts
 * @property {{ kind: import("#contract/item").PartKind; title: string; files: string[] }[]} parts
 * @property {boolean} [isLate] turns up after the year was filed: its pages wait in the tray for the window
 *
 * @typedef {object} Papers
 * @property {string} folder
 * @property {number} year
 * @property {{ code: string; name: string; unit: string }} fonds
 * @property {DemoItem[]} items
 */

/**
 * The official papers of the shared library where it lies beside the project, else the project's own samples.
 * @param {string} root project folder
 * @param {string} [wanted] a folder with its own papers.json
 * @returns {Promise<Papers>}
 */
export async function findPapers(root, wanted) {
  const shared = path.join(root, "../shared/data/sample-papers");
  if (wanted === undefined && existsSync(shared))
    return { folder: shared, ...(await readFacts(path.join(import.meta.dirname, "official-papers.json"))) };
  return ownPapers(root, wanted);
}

/**
 * @param {string} root project folder
 * @param {string} [folder]
 * @returns {Promise<Papers>}
 */
export async function ownPapers(root, folder = path.join(root, "resources/sample-papers")) {
  return { folder, ...(await readFacts(path.join(folder, "papers.json"))) };
}

/**
 * @param {string} file
 * @returns {Promise<Omit<Papers, "folder">>}
 */
async function readFacts(file) {
  return JSON.parse(await readFile(file, "utf8"));
}

/**
 * @param {Papers} papers
 * @param {DemoItem} item
 * @returns {string[]} its files in order
 */
export function filesOf({ folder }, { parts }) {
  return parts.flatMap(({ files }) => files.map((name) => path.join(folder, name)));
}
