import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/**
 * Resolves the rooms of package.json "imports" for Vite. A room may offer several endings (.ts, .tsx); Node looks at
 * the first only, the bundler has to take the one that exists.
 * @param {string} root project folder
 * @returns {import("vite").Plugin}
 */
export function roomImports(root) {
  /** @type {Record<string, string | string[]>} */
  const rooms = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")).imports;
  return {
    name: "room-imports",
    enforce: "pre",
    resolveId(id) {
      if (!id.startsWith("#")) return undefined;
      const [bare = "", query = ""] = id.split(/(?=\?)/);
      for (const [room, targets] of Object.entries(rooms)) {
        const [before = "", after] = room.split("*");
        if (after === undefined ? bare !== room : !bare.startsWith(before)) continue;
        const found = [targets]
          .flat()
          .map((target) => path.join(root, target.replace("*", bare.slice(before.length))))
          .find((file) => existsSync(file));
        if (found) return found + query;
      }
      return undefined;
    },
  };
}
