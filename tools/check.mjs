// npm run check: format, lint, types, build, tests. All of them run, whatever the first ones find.
import path from "node:path";
import { findNode24 } from "./node24.mjs";
import { run } from "./run.mjs";
import { ROOT, setUp } from "./set-up.mjs";

await setUp({ need: ["electron", "print"] });
const node = String(findNode24(ROOT));
/** @param {string} name */
const bin = (name) => path.join(ROOT, "node_modules/.bin", name);
const checks = {
  format: [bin("prettier"), "--check", "."],
  lint: [bin("oxlint"), "--type-aware"],
  types: [bin("tsc"), "-b"],
  build: [path.join(ROOT, "tools/build.mjs")],
  tests: [path.join(ROOT, "tools/test.mjs")],
};
const failed = [];
for (const [name, command] of Object.entries(checks)) {
  process.stdout.write(`== ${name}\n`);
  if ((await run(node, command, { cwd: ROOT })) !== 0) failed.push(name);
}
process.stdout.write(`${failed.length > 0 ? `check: failed in ${failed.join(", ")}` : "check: ok"}\n`);
process.exitCode = failed.length > 0 ? 1 : 0;
