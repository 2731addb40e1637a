import { fork } from "node:child_process";
import { mkdir } from "node:fs/promises";
import path from "node:path";

const workers = 2;

/**
 * The intake's alternative: as many processes as the engine has helpers share the files; each decodes, makes the
 * thumbnail, notes the SHA-256 and copies with fsync. Nothing is encrypted, recorded or judged.
 * @param {string} root
 * @param {readonly string[]} paths
 * @param {string} folder new
 * @returns {Promise<number>} milliseconds, without the start of the processes
 */
export async function runCopyLoop(root, paths, folder) {
  await mkdir(folder, { recursive: true });
  const children = Array.from({ length: workers }, () =>
    fork(path.join(root, "tools/bench/copy-loop-worker.mjs"), [], { execArgv: [] }),
  );
  try {
    await Promise.all(children.map((child) => new Promise((ready) => child.once("message", ready))));
    const started = performance.now();
    await Promise.all(
      children.map((child, at) => {
        const mine = paths.filter((_, number) => number % workers === at);
        const done = new Promise((settle, failed) => {
          child.once("message", settle);
          child.once("exit", () => failed(new Error("a process of the copy loop ended")));
        });
        child.send(mine.map((from) => ({ from, to: path.join(folder, path.basename(from)) })));
        return done;
      }),
    );
    return performance.now() - started;
  } finally {
    for (const child of children) child.disconnect();
  }
}
