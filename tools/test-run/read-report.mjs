import { readStamp } from "../set-up/stamp.mjs";

/**
 * @param {string} file report of a test runner
 * @returns {any} undefined when the run was cut off before it could write a whole one
 */
export function readReport(file) {
  try {
    return JSON.parse(readStamp(file) ?? "");
  } catch {
    return undefined;
  }
}
