import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { passphrase } from "./big-archive.mjs";
import { openEngineDoor } from "./engine-door.mjs";

/** Sheets in the feeder of the test device. */
export const sheetsOfFeeder = 10;
export const hasScanimage = existsSync("/usr/bin/scanimage");

/** SANE's own test device with a glass of A4. */
const testDevice = `mode Color
depth 8
resolution_min 75
resolution_max 600
resolution_quant 1
resolution 200
test-picture "Color pattern"
read-status-code "Default"
geometry_min 0.0
geometry_max 297.0
geometry_quant 1.0
tl_x 0.0
tl_y 0.0
br_x 210.0
br_y 297.0
`;
/** A sheet of A4 at 200 dpi in colour comes in about 350 pieces: with this rest between them some three seconds, 20 sheets a minute. */
const asAScanner = "read-delay true\nread-delay-duration 8000\n";

/**
 * Sets up the device and an archive it scans into, in which nothing is read.
 * @param {import("./bench-run.mjs").BenchRun} run
 * @param {string} folder
 * @param {{ isPaced: boolean }} how as fast as it can, or as fast as a scanner is
 */
export async function setTestScanner({ root }, folder, { isPaced }) {
  const sane = path.join(folder, "sane");
  const archive = path.join(folder, "scan.lindang");
  await mkdir(sane, { recursive: true });
  await writeFile(path.join(sane, "dll.conf"), "test\n");
  await writeFile(path.join(sane, "test.conf"), testDevice + (isPaced ? asAScanner : ""));
  const door = await openEngineDoor(root);
  try {
    const fonds = { code: "X001", name: "幸福社区", unit: "幸福社区居民委员会" };
    await door.ask("archive.create", { folder: archive, name: "扫描", passphrase, fonds });
    await door.ask("reading.pause", {});
  } finally {
    await door.close();
  }
  return { sane, archive };
}
