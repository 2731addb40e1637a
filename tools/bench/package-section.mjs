import { mkdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { spawn } from "node:child_process";
import { listFonds } from "#db/fonds";
import { randomId } from "#engine/id";
import { keepFile } from "#engine/vault/keep-file";
import { closeArchive } from "#engine/vault/open-archive";
import { fillItems, newArchive, passphrase } from "./big-archive.mjs";
import { inLanes } from "./in-lanes.mjs";
import { timePairs } from "./measure.mjs";
import { onEngine } from "./on-engine.mjs";
import { writePages } from "./page-files.mjs";
import { row, speedAtLeast } from "./row.mjs";

const year = 2023;

/**
 * A transfer package out of the sealed archive: opened, written, made durable, read back and verified.
 * @type {import("./bench-run.mjs").Section}
 */
export async function measurePackage(run) {
  const { packageFiles, heavyRounds } = run.sizes;
  const folder = path.join(run.folder, "package");
  run.say(`sealing ${packageFiles} pages`);
  const { paths, bytes } = await writePages(path.join(folder, "pages"), packageFiles);
  const archive = await newArchive(path.join(folder, "package.lindang"));
  const fondsId = listFonds(archive.connection.read)[0]?.id;
  if (!fondsId) throw new Error("a new archive has its first fonds");
  /** @type {import("./big-archive.mjs").KeptPage[]} */
  const pages = [];
  await inLanes(4, paths, async (from, at) => {
    const file = await keepFile(archive, randomId, await readFile(from), Buffer.alloc(8000, 7));
    pages[at] = { file, name: path.basename(from) };
  });
  fillItems(archive, [{ year, count: packageFiles, isFiled: true }], pages);
  await closeArchive(archive);

  run.say("the package");
  const into = path.join(folder, "out");
  await mkdir(into, { recursive: true });
  const measured = await onEngine(run, { folder: archive.folder, passphrase }, (door) =>
    timePairs(
      heavyRounds,
      async (round) => {
        const packageId = `X001-WS-${year}-YJ-${round}`;
        const made = await door.ask("package.write", { fondsId, category: "WS", year, into, packageId });
        if (made.report.verdict !== "valid" || made.itemCount !== packageFiles)
          throw new Error("not the whole package");
      },
      async (round) => {
        const copy = path.join(into, `copy-${round}`);
        await shell(`cp -r "$1" "$2" && find "$2" -type f -print0 | xargs -0 sha256sum > "$2.sums"`, [
          path.join(folder, "pages"),
          copy,
        ]);
      },
    ),
  );
  await rm(folder, { recursive: true, force: true });
  const rows = [
    row({
      what: `package of ${packageFiles} files written and verified (package.write through the channel)`,
      ...measured,
      alternative: "cp -r of the plain files, then sha256sum over the copy; neither waits for the disk",
      goal: speedAtLeast(0.5),
      note: "ours opens sealed files, makes SHA-256 and SHA-512, waits for the disk, reads everything back",
    }),
  ];
  return { data: `${packageFiles} filed items with one page each, ${Math.round(bytes / 1_000_000)} MB`, rows };
}

/**
 * @param {string} script
 * @param {readonly string[]} args
 */
function shell(script, args) {
  return new Promise((done, failed) => {
    const child = spawn("sh", ["-c", script, "sh", ...args], { stdio: ["ignore", "ignore", "inherit"] });
    child.on("error", failed);
    child.on("exit", (code) => (code === 0 ? done(undefined) : failed(new Error(`the shell ended with ${code}`))));
  });
}
