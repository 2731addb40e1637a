// read FILES… --out DIR: text of loose files, and one line of JSON for each as it is done.
import { basename, extname, resolve } from "node:path";
import { Refusal } from "#contract/refusal";
import { sayRefusal } from "#contract/refusal-text";
import { say, withEngine, type Command } from "./on-archive.ts";

/** Files whose texts would have one name: all but the first are refused, so that none is overwritten unseen. */
function findSameNames(paths: readonly string[]): ReadonlySet<number> {
  const seen = new Set<string>();
  const same = new Set<number>();
  for (const [at, path] of paths.entries()) {
    // On Windows and on most USB sticks two names that differ in case are one.
    const name = basename(path, extname(path)).normalize("NFC").toLowerCase();
    if (seen.has(name)) same.add(at);
    seen.add(name);
  }
  return same;
}

/** Exit 0 when every file was read, 2 when one was refused; the others are read all the same. */
export const read: Command = ({ rest, options }) => {
  const { out } = options;
  if (rest.length === 0) throw new Refusal("input-invalid", { where: "FILES" });
  if (out === undefined) throw new Refusal("input-invalid", { where: "--out DIR" });
  const same = findSameNames(rest);
  return withEngine(async (engine) => {
    let refused = 0;
    for (const [at, path] of rest.entries()) {
      const started = performance.now();
      try {
        if (same.has(at)) throw new Refusal("read-same-name", { name: basename(path, extname(path)) });
        // Paths are told as they were given.
        say({ path, ...(await engine.ask("reading.read-file", { path: resolve(path), folder: resolve(out) })) });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const { code, details } = error;
        const seconds = Math.round(performance.now() - started) / 1000;
        say({ path, seconds, refused: code, details, message: sayRefusal(code, details) });
        refused += 1;
      }
    }
    return refused > 0 ? 2 : 0;
  });
};
