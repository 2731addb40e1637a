// node tools/with-electron.mjs <command> [arguments]: runs a command so that Electron means the chosen runtime.
// `electron` itself, a file ending in .mjs/.ts/.js (run by Node 24), a name in node_modules/.bin, or any program.
import { existsSync } from "node:fs";
import path from "node:path";
import { readChoice } from "./electron-choice.mjs";
import { findNode24 } from "./node24.mjs";
import { run } from "./run.mjs";
import { withScreen } from "./screen.mjs";

/**
 * @param {string} root project folder, set up with Electron
 * @param {string[]} command
 * @param {import("node:child_process").SpawnOptions} [options]
 * @returns {Promise<number>} exit code
 */
export async function withElectron(root, command, options = {}) {
  const choice = readChoice(root);
  if (!choice) throw new Error("no Electron runtime is chosen; npm start, npm test and npm run demo choose one");
  const [file, ...args] = resolveCommand(root, choice, command);
  return withScreen((screen) => {
    const env = { ...screen, ...options.env, ELECTRON_OVERRIDE_DIST_PATH: choice.dist };
    return run(String(file), args, { cwd: root, ...options, env });
  });
}

/**
 * @param {string} root
 * @param {import("./electron-choice.mjs").ElectronChoice} choice
 * @param {string[]} command
 * @returns {string[]}
 */
function resolveCommand(root, choice, [name = "", ...args]) {
  // Chromium refuses to sandbox for root.
  const asRoot = process.platform === "linux" && process.getuid?.() === 0;
  if (name === "electron") return [choice.executable, ...(asRoot ? ["--no-sandbox"] : []), ...args];
  const node = String(findNode24(root));
  if (/\.(mjs|ts|js)$/.test(name)) return [node, name, ...args];
  const installed = path.join(root, "node_modules", ".bin", name);
  return existsSync(installed) && name !== "node"
    ? [node, installed, ...args]
    : [name === "node" ? node : name, ...args];
}

if (import.meta.filename === process.argv[1]) {
  process.exitCode = await withElectron(path.resolve(import.meta.dirname, ".."), process.argv.slice(2));
}
