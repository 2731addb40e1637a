// Where the shipped files lie. From source this module is <root>/engine/resources.ts; bundled it is part of
// dist/engine/host.mjs or of a chunk one folder below it. The shipped files stand beside the engine's folder in both.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The absolute path of a shipped file or folder, e.g. "fonts/noto-serif-sc-regular.ttf". Throws when it was not shipped. */
export function resourcePath(name: string): string {
  for (const base of ["../resources/", "../../resources/"]) {
    const path = fileURLToPath(new URL(base + name, import.meta.url));
    if (existsSync(path)) return path;
  }
  throw new Error(`resources/${name} is missing beside the engine: set-up or packaging is incomplete`);
}
