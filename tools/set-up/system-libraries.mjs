import { spawnSync } from "node:child_process";
import { SetUpStop, say } from "./say.mjs";

/**
 * What the window needs from the system, each with the names it has in the Debian and Ubuntu releases in use: since
 * 2024 some carry `t64` for 64-bit time.
 */
export const WINDOW_PACKAGES = [
  ["libgtk-3-0", "libgtk-3-0t64"],
  ["libnss3"],
  ["libasound2", "libasound2t64"],
  ["libgbm1"],
  ["libxss1"],
  ["libatk-bridge2.0-0", "libatk-bridge2.0-0t64"],
  ["libcups2", "libcups2t64"],
  ["libdrm2"],
  ["libxkbcommon0"],
  ["fonts-noto-cjk"],
];
/** A screen for machines that have none. */
export const SCREEN_PACKAGES = [["xvfb"]];
/** A printer that writes PDF, and the tools to measure what it wrote. */
export const PRINT_PACKAGES = [["cups"], ["printer-driver-cups-pdf"], ["poppler-utils"]];

/** SANE with its own test device, for tests of scanning without a scanner; without it they are skipped and say so. */
export const SCAN_PACKAGES = [["sane-utils"]];

/**
 * Installs missing system packages by apt where that is allowed; elsewhere says what to run.
 * @param {string[][]} packages each a list of alternative names
 * @param {{ required: boolean; mayInstall?: boolean }} options required: stop when they stay missing
 */
export function installSystemPackages(packages, { required, mayInstall = process.getuid?.() === 0 }) {
  const missing = missingPackages(packages);
  if (missing.length === 0) return;
  if (!mayInstall) {
    const command = `sudo apt-get install -y ${nameForApt(missing).join(" ")}`;
    const sentence = `system packages are missing and this user may not install them; please run: ${command}`;
    if (required) throw new SetUpStop(sentence);
    say(`${sentence} (going on without them)`);
    return;
  }
  aptInstall(missing, required);
}

/**
 * @param {string[][]} packages each a list of alternative names
 * @returns {string[][]} those of which no alternative is installed; none where there is no dpkg
 */
export function missingPackages(packages) {
  const format = "${Package} ${db:Status-Status}\n";
  const query = spawnSync("dpkg-query", ["-W", "-f", format, ...packages.flat()], { encoding: "utf8" });
  if (query.error) return [];
  const installed = new Set(
    query.stdout
      .split("\n")
      .filter((line) => line.endsWith(" installed"))
      .map((line) => line.split(" ")[0]),
  );
  return packages.filter((names) => !names.some((name) => installed.has(name)));
}

/**
 * @param {string[][]} missing
 * @param {boolean} required
 */
function aptInstall(missing, required) {
  let updated = false;
  if (missing.some((names) => !availableName(names))) {
    apt(["update"]);
    updated = true;
  }
  say(`installing system packages: ${nameForApt(missing).join(" ")}`);
  const install = () => apt(["install", "-y", "--no-install-recommends", ...nameForApt(missing)]);
  // A refused first try mostly means package lists older than the mirror.
  const done = install() || (!updated && apt(["update"]) && install());
  if (done) return;
  const sentence = `apt-get could not install ${nameForApt(missing).join(" ")}; see its message above`;
  if (required) throw new SetUpStop(sentence);
  say(`${sentence} (going on without them)`);
}

/** @param {string[]} args */
function apt(args) {
  const run = spawnSync("apt-get", ["-q", "-o", "DPkg::Lock::Timeout=120", ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    stdio: ["ignore", "pipe", "pipe"],
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  if (run.status !== 0) process.stderr.write(`${run.stdout ?? ""}${run.stderr ?? ""}`);
  return run.status === 0;
}

/** @param {string[][]} missing */
function nameForApt(missing) {
  return missing.map((names) => availableName(names) ?? names[0] ?? "");
}

/** @param {string[]} names */
function availableName(names) {
  return names.find((name) => {
    const policy = spawnSync("apt-cache", ["policy", name], { encoding: "utf8", env: { ...process.env, LC_ALL: "C" } });
    return /Candidate: (?!\(none\))/.test(policy.stdout ?? "");
  });
}
