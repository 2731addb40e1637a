/**
 * Milliseconds that `work` takes.
 * @param {() => unknown} work awaited when it is a promise
 */
export async function time(work) {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/**
 * Milliseconds of `count` runs, one after the other.
 * @param {number} count
 * @param {(run: number) => unknown} work
 * @returns {Promise<number[]>}
 */
export async function timeEach(count, work) {
  const runs = [];
  for (let run = 0; run < count; run += 1) runs.push(await time(() => work(run)));
  return runs;
}

/**
 * Two programs side by side: in each round both run, and which goes first changes, so that whatever else the machine
 * does falls on both.
 * @param {number} rounds
 * @param {(run: number) => unknown} ours
 * @param {(run: number) => unknown} theirs
 * @returns {Promise<{ runs: number[]; alternativeRuns: number[] }>} milliseconds
 */
export async function timePairs(rounds, ours, theirs) {
  /** @type {number[]} */
  const runs = [];
  /** @type {number[]} */
  const alternativeRuns = [];
  for (let run = 0; run < rounds; run += 1) {
    if (run % 2 === 0) runs.push(await time(() => ours(run)));
    alternativeRuns.push(await time(() => theirs(run)));
    if (run % 2 === 1) runs.push(await time(() => ours(run)));
  }
  return { runs, alternativeRuns };
}

/** @param {number} ms */
export const pause = (ms) => new Promise((resume) => setTimeout(resume, ms));
