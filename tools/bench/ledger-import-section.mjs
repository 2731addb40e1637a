import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { read, utils, write } from "@e965/xlsx";
import { closeArchive } from "#engine/vault/open-archive";
import { newArchive, passphrase } from "./big-archive.mjs";
import { bigColumns, bigRow, openBigLedger } from "./big-ledger.mjs";
import { time, timeEach } from "./measure.mjs";
import { onEngine } from "./on-engine.mjs";
import { atMost, row } from "./row.mjs";

/**
 * A table of ten thousand rows read into a ledger, judged and taken in, beside a library that only reads the file.
 * @type {import("./bench-run.mjs").Section}
 */
export async function measureLedgerImport(run) {
  const { heavyRounds, items } = run.sizes;
  const imported = items < 100_000 ? 1000 : 10_000;
  const folder = path.join(run.folder, "ledger-import.lindang");
  await closeArchive(await newArchive(folder));
  const file = path.join(run.folder, "ledger-import.xlsx");
  await writeTable(file, imported);
  const readings = await timeEach(heavyRounds, async () => {
    const book = read(await readFile(file));
    for (const name of book.SheetNames) utils.sheet_to_json(book.Sheets[name] ?? {}, { header: 1 });
  });
  const { dry, commit } = await onEngine(run, { folder, passphrase }, async (door) => {
    const ledgerId = await openBigLedger(door);
    const asked = { path: file, ledgerId };
    const dryRuns = await timeEach(heavyRounds, () => door.ask("ledger.check-import", asked));
    /** @type {number[]} */
    const commits = [];
    for (let at = 0; at < heavyRounds; at += 1) {
      let made = 0;
      commits.push(await time(async () => void (made = (await door.ask("ledger.import", asked)).rowsMade)));
      if (made !== imported) throw new Error(`${made} of ${imported} rows came in`);
      // Taken back, so that the next round takes the same rows in again.
      const [newest] = await door.ask("ledger.imports", {});
      if (newest) await door.ask("ledger.revert", { changeId: newest.changeId });
    }
    return { dry: dryRuns, commit: commits };
  });
  await rm(folder, { recursive: true, force: true });
  const alternative = "SheetJS (@e965/xlsx 0.20.3) only reads the same file into rows";
  return {
    data: `a table of ${imported.toLocaleString("en")} rows in ${bigColumns.length} columns, ID and account numbers sealed`,
    rows: [
      row({
        what: `dry run of ${imported} rows`,
        runs: dry,
        ...{ alternative, alternativeRuns: readings, goal: atMost(3000, "≤ 3 s") },
        note: "read in a helper process, every cell judged",
      }),
      row({
        what: `commit of ${imported} rows`,
        runs: commit,
        ...{ alternative, alternativeRuns: readings, goal: atMost(4000, "≤ 4 s") },
        note: "read again, judged again; every row its own key, its history and its index, one encrypted transaction",
      }),
    ],
  };
}

/**
 * @param {string} file
 * @param {number} imported
 */
async function writeTable(file, imported) {
  const shown = bigColumns.filter(({ kind }) => kind !== "formula");
  const rows = [shown.map(({ heading }) => heading)];
  for (let at = 0; at < imported; at += 1) {
    const cells = bigRow(at);
    rows.push(shown.map(({ key }) => cells[key] ?? ""));
  }
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), "困难帮扶");
  await writeFile(file, write(book, { type: "buffer", bookType: "xlsx", compression: true }));
}
