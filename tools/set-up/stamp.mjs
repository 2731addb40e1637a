import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * Writes a small file by rename: a reader sees the old text or the new text, never half of it.
 * @param {string} file
 * @param {string} text
 */
export function writeStamp(file, text) {
  mkdirSync(path.dirname(file), { recursive: true });
  const half = `${file}.${process.pid}.half`;
  writeFileSync(half, text);
  renameSync(half, file);
}

/**
 * @param {string} file
 * @returns {string | undefined} its text; undefined when there is none
 */
export function readStamp(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

/**
 * @param {string} file
 * @returns {string} SHA-256 of the file, in hex
 */
export function fileDigest(file) {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}
