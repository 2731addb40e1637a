import { existsSync } from "node:fs";
import path from "node:path";

/**
 * The Node 24 binary that the dependencies bring along. The database addon dies without a message on older ones, so
 * nothing of ours is ever run by the Node of the machine.
 * @param {string} root project folder
 * @returns {string | undefined} absolute path; undefined before `npm ci` or when the optional package was left out
 */
export function findNode24(root) {
  const system = process.platform === "win32" ? "win" : process.platform;
  const binary = path.join(
    root,
    "node_modules",
    `node-${system}-${process.arch}`,
    "bin",
    system === "win" ? "node.exe" : "node",
  );
  return existsSync(binary) ? binary : undefined;
}
