import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { findNode24 } from "../node24.mjs";
import { runHoldingLock } from "./one-at-a-time.mjs";
import { SetUpStop, say } from "./say.mjs";
import { fileDigest, readStamp, writeStamp } from "./stamp.mjs";

/**
 * @param {string} root project folder
 * @returns {boolean} true when node_modules is what package-lock.json names, Node 24 included
 */
export function dependenciesAreCurrent(root) {
  return readStamp(stampOf(root)) === lockDigest(root) && findNode24(root) !== undefined;
}

/**
 * Installs what package-lock.json names. Our stamp is written last.
 * @param {string} root project folder
 */
export async function installDependencies(root) {
  if (!isInstalled(root)) {
    say("installing dependencies (npm ci)");
    // npm deletes in no fixed order; interrupted, it must not leave a proof of what it has begun to take away.
    for (const proof of [".lindang-stamp", ".package-lock.json"])
      rmSync(path.join(root, "node_modules", proof), { force: true });
    await npmCi(root, root);
  }
  if (!findNode24(root))
    throw new SetUpStop(
      `Node 24 for ${process.platform}-${process.arch} is missing: it comes as an optional npm package ` +
        `(Linux x64, Linux arm64 and Windows x64 are there). Run "npm ci --include=optional" on such a machine.`,
    );
  writeStamp(stampOf(root), lockDigest(root));
}

/** @param {string} root */
function stampOf(root) {
  return path.join(root, "node_modules", ".lindang-stamp");
}

/** @param {string} root */
function lockDigest(root) {
  return fileDigest(path.join(root, "package-lock.json"));
}

/**
 * `npm ci` in a folder. Install scripts stay off: nothing we depend on needs one, and none may run code here.
 * @param {string} root project folder
 * @param {string} folder holds package.json and package-lock.json
 */
export async function npmCi(root, folder) {
  const options = ["--ignore-scripts", "--include=optional", "--include=dev", "--no-audit", "--no-fund"];
  const exitCode = await runHoldingLock(root, "npm", ["ci", ...options, "--loglevel=error"], {
    cwd: folder,
    env: { ...process.env, PATH: pathWithoutNodeModules(), NODE_ENV: "development" },
    shell: process.platform === "win32",
  });
  if (exitCode !== 0)
    throw new SetUpStop('"npm ci" did not finish; see its message above, then start the same command again.');
}

/** npm must not be run by the very binary it is about to replace. */
function pathWithoutNodeModules() {
  const parts = (process.env["PATH"] ?? "").split(path.delimiter);
  return parts.filter((part) => !part.includes("node_modules")).join(path.delimiter);
}

/**
 * Whether somebody ran `npm ci` by hand. npm writes its hidden lockfile at the end, but also when it only renews the
 * lockfile, so each package is asked for its version.
 * @param {string} root
 */
function isInstalled(root) {
  const hidden = path.join(root, "node_modules", ".package-lock.json");
  if (!existsSync(hidden)) return false;
  try {
    const there = readPackages(hidden);
    return Object.entries(readPackages(path.join(root, "package-lock.json"))).every(
      ([place, entry]) =>
        place === "" ||
        (entry.optional && !there[place]) ||
        JSON.parse(readFileSync(path.join(root, place, "package.json"), "utf8")).version === entry.version,
    );
  } catch {
    return false;
  }
}

/**
 * @param {string} lockfile
 * @returns {Record<string, { version?: string; optional?: boolean }>}
 */
function readPackages(lockfile) {
  return JSON.parse(readFileSync(lockfile, "utf8")).packages;
}
