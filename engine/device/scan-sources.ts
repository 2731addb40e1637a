// The sources of this machine: SANE on Linux, WIA on Windows, eSCL on the loopback address everywhere.
import { esclSource } from "./escl-source.ts";
import { sweepPrivateFolders } from "./private-folder.ts";
import { saneSource } from "./sane-source.ts";
import type { ScanSource, ScanSurroundings } from "./scan-source.ts";
import { wiaSource } from "./wia-source.ts";

/** Nothing is looked for yet; what a run that died left on its way is cleared away. */
export function scanSources(surroundings: ScanSurroundings): ScanSource[] {
  sweepPrivateFolders();
  const system = process.platform === "win32" ? wiaSource(surroundings) : saneSource(surroundings);
  return [system, esclSource(surroundings)];
}
