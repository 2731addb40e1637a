/** @typedef {{ say: (line: string) => void; begin: (step: string) => void; current: () => string; seconds: () => number }} Steps */

/**
 * The demo's voice: what is under way goes to stderr, what came of it to stdout.
 * @returns {Steps}
 */
export function startSteps() {
  const startedAt = performance.now();
  let current = "start";
  const seconds = () => Math.round((performance.now() - startedAt) / 100) / 10;
  return {
    begin(step) {
      current = step;
      process.stderr.write(`demo: ${step} (${seconds()} s)\n`);
    },
    say: (line) => void process.stdout.write(`${line}\n`),
    current: () => current,
    seconds,
  };
}

/**
 * @param {boolean} isTrue
 * @param {string} what went wrong otherwise
 * @returns {asserts isTrue}
 */
export function must(isTrue, what) {
  if (!isTrue) throw new Error(what);
}
