// npm run soak: the same tests with long counts; hours, not minutes. A count may be given as `-- 5` (a fifth of the whole).
import path from "node:path";
import { run } from "./run.mjs";
import { findNode24 } from "./node24.mjs";
import { ROOT } from "./set-up.mjs";

const share = Math.max(1, Number(process.argv[2] ?? 1));
const count = (/** @type {number} */ whole) => String(Math.max(1, Math.round(whole / share)));
const long = {
  // Kills of an engine at work (F01).
  LINDANG_KILLS: count(1000),
  // Random catalogues and lists of every form, printed and counted (N21).
  LINDANG_CATALOGUE_RUNS: count(1000),
  // Pieces of texts searched for, and edits of an indexed page (T07, T09).
  LINDANG_SEARCH_RUNS: count(5000),
  LINDANG_SEARCH_EDITS: count(50_000),
  // Papers read anew by the reader, with what is proposed of them (F06).
  LINDANG_READ_PAPERS: "1",
  // First pages found on all sample papers.
  LINDANG_SOAK: "1",
  // Papers laid on each desk of the document camera.
  LINDANG_SHEETS: count(200),
  // Signs of all planes, drawn by chance, in a double-layer file.
  LINDANG_LAYER_ROUNDS: count(400),
};
process.stdout.write(`soak: ${JSON.stringify(long)}\n`);
const vitest = path.join(ROOT, "node_modules/vitest/vitest.mjs");
const options = ["run", "--testTimeout=86400000", "--hookTimeout=3600000"];
const files = [
  "test/engine/vault/crash.test.ts",
  "test/engine/form",
  "test/engine/search",
  "test/engine/reading/propose-fields.test.ts",
  "test/engine/page/separate-beginnings.test.ts",
  "test/renderer/camera",
  "test/engine/double-layer/pdf-a.test.ts",
];
process.exitCode = await run(String(findNode24(ROOT)), [vitest, ...options, ...files], {
  cwd: ROOT,
  env: { ...process.env, ...long },
});
