// The sources of this machine: SANE on Linux, WIA on Windows, eSCL on the loopback address everywhere.
import { esclSource } from "./escl-source.ts";
import { saneSource } from "./sane-source.ts";
import type { ScanSource, ScanSurroundings } from "./scan-source.ts";
import { wiaSource } from "./wia-source.ts";

/** Nothing is looked for yet. */
export function scanSources(surroundings: ScanSurroundings): ScanSource[] {
  const system = process.platform === "win32" ? wiaSource(surroundings) : saneSource(surroundings);
  return [system, esclSource(surroundings)];
}
