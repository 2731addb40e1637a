import { spawnSync } from "node:child_process";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";

/**
 * Checks a package a second time with the system's own program, which knows nothing of ours: both manifests with
 * `sha256sum -c`, and that no payload file is missing from them.
 * @param {string} folder the package
 * @returns {Promise<{ payloadFiles: number; tagFiles: number }>} how many files it found right
 */
export async function checkDigests(folder) {
  const payload = await check(folder, "manifest-sha256.txt");
  const tags = await check(folder, "tagmanifest-sha256.txt");
  const entries = await readdir(path.join(folder, "data"), { recursive: true, withFileTypes: true });
  const there = entries.filter((entry) => entry.isFile()).length;
  if (there !== payload) throw new Error(`data/ holds ${there} files, the manifest lists ${payload}`);
  return { payloadFiles: payload, tagFiles: tags };
}

/**
 * @param {string} folder
 * @param {string} manifest
 */
async function check(folder, manifest) {
  const lines = (await readFile(path.join(folder, manifest), "utf8")).split("\n").filter((line) => line !== "");
  const run = spawnSync("sha256sum", ["--check", "--strict", manifest], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "C" },
    maxBuffer: 64 * 1024 * 1024,
  });
  if (run.error) throw new Error(`sha256sum cannot be run: ${run.error.message}`);
  const right = run.stdout.split("\n").filter((line) => line.endsWith(": OK")).length;
  if (run.status !== 0 || right !== lines.length || right === 0)
    throw new Error(`sha256sum found ${right} of ${lines.length} files of ${manifest} right\n${run.stderr.trim()}`);
  return right;
}
