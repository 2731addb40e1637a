// Stands in for Electron's own default app: `electron [-r module]… [--switches] <app folder> [arguments]`.
// It must be ESM with top-level await: Electron holds `ready` back until an ESM entry has finished loading, and
// registerSchemesAsPrivileged throws after `ready`.
import { app } from "electron";
import { existsSync, readFileSync } from "node:fs";
import Module, { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { inspect } from "node:util";

// Two setters that Electron keeps for its own default app and leaves out of its types.
const shell = /** @type {typeof app & { setAppPath(folder: string): void; setVersion(version: string): void }} */ (app);
const { preload, target, versionAsked } = readCommandLine(process.argv.slice(1));
if (versionAsked) {
  process.stdout.write(`v${process.versions.electron}\n`);
  process.exit(0);
}
if (!target) {
  process.stderr.write("usage: electron [-r module] <app folder>\n");
  process.exit(2);
}
// Playwright hands its loader in by -r. Electron has no public way to load a module before the app.
if (preload.length > 0) /** @type {any} */ (Module)["_preloadModules"](preload);
Object.defineProperty(process, "defaultApp", { value: true, enumerable: true });
try {
  // oxlint-disable-next-line import/no-dynamic-require -- which app to load is the command line's to say
  await import(pathToFileURL(createRequire(import.meta.url).resolve(enter(path.resolve(target)))).href);
} catch (error) {
  process.stderr.write(`the app threw while it was loaded\n${inspect(error)}\n`);
  app.exit(1);
}

/**
 * Takes name, version and entry from the folder's package.json, as Electron does for an installed app.
 * @param {string} folder
 * @returns {string} the file to load
 */
function enter(folder) {
  const manifest = path.join(folder, "package.json");
  if (!existsSync(manifest)) {
    shell.setAppPath(path.dirname(folder));
    return folder;
  }
  const { name, productName, version, main } = JSON.parse(readFileSync(manifest, "utf8"));
  if (version) shell.setVersion(version);
  app.setName(productName ?? name ?? "electron");
  shell.setAppPath(folder);
  return path.join(folder, main ?? "index.js");
}

/** @param {string[]} args */
function readCommandLine(args) {
  /** @type {{ preload: string[]; target: string | undefined; versionAsked: boolean }} */
  const found = { preload: [], target: undefined, versionAsked: false };
  for (let at = 0; at < args.length && !found.target; at++) {
    const word = args[at] ?? "";
    if (word === "-r" || word === "--require") found.preload.push(args[++at] ?? "");
    else if (word === "-v" || word === "--version") found.versionAsked = true;
    else if (!word.startsWith("-")) found.target = word;
  }
  return found;
}
