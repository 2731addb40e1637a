import { spawn } from "node:child_process";

/**
 * Gives `work` a screen: the one there is, else a virtual one of 1600 × 1000 that is gone afterwards.
 * @template T
 * @param {(env: NodeJS.ProcessEnv) => Promise<T>} work gets the environment that names the screen
 * @returns {Promise<T>}
 */
export async function withScreen(work) {
  if (process.platform !== "linux" || process.env["DISPLAY"]) return work(process.env);
  // The server picks a free number itself and tells it on descriptor 3; numbers chosen by others collide.
  const server = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-noreset"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
    detached: true,
  });
  const stop = () => server.kill();
  process.on("exit", stop);
  try {
    const display = await displayNumber(server);
    return await work({ ...process.env, DISPLAY: `:${display}` });
  } finally {
    process.off("exit", stop);
    stop();
  }
}

/**
 * @param {import("node:child_process").ChildProcess} server
 * @returns {Promise<string>}
 */
function displayNumber(server) {
  return new Promise((resolve, reject) => {
    let text = "";
    server.stdio[3]?.on("data", (bytes) => {
      text += String(bytes);
      if (text.includes("\n")) resolve(text.trim());
    });
    server.on("error", () => reject(new Error("there is no screen, and Xvfb (package xvfb) is not installed")));
    server.on("exit", (code) => reject(new Error(`Xvfb ended before it had a screen (exit code ${code})`)));
  });
}
