import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import path from "node:path";

const READ_WHOLE = ["contract", "db", "engine", "electron", "renderer", "vault-format", "tools/build"];
const FILES = ["package.json", "package-lock.json", "tools/build.mjs"];

/**
 * One digest over everything the build reads, so that an unchanged tree is not built twice. Resources count by size and
 * time only: they are copied, not understood, and the fonts alone are 56 MB.
 * @param {string} root project folder
 * @param {string} [flavour] settings of the build that are not in a file
 * @returns {string}
 */
export function inputDigest(root, flavour = "") {
  const digest = createHash("sha256").update(`${process.platform}-${process.arch} ${flavour}\n`);
  for (const name of [...FILES, ...READ_WHOLE.flatMap((folder) => filesBelow(root, folder))]) {
    if (!existsSync(path.join(root, name))) continue;
    digest
      .update(`${name}\0`)
      .update(readFileSync(path.join(root, name)))
      .update("\0");
  }
  for (const name of filesBelow(root, "resources")) {
    const { size, mtimeMs } = statSync(path.join(root, name));
    digest.update(`${name} ${size} ${mtimeMs}\n`);
  }
  return digest.digest("hex");
}

/**
 * @param {string} root
 * @param {string} folder relative to root
 * @returns {string[]} the files below it, relative to root with forward slashes, in a fixed order
 */
export function filesBelow(root, folder) {
  const start = path.join(root, folder);
  if (!existsSync(start)) return [];
  return readdirSync(start, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
}
