/**
 * One figure of the benchmark, beside what it is measured against.
 * @typedef {object} Row
 * @property {string} what
 * @property {"ms" | "MB" | "%"} unit of `runs` and `alternativeRuns`
 * @property {readonly number[]} runs
 * @property {string} alternative what was measured in the same run to compare with; "" when there is nothing fair
 * @property {readonly number[]} alternativeRuns
 * @property {string} target in words; "" when the figure is only reported
 * @property {"met" | "not met" | "reported" | "not run" | "not judged"} verdict
 * @property {string} note
 *
 * @typedef {object} Goal
 * @property {string} words
 * @property {(median: number, ratio: number | undefined) => boolean} holds `ratio` is ours over the alternative's
 */

/**
 * The middle value; of an even number the mean of the two in the middle.
 * @param {readonly number[]} values at least one
 */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  const high = sorted[Math.floor(sorted.length / 2)];
  if (low === undefined || high === undefined) throw new Error("nothing was measured");
  return (low + high) / 2;
}

/**
 * @param {number} limit
 * @param {string} words
 * @returns {Goal}
 */
export const atMost = (limit, words) => ({ words, holds: (middle) => middle <= limit });

/**
 * @param {number} limit
 * @param {string} words
 * @returns {Goal}
 */
export const atLeast = (limit, words) => ({ words, holds: (middle) => middle >= limit });

/**
 * @param {number} low
 * @param {number} high
 * @param {string} words
 * @returns {Goal}
 */
export const between = (low, high, words) => ({ words, holds: (middle) => middle >= low && middle <= high });

/**
 * @param {number} limit how many times the alternative's figure ours may be
 * @returns {Goal}
 */
export const timesAtMost = (limit) => ({
  words: `≤ ${limit} × the alternative`,
  holds: (_middle, ratio) => ratio !== undefined && ratio <= limit,
});

/**
 * Speed as a share of the alternative's, for the same work measured in time.
 * @param {number} share 0.6 means 60 %
 * @returns {Goal}
 */
export const speedAtLeast = (share) => ({
  words: `≥ ${Math.round(share * 100)} % of the alternative's speed (≤ ${(1 / share).toFixed(2)} × its time)`,
  holds: (_middle, ratio) => ratio !== undefined && ratio <= 1 / share,
});

/**
 * Ours over the alternative's, by medians.
 * @param {Pick<Row, "runs" | "alternativeRuns">} row
 * @returns {number | undefined}
 */
export function ratioOf({ runs, alternativeRuns }) {
  if (runs.length === 0 || alternativeRuns.length === 0) return undefined;
  return median(runs) / median(alternativeRuns);
}

/**
 * Makes a row and judges it by its medians.
 * @param {{ what: string; unit?: "ms" | "MB" | "%"; runs: readonly number[]; alternative?: string;
 *   alternativeRuns?: readonly number[]; goal?: Goal; note?: string }} given without a goal the figure is only reported
 * @returns {Row}
 */
export function row({ what, unit = "ms", runs, alternative = "", alternativeRuns = [], goal, note = "" }) {
  const holds = goal?.holds(median(runs), ratioOf({ runs, alternativeRuns }));
  const verdict = holds === undefined ? "reported" : holds ? "met" : "not met";
  return { what, unit, runs, alternative, alternativeRuns, target: goal?.words ?? "", verdict, note };
}

/**
 * The same figure without a judgement: on small data it says only that the measuring works.
 * @param {Row} measured
 * @returns {Row}
 */
export const unjudged = (measured) =>
  measured.verdict === "not run" ? measured : { ...measured, verdict: "not judged" };

/**
 * A row that could not be measured, and why.
 * @param {string} what
 * @param {string} target
 * @param {string} why
 * @returns {Row}
 */
export const notRun = (what, target, why) => ({
  what,
  unit: "ms",
  runs: [],
  alternative: "",
  alternativeRuns: [],
  target,
  verdict: "not run",
  note: why,
});
