import { chmodSync, chownSync, copyFileSync, existsSync, renameSync } from "node:fs";
import path from "node:path";
import { readChoice } from "../electron-choice.mjs";
import { findNode24 } from "../node24.mjs";
import { run } from "../run.mjs";

/**
 * Whether Chromium's sandbox works here, found out by starting the runtime with it.
 * @param {string} root folder with the runtime
 * @param {import("node:child_process").SpawnOptions} as user and environment the tests will have
 * @returns {Promise<boolean>}
 */
export async function sandboxWorks(root, as) {
  const probe = path.join(root, "tools/test-run/sandbox-probe");
  const command = [path.join(root, "tools/with-electron.mjs"), "electron", "--disable-gpu", probe];
  const options = { ...as, cwd: root, stdio: /** @type {const} */ ("ignore"), timeout: 60_000 };
  return (await run(String(findNode24(root)), command, options)) === 0;
}

/**
 * The older way to a sandbox, for systems that refuse user namespaces to unprivileged users: Chromium's helper program
 * owned by root with the set-user-id bit. Only for a copy of the runtime that is thrown away, and only as root.
 * @param {string} root folder with the copied runtime
 */
export function allowSetuidSandbox(root) {
  const helper = path.join(readChoice(root)?.dist ?? "", "chrome-sandbox");
  if (!existsSync(helper)) return;
  // The file may be a hard link to the original, which keeps its mode.
  copyFileSync(helper, `${helper}.own`);
  chownSync(`${helper}.own`, 0, 0);
  chmodSync(`${helper}.own`, 0o4755);
  renameSync(`${helper}.own`, helper);
}
