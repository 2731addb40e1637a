// The sources of this machine: SANE on Linux, WIA on Windows, eSCL on the loopback address everywhere.
import { saneSource } from "./sane-source.ts";
import type { ScanSource, ScanSurroundings } from "./scan-source.ts";

/** Nothing is looked for yet. */
export function scanSources(surroundings: ScanSurroundings): ScanSource[] {
  return [saneSource(surroundings)];
}
