import { spawn } from "node:child_process";
import { constants } from "node:os";

/**
 * Runs a command on this terminal and waits for it. Ctrl-C and termination reach the command, which decides when to go.
 * @param {string} file
 * @param {string[]} args
 * @param {import("node:child_process").SpawnOptions} [options]
 * @param {(pid: number) => void} [started] told the process number
 * @returns {Promise<number>} its exit code; 128 + number of the signal that ended it
 */
export function run(file, args, options = {}, started = () => {}) {
  const child = spawn(file, args, { stdio: "inherit", ...options });
  if (child.pid !== undefined) started(child.pid);
  /** @param {NodeJS.Signals} signal */
  const forward = (signal) => {
    child.kill(signal);
    // An Electron that is stuck before `ready` hears no signal; who asked twice or waited long enough means it.
    setTimeout(() => child.kill("SIGKILL"), 10_000).unref();
  };
  const signals = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);
  for (const signal of signals) process.on(signal, forward);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      for (const name of signals) process.off(name, forward);
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}

/**
 * Becomes another program where the system allows it, so that terminal, signals and exit code need no relay; else runs
 * it and ends with its exit code.
 * @param {string} file absolute path
 * @param {string[]} args
 */
export async function become(file, args) {
  const execve = /** @type {{ execve?: (file: string, args: string[]) => void }} */ (process).execve;
  if (execve && process.platform !== "win32") {
    // Node announces execve as experimental on stderr, where it would be taken for a message of the command.
    process.removeAllListeners("warning");
    execve.call(process, file, [file, ...args]);
  }
  process.exit(await run(file, args));
}
