import { execFileSync, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";

/** Whether Debian's tesseract with simplified Chinese is installed (apt: tesseract-ocr, tesseract-ocr-chi-sim). */
export function hasTesseract() {
  const { status, stdout } = spawnSync("tesseract", ["--list-langs"], { encoding: "utf8" });
  return status === 0 && stdout.includes("chi_sim");
}

/**
 * Reads a picture as `tesseract FILE - -l chi_sim` does, with two threads as ours has.
 * @param {string} folder for the picture
 * @param {import("./damage-page.mjs").Scanned} picture
 * @returns {string}
 */
export function readWithTesseract(folder, { bytes, mediaType }) {
  const file = path.join(folder, `rival.${mediaType.slice(6)}`);
  writeFileSync(file, bytes);
  const env = { PATH: process.env["PATH"], OMP_THREAD_LIMIT: "2" };
  return execFileSync("tesseract", [file, "-", "-l", "chi_sim"], {
    env,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
}
