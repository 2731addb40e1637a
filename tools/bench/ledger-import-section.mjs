import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { read, utils, write } from "@e965/xlsx";
import { closeArchive } from "#engine/vault/open-archive";
import { newArchive, passphrase } from "./big-archive.mjs";
import { bigColumns, bigRow, openBigLedger } from "./big-ledger.mjs";
import { time } from "./measure.mjs";
import { onEngine } from "./on-engine.mjs";
import { atMost, row, timesAtMost } from "./row.mjs";

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
  /** @type {{ readings: number[]; looks: number[]; commits: number[]; unseen: number[] }} */
  const runs = { readings: [], looks: [], commits: [], unseen: [] };
  await onEngine(run, { folder, passphrase }, async (door) => {
    const ledgerId = await openBigLedger(door);
    const asked = { path: file, ledgerId };
    const takeIn = async () => {
      const { rowsMade } = await door.ask("ledger.import", asked);
      if (rowsMade !== imported) throw new Error(`${rowsMade} of ${imported} rows came in`);
    };
    // Taken back, so that the next round takes the same rows in again.
    const takeBack = async () => {
      const [newest] = await door.ask("ledger.imports", {});
      if (newest) await door.ask("ledger.revert", { changeId: newest.changeId });
    };
    // In turns, so that whatever else the machine does falls on all of them.
    for (let round = 0; round < heavyRounds; round += 1) {
      runs.readings.push(await time(() => readTable(file)));
      runs.looks.push(await time(() => door.ask("ledger.check-import", asked)));
      runs.commits.push(await time(takeIn));
      await takeBack();
      runs.unseen.push(await time(takeIn));
      await takeBack();
    }
  });
  await rm(folder, { recursive: true, force: true });
  const reading = {
    alternative: "SheetJS (@e965/xlsx 0.20.3) only reads the same file into rows",
    alternativeRuns: runs.readings,
  };
  const look = { what: `dry run of ${imported} rows`, runs: runs.looks, ...reading };
  const commit = { what: `commit of ${imported} rows after the dry run`, runs: runs.commits, ...reading };
  const seen = "what was looked at is held, the file only compared; each row its own key, its history and its index";
  return {
    data: `a table of ${imported.toLocaleString("en")} rows in ${bigColumns.length} columns, ID and account numbers sealed`,
    rows: [
      row({ ...look, goal: atMost(3000, "≤ 3 s"), note: "read in a helper process, every cell judged" }),
      row({ ...look, goal: timesAtMost(2), note: "the same, against reading alone" }),
      row({ ...commit, goal: atMost(4000, "≤ 4 s"), note: seen }),
      row({ ...commit, goal: timesAtMost(2), note: "the same, against reading alone" }),
      row({
        ...{ what: `commit of ${imported} rows without a look`, runs: runs.unseen, ...reading },
        ...{ goal: atMost(4000, "≤ 4 s"), note: "read, judged and written in one go" },
      }),
    ],
  };
}

/** @param {string} file */
async function readTable(file) {
  const book = read(await readFile(file));
  for (const name of book.SheetNames) utils.sheet_to_json(book.Sheets[name] ?? {}, { header: 1 });
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
