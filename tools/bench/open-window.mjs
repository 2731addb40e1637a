import { spawn } from "node:child_process";
import path from "node:path";
import { readChoice } from "../electron-choice.mjs";
import { pause } from "./measure.mjs";
import { openPageWire } from "./page-wire.mjs";

/**
 * A program on the chosen runtime with its window open.
 * @typedef {object} OpenWindow
 * @property {number} pid
 * @property {number} startedAt wall clock in ms just before the process was started
 * @property {import("./page-wire.mjs").PageWire} page
 * @property {() => Promise<void>} close
 */

/**
 * Starts the program in `app` with a home of its own and waits for its page. Nothing holds the start back: the page is
 * looked for from outside, and asked only once it is there.
 * @param {{ root: string; app: string; home: string; page: string; switches?: readonly string[] }} options `page` begins
 *   the address of the page; `switches` are the runtime's, beside its own
 * @returns {Promise<OpenWindow>}
 */
export async function openWindow({ root, app, home, page, switches: more = [] }) {
  const choice = readChoice(root);
  if (!choice) throw new Error("no Electron runtime is chosen");
  if (process.platform === "linux" && !process.env["DISPLAY"] && !process.env["WAYLAND_DISPLAY"])
    throw new Error("there is no screen");
  const asRoot = process.platform === "linux" && process.getuid?.() === 0;
  const folders = { HOME: home, XDG_CONFIG_HOME: path.join(home, "config"), XDG_CACHE_HOME: path.join(home, "cache") };
  const startedAt = Date.now();
  // Each switch only opens the port, or is what root needs to start a window at all.
  const switches = ["--remote-debugging-port=0", ...(asRoot ? ["--no-sandbox"] : []), ...more];
  const child = spawn(choice.executable, [...switches, app], {
    cwd: root,
    env: { ...process.env, ...folders },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const gone = new Promise((resolve) => child.once("exit", resolve));
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGTERM");
    const isGone = await Promise.race([gone.then(() => true), pause(8000).then(() => false)]);
    if (!isGone) child.kill("SIGKILL");
    await gone;
  };
  try {
    const port = await portOf(child);
    const wire = await openPageWire(await addressOf(port, page, child));
    await whenLoaded(wire, page);
    return {
      pid: child.pid ?? 0,
      startedAt,
      page: wire,
      async close() {
        wire.close();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @returns {Promise<string>}
 */
function portOf(child) {
  return new Promise((found, failed) => {
    let said = "";
    child.stderr?.on("data", (bytes) => {
      said = (said + String(bytes)).slice(-20_000);
      const port = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)\//.exec(said)?.[1];
      if (port) found(port);
    });
    child.once("error", failed);
    child.once("exit", (code) => failed(new Error(`the window's process ended with ${code}: ${said.slice(-500)}`)));
    void pause(30_000).then(() => failed(new Error("the runtime did not open its port within 30 s")));
  });
}

/**
 * @param {string} port
 * @param {string} page
 * @param {import("node:child_process").ChildProcess} child
 * @returns {Promise<string>}
 */
async function addressOf(port, page, child) {
  const until = Date.now() + 30_000;
  while (Date.now() < until && child.exitCode === null) {
    const answer = await fetch(`http://127.0.0.1:${port}/json/list`).catch(() => undefined);
    const targets = /** @type {{ type: string; url: string; webSocketDebuggerUrl: string }[]} */ (
      (await answer?.json()) ?? []
    );
    const found = targets.find(({ type, url }) => type === "page" && url.startsWith(page));
    if (found) return found.webSocketDebuggerUrl;
    await pause(100);
  }
  throw new Error(`no page ${page} within 30 s`);
}

/**
 * Waits until the page is there: before that the runtime answers from an empty one, or not at all.
 * @param {import("./page-wire.mjs").PageWire} wire
 * @param {string} page
 */
async function whenLoaded(wire, page) {
  const until = Date.now() + 30_000;
  while (Date.now() < until) {
    const state = await wire.evaluate("`${document.readyState} ${location.href}`").catch(() => "");
    if (state.startsWith(`complete ${page}`)) return;
    await pause(50);
  }
  throw new Error(`${page} was not loaded within 30 s`);
}
