import { readReport } from "./read-report.mjs";

/** @typedef {{ passed: number; failed: number; skipped: number }} Counts */

/**
 * @param {string} file report of vitest's json reporter
 * @param {number} exitCode of that run
 * @returns {Counts}
 */
export function countVitest(file, exitCode) {
  const report = readReport(file);
  if (!report) return oneFailure();
  // A test file that cannot even be loaded has no tests to count, and must not pass unseen.
  const brokenFiles = report.testResults.filter(
    (/** @type {any} */ result) => result.status === "failed" && result.assertionResults.length === 0,
  ).length;
  return truthful(exitCode, {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  });
}

/**
 * @param {string} file report of Playwright's json reporter
 * @param {number} exitCode of that run
 * @returns {Counts}
 */
export function countPlaywright(file, exitCode) {
  const report = readReport(file);
  if (!report) return oneFailure();
  const { expected, unexpected, flaky, skipped } = report.stats;
  return truthful(exitCode, { passed: expected + flaky, failed: unexpected, skipped });
}

/**
 * @param {Counts[]} parts
 * @returns {Counts}
 */
export function sum(parts) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const part of parts)
    for (const key of /** @type {const} */ (["passed", "failed", "skipped"])) total[key] += part[key];
  return total;
}

/**
 * The closing line that CI reads.
 * @param {Counts} counts
 */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/**
 * A runner that ends badly without naming a test (a crash, a time limit, an error outside tests) is a failure too.
 * @param {number} exitCode
 * @param {Counts} counts
 * @returns {Counts}
 */
function truthful(exitCode, counts) {
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** @returns {Counts} */
function oneFailure() {
  return { passed: 0, failed: 1, skipped: 0 };
}
