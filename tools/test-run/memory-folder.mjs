// Where tests put their archives: in memory where the machine has plenty of it. Nothing a test proves hangs on the disk
// below (killed processes leave the same files in both; full disks are small ones of their own), but every archive is
// forced to the disk some dozen times, and a run makes hundreds of them.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statfsSync } from "node:fs";
import { freemem } from "node:os";
import path from "node:path";

const PLACE = "/dev/shm";
/** Far above what a whole run ever held at a time. */
const WANTED = 6 * 1024 ** 3;

/**
 * Makes the folder of this run; the caller removes it.
 * @returns {string | undefined} undefined where there is no such place, where too little is free, and where the place of
 *   temporary files was chosen by who runs the tests
 */
export function makeMemoryFolder() {
  if (process.platform !== "linux" || process.env["TMPDIR"] || !isRoomy()) return undefined;
  removeLeftovers();
  const folder = path.join(PLACE, `lindang-test-${process.pid}`);
  // The window's tests run as another user, in a folder of hers inside.
  mkdirSync(folder, { mode: 0o711 });
  return folder;
}

function isRoomy() {
  if (!existsSync(PLACE)) return false;
  const { bavail, bsize } = statfsSync(PLACE);
  return bavail * bsize >= WANTED && freemem() >= WANTED && mayRunPrograms();
}

/** Some tests write a program and start it, which containers often forbid here. */
function mayRunPrograms() {
  const mounts = readFileSync("/proc/mounts", "utf8").split("\n");
  const options = mounts.findLast((line) => line.split(" ")[1] === PLACE)?.split(" ")[3] ?? "noexec";
  return !options.split(",").includes("noexec");
}

/** Folders of runs that were killed before they could clean up. */
function removeLeftovers() {
  for (const name of readdirSync(PLACE).filter((entry) => /^lindang-test-\d+$/.test(entry)))
    if (!existsSync(`/proc/${name.slice(13)}`)) rmSync(path.join(PLACE, name), { recursive: true, force: true });
}
