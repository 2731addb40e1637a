import { spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, symlinkSync } from "node:fs";
import path from "node:path";

const USER = "lindang-test";
const HOME = `/var/lib/${USER}`;
const LEFT_BEHIND = new Set([".git", "out", "coverage", "test-results", ".tsbuild"]);

/**
 * @typedef {object} Copy
 * @property {string} root the copied project
 * @property {string} home home folder of the user
 * @property {import("node:child_process").SpawnOptions} as user and environment to run with
 * @property {() => void} remove
 */

/**
 * Puts the built app, its tests and the runtime into a folder that an unprivileged user owns, because Chromium has no
 * sandbox for root. Files are hard links where possible; the user owns the folders and cannot write the files.
 * @param {string} root project folder
 * @param {string | undefined} memory folder in memory for what the tests write, which everybody may pass through
 * @returns {Copy | undefined} undefined where no user can be created
 */
export function copyForUnprivilegedUser(root, memory) {
  const ids = createUser();
  if (!ids) return undefined;
  removeLeftovers();
  const place = path.join(HOME, `run-${process.pid}`);
  const copy = path.join(place, "project");
  const written = path.join(memory ?? place, "tmp");
  const remove = () => {
    for (const folder of [place, written]) rmSync(folder, { recursive: true, force: true });
  };
  try {
    for (const folder of [place, copy, written, path.join(place, "run")]) makeOwn(folder, ids);
    const names = readdirSync(root).filter((name) => !LEFT_BEHIND.has(name));
    copyTree(
      names.map((name) => path.join(root, name)),
      copy,
    );
    command("find", [copy, "-type", "d", "-exec", "chown", `${ids.uid}:${ids.gid}`, "{}", "+"]);
    const shared = path.resolve(root, "../shared");
    if (existsSync(shared)) symlinkSync(shared, path.join(place, "shared"));
  } catch (error) {
    remove();
    throw error;
  }
  return { root: copy, home: HOME, as: { ...ids, env: environment(place, written) }, remove };
}

/** Copies of runs that were killed before they could clean up. */
function removeLeftovers() {
  for (const name of readdirSync(HOME).filter((entry) => /^run-\d+$/.test(entry)))
    if (!existsSync(`/proc/${name.slice(4)}`)) rmSync(path.join(HOME, name), { recursive: true, force: true });
}

/** @returns {{ uid: number; gid: number } | undefined} */
function createUser() {
  const number = (/** @type {string} */ flag) => Number(spawnSync("id", [flag, USER], { encoding: "utf8" }).stdout);
  if (spawnSync("id", [USER]).status !== 0) {
    const options = ["--system", "--user-group", "--home-dir", HOME, "--create-home", "--shell", "/usr/sbin/nologin"];
    if (spawnSync("useradd", [...options, USER], { stdio: "ignore" }).status !== 0) return undefined;
  }
  return { uid: number("-u"), gid: number("-g") };
}

/**
 * @param {string[]} sources
 * @param {string} target
 */
function copyTree(sources, target) {
  // A checkout that only root may read cannot be shared by links: they would keep its modes.
  const readable = sources.every((source) => (statSync(source).mode & 0o004) !== 0);
  if (readable && spawnSync("cp", ["-al", ...sources, target], { stdio: "ignore" }).status === 0) return;
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { mode: 0o700 });
  command("cp", ["-a", "--no-preserve=ownership", ...sources, target]);
  command("chmod", ["-R", "go+rX", target]);
}

/**
 * @param {string} place
 * @param {string} written folder for temporary files
 */
function environment(place, written) {
  return {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => /^(CI|LANG|LC_.*|TZ|LINDANG_.*)$/.test(name))),
    PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    HOME: place,
    TMPDIR: written,
    XDG_RUNTIME_DIR: path.join(place, "run"),
  };
}

/**
 * @param {string} folder
 * @param {{ uid: number; gid: number }} ids
 */
function makeOwn(folder, { uid, gid }) {
  mkdirSync(folder, { mode: 0o700 });
  chownSync(folder, uid, gid);
}

/**
 * @param {string} file
 * @param {string[]} args
 */
function command(file, args) {
  const result = spawnSync(file, args, { stdio: ["ignore", "ignore", 2] });
  if (result.status !== 0) throw new Error(`${file} failed with exit code ${result.status}`);
}
