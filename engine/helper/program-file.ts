// Where the programs lie that the engine starts beside itself: helper processes and worker threads.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Absolute path of such a program by its room and name, e.g. "helper", "image-helper": from source the .ts file of its
 * room; in the bundle, which is flat, a .mjs file beside host.mjs. The tests' engine, itself run from source, starts the
 * built ones (test/support/built-program-file.ts): taking the types out at each start costs twice what the start does.
 */
export function programFile(room: string, name: string): string {
  const here = dirname(fileURLToPath(import.meta.url));
  return import.meta.url.endsWith(".ts") ? join(dirname(here), room, `${name}.ts`) : join(here, `${name}.mjs`);
}
