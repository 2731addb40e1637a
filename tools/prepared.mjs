// node tools/prepared.mjs [--need electron,print,scan,app] <program> [arguments]: sets up before anything else, then runs the
// program under Node 24, so that it may import whatever it likes. With "electron" it gets the runtime and a screen.
import path from "node:path";
import { findNode24 } from "./node24.mjs";
import { become } from "./run.mjs";
import { ROOT, setUp } from "./set-up.mjs";
import { withElectron } from "./with-electron.mjs";

const words = process.argv.slice(2);
const need = words[0] === "--need" ? readNeed(words.splice(0, 2)[1]) : [];
const [program = "", ...args] = words;
const file = path.resolve(ROOT, program);
await setUp({ need });
if (need.includes("electron")) process.exitCode = await withElectron(ROOT, [file, ...args], { cwd: process.cwd() });
else await become(String(findNode24(ROOT)), [file, ...args]);

/** @param {string | undefined} list */
function readNeed(list) {
  const known = /** @type {const} */ (["electron", "print", "scan", "app"]);
  return known.filter((name) => list?.split(",").includes(name));
}
