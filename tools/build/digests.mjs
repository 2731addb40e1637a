import { readdirSync } from "node:fs";
import path from "node:path";
import { findNode24 } from "../node24.mjs";
import { fileDigest } from "../set-up/stamp.mjs";
import { filesBelow } from "./inputs.mjs";

/**
 * What the main process compares before it starts the engine (house rule 3.1): the Node binary, the engine bundle, the
 * native addons of this platform.
 * @param {string} root project folder
 * @param {string} built folder that will be dist
 * @returns {{ node: string; entry: string; files: Record<string, string> }} paths relative to the project folder
 */
export function engineDigests(root, built) {
  const platform = `${process.platform}-${process.arch}`;
  const node = path.relative(root, String(findNode24(root)));
  const addons = [`better-sqlite3/prebuilds/${platform}.node`, ...sharpFiles(root, platform)];
  /** @type {Record<string, string>} */
  const files = {};
  for (const name of [node, ...addons.map((addon) => path.join("node_modules", addon))])
    files[name.replaceAll("\\", "/")] = fileDigest(path.join(root, name));
  for (const name of filesBelow(built, "engine").filter((file) => file.endsWith(".mjs")))
    files[`dist/${name}`] = fileDigest(path.join(built, name));
  return { node: node.replaceAll("\\", "/"), entry: "dist/engine/host.mjs", files };
}

/**
 * @param {string} root
 * @param {string} platform
 */
function sharpFiles(root, platform) {
  return [`@img/sharp-${platform}`, `@img/sharp-libvips-${platform}`].flatMap((folder) => {
    const lib = path.join(root, "node_modules", folder, "lib");
    try {
      return readdirSync(lib)
        .filter((name) => /\.(node|dll)$|\.so[.\d]*$/.test(name))
        .map((name) => `${folder}/lib/${name}`);
    } catch {
      // On Windows libvips lies inside the first folder and the second does not exist.
      return [];
    }
  });
}
