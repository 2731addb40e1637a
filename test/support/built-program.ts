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
import { buildEngine, engineEntries } from "#tools/build/bundles";
import { filesBelow } from "#tools/build/inputs";

const root = join(import.meta.dirname, "../..");
const cache = join(root, "node_modules/.cache/lindang-programs");
const oneDay = 86_400_000;
/** What tests start beside the programs that ship. */
const more = ["engine/cli.ts", "test/fixtures/dying-engine.ts"];

function digestOfSources(): string {
  const digest = createHash("sha256");
  const rooms = ["contract", "db", "engine", "vault-format"].flatMap((room) => filesBelow(root, room));
  for (const name of [...rooms, ...more, "tools/build/bundles.mjs", "package-lock.json"])
    digest.update(`${name}\0`).update(readFileSync(join(root, name)));
  return digest.digest("hex").slice(0, 16);
}

/** Absolute path of a built program by its source, e.g. "engine/host.ts"; two test files may ask at the same time. */
export async function builtProgram(source: string): Promise<string> {
  const digest = digestOfSources();
  const whole = join(cache, digest);
  const program = join(whole, "engine", `${basename(source, ".ts")}.mjs`);
  if (existsSync(program)) return program;
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
  return program;
}
