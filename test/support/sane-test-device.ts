// SANE's own test device, set up in a folder of its own: real scanimage, real driver, no hardware. Its settings are read anew
// at each start of the program.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Why tests of SANE cannot run here; blank when they can. */
export const saneIsMissing = existsSync("/usr/bin/scanimage") ? "" : "scanimage is not installed (apt: sane-utils)";

export type TestDevice = {
  /** What reading a page comes to, by SANE's name; "Default" scans. */
  readonly status?: string;
  /** Width and height of the glass in millimetres. */
  readonly size?: number;
  /** Microseconds the device waits after each piece of a page; 0 for none. */
  readonly delay?: number;
  readonly picture?: "Solid black" | "Solid white" | "Color pattern" | "Grid";
  /** How many devices there are. */
  readonly count?: number;
};

/** Writes the configuration; answers SANE_CONFIG_DIR. */
export function setTestDevice(folder: string, device: TestDevice = {}): string {
  const { status = "Default", size = 60, delay = 0, picture = "Color pattern", count = 1 } = device;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "dll.conf"), count === 0 ? "" : "test\n");
  const settings = {
    number_of_devices: Math.max(1, count),
    mode: "Color",
    depth: 8,
    resolution_min: 75,
    resolution_max: 600,
    resolution_quant: 1,
    resolution: 75,
    "test-picture": `"${picture}"`,
    "read-delay": delay > 0,
    "read-delay-duration": Math.max(1000, delay),
    "read-status-code": `"${status}"`,
    geometry_min: 0,
    geometry_max: size,
    geometry_quant: 1,
    ...{ tl_x: 0, tl_y: 0, br_x: size, br_y: size },
  };
  const text = Object.entries(settings).map(([name, value]) => `${name} ${value}`);
  writeFileSync(join(folder, "test.conf"), `${text.join("\n")}\n`);
  return folder;
}
