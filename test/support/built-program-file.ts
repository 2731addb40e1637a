// Where the tests' engine finds the programs it starts: the built ones, as a clerk's engine does, instead of the sources
// (vitest.config.ts puts this in the place of engine/helper/program-file.ts).
import { join } from "node:path";
import { builtPrograms } from "./built-program.ts";

const folder = await builtPrograms();

/** Absolute path of the program of that name. */
export const programFile = (_room: string, name: string): string => join(folder, `${name}.mjs`);
