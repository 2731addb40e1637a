// Run under Node 24 by set-up, which has found that dist/ is older than its sources.
// Everything is written elsewhere and put in its place at the end: an interrupted build leaves the old one.
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { FLAVOUR } from "../set-up/built-app.mjs";
import { linkOrCopy } from "../set-up/fonts.mjs";
import { say } from "../set-up/say.mjs";
import { buildBundles } from "./bundles.mjs";
import { engineDigests } from "./digests.mjs";
import { filesBelow, inputDigest } from "./inputs.mjs";

const root = path.resolve(import.meta.dirname, "../..");
const half = path.join(root, "node_modules", ".lindang-build");
const started = Date.now();
const digest = inputDigest(root, FLAVOUR);
rmSync(half, { recursive: true, force: true });
mkdirSync(half, { recursive: true });
try {
  await buildBundles(root, half, { sourcemap: FLAVOUR !== "shipping" });
} catch (error) {
  // The bundler's own message names file and line; the stack below it is the bundler's.
  process.stderr.write(`${stripVTControlCharacters(error instanceof Error ? error.message : String(error))}\n`);
  process.exit(1);
}
copyData();
mkdirSync(path.join(half, "main"), { recursive: true });
writeFileSync(path.join(half, "main/engine-digests.json"), `${JSON.stringify(engineDigests(root, half), null, 1)}\n`);
writeFileSync(path.join(half, ".stamp"), digest);
rmSync(path.join(root, "dist"), { recursive: true, force: true });
renameSync(half, path.join(root, "dist"));
say(`built the app in ${((Date.now() - started) / 1000).toFixed(1)} s`);

/** Data files that the bundles look for beside themselves. */
function copyData() {
  for (const name of filesBelow(root, "resources")) {
    mkdirSync(path.dirname(path.join(half, name)), { recursive: true });
    linkOrCopy(path.join(root, name), path.join(half, name));
  }
  const migrations = path.join(root, "db/migrations");
  if (existsSync(migrations)) cpSync(migrations, path.join(half, "engine/migrations"), { recursive: true });
}
