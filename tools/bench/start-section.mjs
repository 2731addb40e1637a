import { mkdir } from "node:fs/promises";
import path from "node:path";
import { calibrateCost, deriveKey } from "#engine/vault/derive-key";
import { readSlots } from "#engine/vault/key-slot";
import { openDeskWindow } from "./desk-window.mjs";
import { timeEach } from "./measure.mjs";
import { openWindow } from "./open-window.mjs";
import { atMost, between, median, row } from "./row.mjs";

/**
 * From the start of the process to the unlock screen, the key derivation, and from the Enter key to the home page.
 * @type {import("./bench-run.mjs").Section}
 */
export async function measureStart(run) {
  const big = await run.bigArchive();
  const starts = run.sizes.heavyRounds;
  /** @type {number[]} */
  const unlockScreens = [];
  /** @type {number[]} */
  const firstPaints = [];
  /** @type {number[]} */
  const homes = [];
  /** @type {number[]} */
  const empties = [];
  for (let at = 0; at <= starts; at += 1) {
    run.say(`start ${at + 1} of ${starts + 1}`);
    const home = path.join(run.folder, `home-${at === 0 ? "first" : "usual"}`);
    await mkdir(home, { recursive: true });
    const desk = await openDeskWindow(run.root, home, big.folder);
    try {
      unlockScreens.push(desk.unlockScreenMs);
      firstPaints.push(desk.firstPaintMs);
      homes.push(await desk.unlock(big.passphrase));
    } finally {
      await desk.close();
    }
    empties.push(await startEmpty(run));
  }
  const [firstScreen = 0, ...laterScreens] = unlockScreens;
  const { slots } = await readSlots(big.folder);
  const cost = slots.find(({ kind }) => kind === "passphrase");
  if (!cost) throw new Error("a new archive has a passphrase slot");
  const salt = Buffer.from(cost.salt, "hex");
  const derivations = await timeEach(run.sizes.heavyRounds + 2, () => deriveKey(big.passphrase, salt, cost));
  const now = await calibrateCost();
  const derived = median(derivations);
  const rows = [
    row({
      what: "start → unlock screen",
      runs: laterScreens,
      alternative: "the same runtime with one empty window, to its first paint",
      alternativeRuns: empties.slice(1),
      goal: atMost(2500, "≤ 2.5 s, files in the disk cache"),
      note: "from the start of the process to the last large paint of the page",
    }),
    row({
      what: "start → unlock screen, first start with a new profile",
      runs: [firstScreen],
      alternative: "the same runtime with one empty window",
      alternativeRuns: empties.slice(0, 1),
      note: "first of this run; the disk cache was not emptied",
    }),
    row({ what: "start → first paint", runs: firstPaints.slice(1) }),
    row({
      what: "key derivation of one unlock",
      runs: derivations,
      goal: between(700, 1500, "0.7–1.5 s"),
      note: `Argon2id, ${cost.memoryKib / 1024} MiB, ${cost.passes} passes, as chosen when this archive was made; asked again, this machine chooses ${now.passes}`,
    }),
    row({
      what: "Enter key → home page painted, derivation taken off",
      runs: homes.map((home) => Math.max(0, home - derived)),
      goal: atMost(2000, "≤ 2 s"),
      note: `archive of ${big.items} items`,
    }),
    row({ what: "Enter key → home page painted, derivation included", runs: homes }),
  ];
  return { data: `the built app from the checkout, archive of ${big.items} items`, rows };
}

/**
 * @param {import("./bench-run.mjs").BenchRun} run
 * @returns {Promise<number>} milliseconds to the first paint of an empty window
 */
async function startEmpty({ root, folder }) {
  const home = path.join(folder, "home-empty");
  await mkdir(home, { recursive: true });
  const window = await openWindow({ root, app: path.join(import.meta.dirname, "empty-app"), home, page: "data:" });
  try {
    const paintedAt = await window.page.evaluate(`new Promise((done) => {
      const look = () => {
        const paint = performance.getEntriesByName("first-contentful-paint")[0];
        if (paint) done(performance.timeOrigin + paint.startTime);
        else setTimeout(look, 20);
      };
      look();
    })`);
    return paintedAt - window.startedAt;
  } finally {
    await window.close();
  }
}
