import { readFileSync } from "node:fs";
import { arch, cpus, loadavg, release, totalmem } from "node:os";
import path from "node:path";
import { readChoice } from "../electron-choice.mjs";

/**
 * What the figures were measured on, in one line; to be asked before anything is measured.
 * @param {string} root project folder
 */
export function describeMachine(root) {
  const cores = cpus();
  const electron = readChoice(root);
  const wanted = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")).devDependencies.electron;
  const runtime = electron
    ? electron.version === wanted
      ? `Electron ${electron.version}`
      : `Electron ${electron.version} (package.json asks for ${wanted})`
    : "no Electron";
  return [
    cores[0]?.model.trim() ?? "unknown CPU",
    `${cores.length} cores`,
    `${Math.round(totalmem() / 1024 ** 3)} GiB memory`,
    `${process.platform} ${release()} ${arch()}`,
    `Node ${process.versions.node}`,
    runtime,
    // A machine that does other work as well gives other figures: whoever reads them must see it.
    `load average before the run ${loadavg()[0]?.toFixed(1)}`,
  ].join(" · ");
}
