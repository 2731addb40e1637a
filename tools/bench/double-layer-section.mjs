import { execFile } from "node:child_process";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { passphrase, newArchive } from "./big-archive.mjs";
import { closeArchive } from "#engine/vault/open-archive";
import { timePairs } from "./measure.mjs";
import { onEngine } from "./on-engine.mjs";
import { writePages } from "./page-files.mjs";
import { atMost, row } from "./row.mjs";

/** Pages of one item; the items are as many as the pages asked for. */
const pagesOfItem = 10;

/**
 * Items written as double-layer PDF and as OFD: opened, written, made durable, every page read back and compared.
 * @type {import("./bench-run.mjs").Section}
 */
export async function measureDoubleLayer(run) {
  const { heavyRounds } = run.sizes;
  const count = Math.min(run.sizes.packageFiles, 200);
  const folder = path.join(run.folder, "double-layer");
  run.say(`taking in ${count} pages`);
  const { paths, bytes } = await writePages(path.join(folder, "pages"), count);
  const archive = await newArchive(path.join(folder, "double-layer.lindang"));
  await closeArchive(archive);
  /** @type {import("./row.mjs").Row[]} */
  const rows = [];
  await onEngine(run, { folder: archive.folder, passphrase }, async (door) => {
    const { outcomes } = await door.ask("scan.accept", { paths });
    const pageIds = outcomes.flatMap((each) => [...each.pageIds]);
    /** @type {import("#contract/item").ItemId[]} */
    const itemIds = [];
    for (let at = 0; at < pageIds.length; at += pagesOfItem) {
      const made = await door.ask("item.make", {
        pageIds: pageIds.slice(at, at + pagesOfItem),
        fields: { title: `第 ${at} 页起` },
      });
      itemIds.push(made.item.id);
    }
    for (const format of /** @type {const} */ (["pdf", "ofd"])) {
      run.say(`double-layer ${format}`);
      let size = 0;
      const measured = await timePairs(
        heavyRounds,
        async (round) => {
          const into = path.join(folder, `${format}-${round}`);
          await mkdir(into);
          const done = await door.ask("double-layer.write", { itemIds, format, into });
          if (done.pageCount !== pageIds.length) throw new Error("not every page was written");
          const sizes = await Promise.all((await readdir(into)).map((name) => stat(path.join(into, name))));
          size = sizes.reduce((sum, each) => sum + each.size, 0);
        },
        (round) =>
          promisify(execFile)("cp", ["-r", path.join(folder, "pages"), path.join(folder, `copy-${format}-${round}`)]),
      );
      const each = (/** @type {readonly number[]} */ runs) => runs.map((ms) => ms / pageIds.length);
      rows.push(
        row({
          what: `double-layer ${format.toUpperCase()}, a page (double-layer.write through the channel)`,
          runs: each(measured.runs),
          alternative: "cp -r of the plain files, a page; reads nothing back",
          alternativeRuns: each(measured.alternativeRuns),
          goal: atMost(250, "at most 250 ms a page"),
          note: `every page read back; the files hold ${((size / bytes - 1) * 100).toFixed(1)} % more than the images`,
        }),
      );
    }
  });
  await rm(folder, { recursive: true, force: true });
  return { data: `${count} pages of A4, ${Math.round(bytes / 1_000_000)} MB, in items of ${pagesOfItem}`, rows };
}
