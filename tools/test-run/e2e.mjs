import { cpSync, existsSync } from "node:fs";
import path from "node:path";
import { findNode24 } from "../node24.mjs";
import { run } from "../run.mjs";
import { countPlaywright } from "./counts.mjs";
import { playwrightFailures } from "./failures.mjs";
import { startPrintQueue } from "./print-queue.mjs";
import { allowSetuidSandbox, sandboxWorks } from "./sandbox.mjs";
import { copyForUnprivilegedUser } from "./unprivileged.mjs";

/**
 * Runs the window tests on the chosen runtime: as root through a copy that an unprivileged user owns, so that the
 * sandbox is on as it is for a clerk.
 * @param {string} root project folder, built
 * @param {{ reports: string; memory: string | undefined }} folders for the report of a run that needs no copy; in
 *   memory, for what the tests write
 * @param {string[]} args for Playwright
 * @returns {Promise<import("./counts.mjs").Counts>}
 */
export async function runE2e(root, { reports, memory }, args) {
  const isRoot = process.platform === "linux" && process.getuid?.() === 0;
  const copy = isRoot ? copyForUnprivilegedUser(root, memory) : undefined;
  const where = copy?.root ?? root;
  const as = copy?.as ?? { env: process.env };
  // Only root may start a print server; the tests, which are not root, are told its queue.
  const printing = copy ? await startPrintQueue(copy.home) : undefined;
  try {
    const sandboxed = await findSandbox(where, as, copy !== undefined, isRoot);
    const report = path.join(as.env?.["TMPDIR"] ?? reports, "e2e.json");
    const env = {
      ...{ ...as.env, ...printing?.env, LINDANG_SANDBOX: sandboxed ? "1" : "0", LINDANG_E2E_REPORT: report },
      // Node takes the types out itself: Playwright's own compiler needs a quarter of a minute for what tests import.
      PW_DISABLE_TS_ESM: "1",
    };
    const command = [path.join(where, "tools/with-electron.mjs"), "playwright", "test", ...args];
    const exitCode = await run(String(findNode24(where)), command, { ...as, env, cwd: where });
    for (const failure of playwrightFailures(report)) process.stdout.write(`${failure}\n`);
    const counts = countPlaywright(report, exitCode);
    if (!sandboxed) process.stdout.write(`skipped: sandbox (${counts.passed + counts.failed} tests)\n`);
    return counts;
  } finally {
    await printing?.stop();
    // Traces and screenshots of failures must outlive the copy.
    const results = path.join(where, "test-results");
    if (copy && existsSync(results)) cpSync(results, path.join(root, "test-results"), { recursive: true });
    copy?.remove();
  }
}

/**
 * @param {string} where
 * @param {import("node:child_process").SpawnOptions} as
 * @param {boolean} isCopy
 * @param {boolean} isRoot
 */
async function findSandbox(where, as, isCopy, isRoot) {
  if (isRoot && !isCopy) return false;
  if (process.platform !== "linux" || (await sandboxWorks(where, as))) return true;
  if (!isCopy) return false;
  allowSetuidSandbox(where);
  return sandboxWorks(where, as);
}
