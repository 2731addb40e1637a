import { appendFileSync, existsSync, linkSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { run } from "../run.mjs";
import { say } from "./say.mjs";
import { readStamp } from "./stamp.mjs";

/**
 * Does `work` unless `isDone`, and never beside another set-up or build of the same checkout. A lock whose process has
 * gone is taken over, so an interrupted run never blocks the next one.
 * @param {string} root project folder
 * @param {() => boolean} isDone asked again once the lock is held: the other run may have done the same work
 * @param {() => unknown} work
 * @returns {Promise<void>}
 */
export async function unlessDone(root, isDone, work) {
  if (isDone()) return;
  const lock = lockOf(root);
  mkdirSync(path.dirname(lock), { recursive: true });
  for (let waited = false; !take(lock); waited = true) {
    if (!waited) say("another set-up of this folder is running; waiting for it");
    await pause(200);
  }
  try {
    if (!isDone()) await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/**
 * Runs one program of a set-up, its output on stderr. While it lives it holds the lock too: it may survive a set-up that
 * was killed, and go on writing where the next one would begin.
 * @param {string} root project folder
 * @param {string} file
 * @param {string[]} args
 * @param {import("node:child_process").SpawnOptions} [options]
 * @returns {Promise<number>} exit code
 */
export async function runHoldingLock(root, file, args, options = {}) {
  return run(file, args, { stdio: ["ignore", 2, 2], ...options }, (pid) => {
    const lock = lockOf(root);
    if (existsSync(lock)) appendFileSync(lock, `\n${pid} ${startOf(pid)}`);
  });
}

/** @param {string} root */
function lockOf(root) {
  return path.join(root, ".electron", "set-up.lock");
}

/** @param {string} lock */
function take(lock) {
  if (!holderIsAlive(lock)) rmSync(lock, { force: true });
  // A link appears with its text in it: nobody ever reads a lock that does not name its holder yet.
  const mine = `${lock}.${process.pid}`;
  writeFileSync(mine, `${process.pid} ${startOf(process.pid)}`);
  try {
    linkSync(mine, lock);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(mine, { force: true });
  }
}

/** @param {string} lock */
function holderIsAlive(lock) {
  const holders = (readStamp(lock) ?? "").split("\n").map((line) => line.split(" "));
  return holders.some(([holder, start]) => start !== undefined && startOf(Number(holder)) === start);
}

/**
 * When a process began, in a form that only compares: after a restart of the machine the same number is another
 * process. Where there is no /proc a living process answers "alive".
 * @param {number} pid
 * @returns {string | undefined} undefined when no such process lives
 */
function startOf(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EPERM") return undefined;
  }
  return readStamp(`/proc/${pid}/stat`)?.split(") ").at(-1)?.split(" ")[19] ?? "alive";
}
