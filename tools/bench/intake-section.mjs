import { mkdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { randomId } from "#engine/id";
import { keepFile } from "#engine/vault/keep-file";
import { closeArchive } from "#engine/vault/open-archive";
import { newArchive, passphrase } from "./big-archive.mjs";
import { runCopyLoop } from "./copy-loop.mjs";
import { openEngineDoor } from "./engine-door.mjs";
import { inLanes } from "./in-lanes.mjs";
import { time, timePairs } from "./measure.mjs";
import { writePages } from "./page-files.mjs";
import { copyPlainly } from "./plain-copy.mjs";
import { row, speedAtLeast, timesAtMost } from "./row.mjs";

// As many files at a time as intake prepares (engine/scan/accept-scans.ts).
const ahead = 6;

/**
 * A batch of pages through scan.accept, and the vault's part of it alone.
 * @type {import("./bench-run.mjs").Section}
 */
export async function measureIntake(run) {
  const { pages, heavyRounds, rounds } = run.sizes;
  const folder = path.join(run.folder, "intake");
  run.say(`drawing ${pages} pages`);
  const { paths, bytes } = await writePages(path.join(folder, "pages"), pages);
  /** @type {number[]} */
  const runs = [];
  /** @type {number[]} */
  const alternativeRuns = [];
  for (let round = 0; round < heavyRounds; round += 1) {
    run.say(`intake, round ${round + 1} of ${heavyRounds}`);
    const ours = async () => runs.push(await takeIn(run, paths, path.join(folder, `round-${round}.lindang`)));
    const theirs = async () => alternativeRuns.push(await runCopyLoop(run.root, paths, path.join(folder, "copies")));
    for (const work of round % 2 === 0 ? [ours, theirs] : [theirs, ours]) await work();
    await rm(path.join(folder, "copies"), { recursive: true, force: true });
    await rm(path.join(folder, `round-${round}.lindang`), { recursive: true, force: true });
  }
  run.say("the vault alone");
  const vault = await measureVault(folder, paths, Math.max(2, Math.ceil(rounds / 3)));
  const rows = [
    row({
      what: `${pages} pages taken in (scan.accept through the channel)`,
      runs,
      alternative: "decode + thumbnail + plain copy with fsync + SHA-256, two processes, two files each at a time",
      alternativeRuns,
      goal: timesAtMost(1.3),
      note: "checked, decoded, sealed, journalled, each durable; the start of the helpers counted",
    }),
    vault,
  ];
  await rm(folder, { recursive: true, force: true });
  const size = Math.round(bytes / pages / 1000);
  return {
    data: `${pages} JPEG pages, A4 at 200 dpi in colour, ${size} KB each; source, copies and archive on one disk`,
    rows,
  };
}

/**
 * @param {import("./bench-run.mjs").BenchRun} run
 * @param {string[]} paths
 * @param {string} archive
 * @returns {Promise<number>} milliseconds of the batch alone
 */
async function takeIn({ root }, paths, archive) {
  const door = await openEngineDoor(root);
  try {
    const fonds = { code: "X001", name: "幸福社区", unit: "幸福社区居民委员会" };
    await door.ask("archive.create", { folder: archive, name: "录入", passphrase, fonds });
    return await time(async () => {
      const { pageCount, rejectedCount } = await door.ask("scan.accept", { paths, securityMark: "" });
      if (pageCount !== paths.length || rejectedCount > 0)
        throw new Error(`${pageCount} of ${paths.length} pages came in`);
    });
  } finally {
    await door.close();
  }
}

/**
 * @param {string} folder
 * @param {string[]} paths
 * @param {number} rounds
 */
async function measureVault(folder, paths, rounds) {
  const share = paths.slice(0, Math.ceil(paths.length / 4));
  const digests = { sha256: "", sm3: "" };
  const thumbnail = Buffer.alloc(8000, 7);
  const archive = await newArchive(path.join(folder, "vault.lindang"));
  // The first file in each of the 256 folders makes it; only a new archive pays for that.
  for (let at = 0; at < 1024; at += 1) await keepFile(archive, randomId, thumbnail, thumbnail, digests);
  const { runs, alternativeRuns } = await timePairs(
    rounds,
    async () => {
      await inLanes(ahead, share, async (from) => {
        await keepFile(archive, randomId, await readFile(from), thumbnail, digests);
      });
    },
    async (round) => {
      const copies = path.join(folder, `plain-${round}`);
      await mkdir(copies, { recursive: true });
      await inLanes(ahead, share, async (from, at) => void (await copyPlainly(from, path.join(copies, String(at)))));
    },
  );
  await closeArchive(archive);
  return row({
    what: `vault write alone, ${share.length} files: read, AES-256-GCM, SHA-256 of the ciphertext, fsync, rename, fsync of the folder`,
    runs,
    alternative: "plain copy of the same files with fsync + SHA-256, as many at a time",
    alternativeRuns,
    goal: speedAtLeast(0.6),
    note: "with a thumbnail of 8 KB",
  });
}
