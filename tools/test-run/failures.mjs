import { readReport } from "./read-report.mjs";

/** A message goes on one line and is cut here: the whole of it stands in the runner's own output. */
const LONGEST = 400;

/**
 * One line for each test that failed or passed only when tried again, with why: what a record of the run that keeps
 * only its end has to hold.
 * @param {string} file report of vitest's json reporter
 * @returns {string[]}
 */
export function vitestFailures(file) {
  const report = readReport(file);
  return (report?.testResults ?? []).flatMap((/** @type {any} */ result) => {
    const failed = result.assertionResults.filter((/** @type {any} */ one) => one.status === "failed");
    if (result.status === "failed" && failed.length === 0) return [line("failed", result.name, "", result.message)];
    return failed.map((/** @type {any} */ one) => line("failed", result.name, one.fullName, one.failureMessages?.[0]));
  });
}

/**
 * The same of the window tests.
 * @param {string} file report of Playwright's json reporter
 * @returns {string[]}
 */
export function playwrightFailures(file) {
  const report = readReport(file);
  return [
    ...(report?.errors ?? []).map((/** @type {any} */ error) => line("failed", "window tests", "", error.message)),
    ...(report?.suites ?? []).flatMap(suiteFailures),
  ];
}

/**
 * @param {any} suite
 * @returns {string[]}
 */
function suiteFailures(suite) {
  const own = (suite.specs ?? []).flatMap((/** @type {any} */ spec) =>
    spec.tests
      .filter((/** @type {any} */ test) => test.status === "unexpected" || test.status === "flaky")
      .map((/** @type {any} */ test) => {
        const why = test.results.find((/** @type {any} */ result) => result.error)?.error.message;
        return line(test.status === "flaky" ? "flaky" : "failed", spec.file, spec.title, why);
      }),
  );
  return [...own, ...(suite.suites ?? []).flatMap(suiteFailures)];
}

/**
 * @param {"failed" | "flaky"} verdict
 * @param {string} file
 * @param {string} name empty for a whole file
 * @param {string | undefined} why
 */
function line(verdict, file, name, why) {
  const short = file.slice(Math.max(0, file.lastIndexOf("/test/") + 1));
  const plain = (why ?? "no message").replaceAll(/\u001B\[[0-9;]*m/gu, "").replaceAll(/\s+/gu, " ");
  return `${verdict}: ${[short, name].filter(Boolean).join(" › ")}: ${plain.slice(0, LONGEST)}`;
}
