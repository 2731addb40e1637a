import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { read, utils } from "@e965/xlsx";
import { closeArchive } from "#engine/vault/open-archive";
import { newArchive, passphrase } from "./big-archive.mjs";
import { time, timeEach } from "./measure.mjs";
import { writeOldCatalogue } from "./old-catalogue.mjs";
import { onEngine } from "./on-engine.mjs";
import { convertWithLibreOffice, hasLibreOffice, loadExcelJs } from "./rivals.mjs";
import { atMost, median, notRun, row } from "./row.mjs";

/**
 * An old catalogue read, judged and taken in (N04), beside programs that only read the same file.
 * @type {import("./bench-run.mjs").Section}
 */
export async function measureImport(run) {
  const { yearItems, heavyRounds } = run.sizes;
  const folder = path.join(run.folder, "import.lindang");
  await closeArchive(await newArchive(folder));
  const file = path.join(run.folder, "old.xlsx");
  writeOldCatalogue(file, yearItems, 2019);
  const readings = await timeReaders(run, file);
  const { dry, commit, usable } = await onEngine(run, { folder, passphrase }, async (door) => {
    const asked = /** @type {const} */ ({ path: file, as: "catalogue", terms: {} });
    /** @type {number[]} */
    const commits = [];
    const dryRuns = await timeEach(heavyRounds, () => door.ask("import.dry-run", asked));
    let made = 0;
    for (let at = 0; at < heavyRounds; at += 1) {
      /** @type {import("#contract/contract").Output<"import.commit"> | undefined} */
      let done;
      commits.push(await time(async () => (done = await door.ask("import.commit", asked))));
      made = done?.rowsMade ?? 0;
      // Taken back, so that the next round takes the same rows in again.
      if (done?.importId) await door.ask("import.withdraw", { id: done.importId });
    }
    return { dry: dryRuns, commit: commits, usable: made };
  });
  if (usable !== yearItems) throw new Error(`${usable} of ${yearItems} rows came in`);
  const reading = median(readings.sheetJs);
  const rows = [
    row({
      what: `dry run of ${yearItems} rows`,
      runs: dry,
      alternative: "SheetJS (@e965/xlsx 0.20.3) only reads the same file into rows",
      alternativeRuns: readings.sheetJs,
      goal: atMost(3000, "≤ 3 s"),
      note: "read in a helper process, every row judged",
    }),
    row({
      what: `commit of ${yearItems} rows`,
      runs: commit,
      alternative: "SheetJS only reads the same file into rows",
      alternativeRuns: readings.sheetJs,
      goal: atMost(4000, "≤ 4 s"),
      note: `read again, judged again, one encrypted transaction; reading alone is ${Math.round(reading)} ms`,
    }),
    readings.excelJs
      ? row({
          what: "exceljs 4.4.0 only reads the same file",
          runs: readings.excelJs,
          alternative: "SheetJS",
          alternativeRuns: readings.sheetJs,
        })
      : notRun("exceljs 4.4.0 only reads the same file", "", "could not be fetched"),
    readings.libreOffice
      ? row({
          what: "LibreOffice headless turns the same file into CSV",
          runs: readings.libreOffice,
          alternative: "SheetJS",
          alternativeRuns: readings.sheetJs,
        })
      : notRun("LibreOffice headless turns the same file into CSV", "", "not installed"),
  ];
  await rm(folder, { recursive: true, force: true });
  return { data: `an old catalogue of ${yearItems} rows in XLSX, three shapes of date, subtotals`, rows };
}

/**
 * @param {import("./bench-run.mjs").BenchRun} run
 * @param {string} file
 */
async function timeReaders(run, file) {
  const { heavyRounds } = run.sizes;
  const sheetJs = await timeEach(heavyRounds, async () => {
    const book = read(await readFile(file), { cellDates: false });
    for (const name of book.SheetNames) utils.sheet_to_json(book.Sheets[name] ?? {}, { header: 1 });
  });
  const ExcelJs = loadExcelJs(run);
  const excelJs = ExcelJs && (await timeEach(heavyRounds, () => new ExcelJs.Workbook().xlsx.readFile(file)));
  const libreOffice = hasLibreOffice()
    ? await timeEach(heavyRounds, () => convertWithLibreOffice(run.folder, file, "csv"))
    : undefined;
  return { sheetJs, excelJs, libreOffice };
}
