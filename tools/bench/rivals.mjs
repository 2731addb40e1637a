import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/**
 * @typedef {object} ExcelJs the little of exceljs that is measured
 * @property {new () => { xlsx: { readFile(path: string): Promise<unknown>; writeFile(path: string): Promise<void> };
 *   addWorksheet(name: string): { addRows(rows: unknown[][]): void } }} Workbook
 */

/**
 * exceljs, installed beside the benchmark the first time; undefined where it cannot be fetched.
 * @param {import("./bench-run.mjs").BenchRun} run
 * @returns {ExcelJs | undefined}
 */
export function loadExcelJs({ root, say, sizes }) {
  const folder = path.join(root, "tools/bench/rivals");
  if (!existsSync(path.join(folder, "node_modules/exceljs"))) {
    if (!sizes.fetchesRivals) return undefined;
    say("fetching exceljs to measure beside ours");
    try {
      execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: folder, stdio: "ignore" });
    } catch {
      return undefined;
    }
  }
  return /** @type {ExcelJs} */ (createRequire(path.join(folder, "package.json"))("exceljs"));
}

/** Whether LibreOffice is installed (apt: libreoffice-calc-nogui). */
export const hasLibreOffice = () => spawnSync("soffice", ["--version"], { stdio: "ignore" }).status === 0;

/**
 * Converts with LibreOffice headless, its own profile kept apart.
 * @param {string} folder for the profile and the result
 * @param {string} from
 * @param {string} to "csv" or "pdf"
 */
export function convertWithLibreOffice(folder, from, to) {
  const words = [`-env:UserInstallation=file://${path.join(folder, "libreoffice")}`, "--headless"];
  execFileSync("soffice", [...words, "--convert-to", to, "--outdir", folder, from], { stdio: "ignore" });
}
