// Programs of the engine that tests start as processes, built once for all of them: from source each start costs more
// than a second of taking types out.
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { basename, join } from "node:path";
import { filesBelow } from "#tools/build/inputs";

const root = join(import.meta.dirname, "../..");
const cache = join(root, "node_modules/.cache/test-programs");
const oneDay = 86_400_000;
/** What tests start beside the programs that ship. */
const more = ["engine/cli.ts", "test/fixtures/dying-engine.ts", "test/fixtures/write-package-program.ts"];

function digestOfSources(): string {
  const digest = createHash("sha256");
  const rooms = ["contract", "db", "engine", "vault-format", "test/fixtures"].flatMap((room) => filesBelow(root, room));
  for (const name of [...rooms, "tools/build/bundles.mjs", "package-lock.json"])
    digest.update(`${name}\0`).update(readFileSync(join(root, name)));
  return digest.digest("hex").slice(0, 16);
}

/** Absolute path of a built program by its source, e.g. "engine/host.ts"; two test files may ask at the same time. */
export const builtProgram = async (source: string): Promise<string> =>
  join(await builtPrograms(), `${basename(source, ".ts")}.mjs`);

let found: Promise<string> | undefined;

/** The flat folder of all of them, asked for once in a process: it reads every source. */
export const builtPrograms = (): Promise<string> => (found ??= findOrBuild());

async function findOrBuild(): Promise<string> {
  const whole = join(cache, digestOfSources());
  if (existsSync(whole)) return join(whole, "engine");
  // The bundler itself takes half a second to load, which most test files need not spend.
  const { buildEngine, engineEntries } = await import("#tools/build/bundles");
  mkdirSync(cache, { recursive: true });
  const half = mkdtempSync(join(cache, "half-"));
  const input = Object.fromEntries(more.map((name) => [basename(name, ".ts"), join(root, name)]));
  await buildEngine(root, join(half, "engine"), { ...engineEntries(root), ...input }, false);
  cpSync(join(root, "db/migrations"), join(half, "engine/migrations"), { recursive: true });
  symlinkSync(join(root, "resources"), join(half, "resources"));
  try {
    renameSync(half, whole);
    // What older sources were built into is of no use to anybody, once nobody can still be running it.
    for (const name of readdirSync(cache))
      if (Date.now() - statSync(join(cache, name)).mtimeMs > oneDay)
        rmSync(join(cache, name), { recursive: true, force: true });
  } catch {
    // Another test file was first.
    rmSync(half, { recursive: true, force: true });
  }
  return join(whole, "engine");
}
