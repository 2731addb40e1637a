import path from "node:path";
import { passphrase } from "./big-archive.mjs";
import { onEngine } from "./on-engine.mjs";
import { setTestScanner } from "./test-scanner.mjs";

/**
 * Does `work` while the engine takes sheet after sheet from SANE's test device, as fast as a scanner gives them.
 * @param {import("./bench-run.mjs").BenchRun} run
 * @param {() => Promise<void>} work
 * @returns {Promise<number>} sheets scanned until it was done
 */
export async function scanMeanwhile(run, work) {
  const { sane, archive } = await setTestScanner(run, path.join(run.folder, "meanwhile"), { isPaced: true });
  process.env["SANE_CONFIG_DIR"] = sane;
  try {
    return await onEngine(run, { folder: archive, passphrase }, async (door) => {
      // Until the engine is ended under it.
      const scanning = (async () => {
        for (let pile = 1; ; pile += 1)
          await door.ask("device.scan", {
            deviceId: "sane:test:0",
            settings: { colourMode: "colour", dpi: 200, paper: "A4", feed: "feeder" },
            profile: "",
            pileId: `pile${pile}0000000`,
          });
      })();
      // What goes wrong in either is told at once.
      await Promise.race([work(), scanning]);
      scanning.catch(() => undefined);
      return (await door.ask("scan.tray", { limit: 1 })).total;
    });
  } finally {
    delete process.env["SANE_CONFIG_DIR"];
  }
}
