import { median, ratioOf } from "./row.mjs";

/** @typedef {import("./row.mjs").Row} Row */

const heading = `# Benchmarks

\`npm run bench\` measures the promised speeds and sizes on generated data (fixed seed), each figure beside a named
alternative measured in the same run. \`npm run bench -- list intake\` measures single sections and renews only their
tables; \`npm run bench -- --smoke\` tries every section on small data, judges nothing and leaves this file alone.

A figure is the median, then the least and the most over n runs. Ratio is ours divided by the alternative's. Memory is
the sum of PSS (\`/proc/<pid>/smaps_rollup\`) of our processes, MB are 1,000,000 bytes. Every file lies in the disk cache
unless a row says otherwise.
`;

/**
 * Milliseconds, megabytes or percent as a person reads them.
 * @param {number} value
 * @param {"ms" | "MB" | "%"} unit
 */
export function sayFigure(value, unit) {
  if (unit === "%") return `${value.toFixed(2)} %`;
  if (unit === "MB") return `${value.toFixed(value < 10 ? 1 : 0)} MB`;
  if (value >= 10_000) return `${(value / 1000).toFixed(1)} s`;
  if (value >= 1000) return `${(value / 1000).toFixed(2)} s`;
  return `${value.toFixed(value < 1 ? 2 : value < 100 ? 1 : 0)} ms`;
}

/**
 * @param {readonly number[]} runs
 * @param {"ms" | "MB" | "%"} unit
 */
function sayRuns(runs, unit) {
  if (runs.length === 0) return "—";
  const middle = sayFigure(median(runs), unit);
  if (runs.length === 1) return `${middle} (n=1)`;
  return `${middle} (${sayFigure(Math.min(...runs), unit)}–${sayFigure(Math.max(...runs), unit)}, n=${runs.length})`;
}

/**
 * @param {Row} row
 * @returns {string[]} the cells of one line
 */
function cellsOf(row) {
  const ratio = ratioOf(row);
  const alternative = row.alternative
    ? `${row.alternative}${row.alternativeRuns.length > 0 ? `: ${sayRuns(row.alternativeRuns, row.unit)}` : ""}`
    : "none";
  const what = row.note ? `${row.what} — ${row.note}` : row.what;
  const share = ratio === undefined ? "—" : `${ratio.toFixed(2)} ×`;
  return [what, row.target || "—", sayRuns(row.runs, row.unit), alternative, share, row.verdict];
}

/**
 * The table of one section as Markdown.
 * @param {readonly Row[]} rows
 */
export function tableOf(rows) {
  const line = (/** @type {string[]} */ cells) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  const head = ["What", "Target", "Measured", "Alternative", "Ratio", "Verdict"];
  return [line(head), line(head.map(() => "---")), ...rows.map((row) => line(cellsOf(row)))].join("\n");
}

/**
 * @typedef {object} SectionReport
 * @property {string} name
 * @property {string} data which data it ran on
 * @property {readonly Row[]} rows
 */

/**
 * One section of BENCHMARKS.md.
 * @param {SectionReport} report
 * @param {string} date YYYY-MM-DD
 * @param {string} machine
 */
export const sectionOf = ({ name, data, rows }, date, machine) =>
  `## ${name}\n\n${date} · ${machine}\n\nData: ${data}\n\n${tableOf(rows)}\n`;

/**
 * BENCHMARKS.md with these sections renewed; sections that did not run keep what they said, with its date.
 * @param {string} before the file as it is, "" when there is none
 * @param {readonly string[]} order names of all sections
 * @param {ReadonlyMap<string, string>} renewed name → text made by `sectionOf`
 */
export function renewReport(before, order, renewed) {
  const kept = new Map(
    before
      .split(/^(?=## )/m)
      .filter((part) => part.startsWith("## "))
      .map((part) => [part.slice(3, part.indexOf("\n")), `${part.trimEnd()}\n`]),
  );
  const sections = order.map((name) => renewed.get(name) ?? kept.get(name) ?? `## ${name}\n\nNot measured yet.\n`);
  return [heading, ...sections].join("\n");
}
