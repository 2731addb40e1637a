import { readFileSync, readdirSync } from "node:fs";
import { pause } from "./measure.mjs";

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

/**
 * A process and everything below it, by /proc.
 * @param {number} root
 * @returns {number[]}
 */
export function processTree(root) {
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((name) => {
      const stat = read(`/proc/${name}/stat`);
      return { pid: Number(name), parent: Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]) };
    });
  /** @type {(pid: number) => number[]} */
  const below = (pid) => all.filter(({ parent }) => parent === pid).flatMap((each) => [each.pid, ...below(each.pid)]);
  return [root, ...below(root)];
}

/**
 * Proportional set size of one process: its own pages whole, shared ones by share (N17).
 * @param {number} pid
 * @returns {number} MB of 1,000,000 bytes; 0 for a process that is gone
 */
export function pssOf(pid) {
  const kib = /^Pss:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1];
  return (Number(kib ?? 0) * 1024) / 1_000_000;
}

/**
 * Sum of PSS over a process and everything below it.
 * @param {number} root
 * @returns {number} MB
 */
export const pssOfTree = (root) => processTree(root).reduce((sum, pid) => sum + pssOf(pid), 0);

/**
 * The highest PSS of one process while `work` goes on, looked at every 100 ms.
 * @param {number} pid
 * @param {() => Promise<void>} work
 * @returns {Promise<number>} MB
 */
export async function peakPss(pid, work) {
  let peak = 0;
  let isOver = false;
  const watch = (async () => {
    while (!isOver) {
      peak = Math.max(peak, pssOf(pid));
      await pause(100);
    }
  })();
  try {
    await work();
  } finally {
    isOver = true;
    await watch;
  }
  return peak;
}
