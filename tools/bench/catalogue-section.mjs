import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { utils, write } from "@e965/xlsx";
import { formId } from "#contract/form-adjustment";
import { onEngine } from "./on-engine.mjs";
import { timeEach, timePairs } from "./measure.mjs";
import { writePlainPdf } from "./plain-pdf.mjs";
import { convertWithLibreOffice, hasLibreOffice, loadExcelJs } from "./rivals.mjs";
import { atMost, notRun, row } from "./row.mjs";

const catalogueForm = formId.parse("item-catalogue");

const headings = ["序号", "档号", "文号", "责任者", "题名", "日期", "密级", "页数", "备注"];

/**
 * The catalogue as XLSX and PDF through the engine's channel, written, read back, counted and compared with the archive.
 * @type {import("./bench-run.mjs").Section}
 */
export async function measureCatalogue(run) {
  const big = await run.bigArchive();
  const { yearItems, smallItems, heavyRounds, rounds } = run.sizes;
  const rows = await onEngine(run, big, async (door) => {
    /** @param {number} year */
    const scopeOf = (year) => ({ fondsId: big.fondsId, category: "WS", year });
    /** @param {number} year */
    const cellsOf = async (year) => {
      /** @type {(string | number)[][]} */
      const cells = [];
      for (;;) {
        const shown = await door.ask("catalogue.show", { scope: scopeOf(year), offset: cells.length, limit: 2000 });
        if (shown.rows.length === 0) return cells;
        for (const each of shown.rows)
          cells.push([
            ...[each.serial, each.archivalCode, each.documentNumber, each.creator, each.title],
            ...[each.documentDate, each.securityLevel, each.pageCount, each.remark],
          ]);
      }
    };
    /** @type {(form: "xlsx" | "pdf", year: number) => () => Promise<unknown>} */
    const ours = (form, year) => () => {
      const to = path.join(run.folder, `${year}.${form}`);
      const scope = /** @type {const} */ ({ by: "class", ...scopeOf(year) });
      return door.ask("form.write", { formId: catalogueForm, scope, output: form, to, mayReplace: true });
    };
    const full = await cellsOf(big.bigYear);
    const small = await cellsOf(big.smallYear);
    const sheetJs = async () => {
      const book = utils.book_new();
      utils.book_append_sheet(book, utils.aoa_to_sheet([headings, ...full]), "目录");
      const bytes = write(book, { type: "buffer", bookType: "xlsx", compression: true, bookSST: true });
      await writeFile(path.join(run.folder, "sheetjs.xlsx"), bytes);
    };
    /** @type {(cells: (string | number)[][]) => () => Promise<void>} */
    const pdfKit = (cells) => () => writePlainPdf(path.join(run.folder, "plain.pdf"), run.root, headings, cells);
    const bare = "PDFKit, the same rows as a bare table, one line each, nothing read back";
    const plan = [
      {
        what: `${yearItems} items as XLSX`,
        count: Math.max(heavyRounds, Math.ceil(rounds / 3)),
        ours: ours("xlsx", big.bigYear),
        alternative: "SheetJS (@e965/xlsx 0.20.3), the same cells on one bare sheet, nothing read back",
        theirs: sheetJs,
        goal: atMost(1500, "≤ 1.5 s"),
      },
      {
        what: `${yearItems} items as PDF`,
        count: heavyRounds,
        ours: ours("pdf", big.bigYear),
        alternative: bare,
        theirs: pdfKit(full),
        goal: atMost(15_000, "≤ 15 s"),
      },
      {
        what: `${smallItems} items as PDF`,
        count: heavyRounds,
        ours: ours("pdf", big.smallYear),
        alternative: bare,
        theirs: pdfKit(small),
        goal: atMost(3000, "≤ 3 s"),
      },
    ];
    const made = [];
    for (const { what, count, ours: write_, alternative, theirs, goal } of plan) {
      run.say(what);
      const { runs, alternativeRuns } = await timePairs(count, write_, theirs);
      made.push(row({ what, runs, alternative, alternativeRuns, goal, note: "first run counted" }));
    }
    made.push(...(await measureRivals(run, full, sheetJs)));
    return made;
  });
  for (const name of ["sheetjs.xlsx", "plain.pdf", "exceljs.xlsx", "sheetjs.pdf"])
    await rm(path.join(run.folder, name), { force: true });
  const data = `${yearItems} filed items of one year in 15 units, and ${smallItems} of another, in an archive of ${big.items}`;
  return { data, rows };
}

/**
 * The same cells by other programs, none of which reads anything back or compares it with an archive.
 * @param {import("./bench-run.mjs").BenchRun} run
 * @param {(string | number)[][]} cells
 * @param {() => Promise<void>} sheetJs writes sheetjs.xlsx
 */
async function measureRivals(run, cells, sheetJs) {
  const { heavyRounds } = run.sizes;
  const [excelWords, officeWords] = [
    `exceljs 4.4.0 writes the same ${cells.length} rows`,
    "LibreOffice headless turns that sheet into PDF",
  ];
  const ExcelJs = loadExcelJs(run);
  const made = [];
  if (ExcelJs) {
    const { runs, alternativeRuns } = await timePairs(
      heavyRounds,
      async () => {
        const book = new ExcelJs.Workbook();
        book.addWorksheet("目录").addRows([headings, ...cells]);
        await book.xlsx.writeFile(path.join(run.folder, "exceljs.xlsx"));
      },
      sheetJs,
    );
    made.push(row({ what: excelWords, runs, alternative: "SheetJS, the same cells", alternativeRuns }));
  } else made.push(notRun(excelWords, "", "could not be fetched"));
  if (!hasLibreOffice()) return [...made, notRun(officeWords, "", "not installed")];
  await sheetJs();
  const runs = await timeEach(heavyRounds, () =>
    convertWithLibreOffice(run.folder, path.join(run.folder, "sheetjs.xlsx"), "pdf"),
  );
  return [...made, row({ what: officeWords, runs })];
}
