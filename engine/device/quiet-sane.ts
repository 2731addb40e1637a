// SANE without its network drivers. Some of them call into the office network as soon as devices are listed; nothing of this
// program may, not even through the system's scanner program. What is left are devices on a cable.
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Drivers that only know the network, and v4l, which would take the document camera. A device that speaks eSCL over USB is found on the loopback address instead. */
const networkOnly = new Set(["net", "airscan", "escl", "dell1600n_net", "v4l"]);

/** Drivers for both kinds of device that look around by themselves: their settings without that. */
const cableOnly: Readonly<Record<string, string>> = {
  "epson2.conf": "usb\nscsi EPSON\n",
  "epsonds.conf": "usb\n",
  "kodakaio.conf": "usb\n",
  "magicolor.conf": "usb\n",
  "pixma.conf": "networking=no\nauto_detection=no\n",
};

const systemFolder = "/etc/sane.d";

/** Names of drivers in a dll.conf: one a line, comments after #. */
export function readDriverNames(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.replace(/#.*/, "").trim())
    .filter((name) => /^[\w-]+$/.test(name));
}

async function systemDrivers(from: string): Promise<string[]> {
  const read = async (path: string): Promise<string> => readFile(path, "utf8").catch(() => "");
  const more = await readdir(join(from, "dll.d")).catch(() => [] as string[]);
  const texts = await Promise.all([join(from, "dll.conf"), ...more.map((name) => join(from, "dll.d", name))].map(read));
  return [...new Set(texts.flatMap(readDriverNames))];
}

/**
 * Writes the configuration into `folder` and answers SANE_CONFIG_DIR for it: our files stand before the system's of the
 * same name. An xerox_mfp without its list of USB numbers would find nothing, so that list is taken without its hosts.
 */
export async function makeQuietSane(folder: string, from = systemFolder): Promise<string> {
  const drivers = (await systemDrivers(from)).filter((name) => !networkOnly.has(name));
  // The first dll.d of the search path is read and no other.
  await mkdir(join(folder, "dll.d"), { recursive: true });
  await writeFile(join(folder, "dll.conf"), `${drivers.join("\n")}\n`);
  const xerox = await readFile(join(from, "xerox_mfp.conf"), "utf8").catch(() => "");
  const own = { ...cableOnly, "xerox_mfp.conf": xerox.replace(/^\s*tcp\b.*$/gim, "") };
  for (const [name, text] of Object.entries(own)) await writeFile(join(folder, name), text);
  return `${folder}:${from}`;
}
