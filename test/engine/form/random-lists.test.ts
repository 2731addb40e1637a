// Random lists of every form with a table: no row is lost, doubled, altered or split, on paper and in the spreadsheet
// (product N21, T06). 60 in every run; LINDANG_CATALOGUE_RUNS for more.
import { expect, it } from "vitest";
import { formOptions } from "#contract/form";
import { plainAdjustment } from "#contract/form-adjustment";
import type { FormSheet } from "#engine/form/form-definition";
import { formDefinitions } from "#engine/form/list-forms";
import { columnsOf, printedRows } from "#engine/form/prove-sheets";
import { recountForm } from "#engine/form/recount-form";
import { drawForm } from "#engine/form/write-form-pdf";
import { fillForm, recountSpreadsheet } from "#engine/form/write-form-xlsx";
import { startTurns } from "#engine/paper/take-turn";
import { readWithPdfjs, withoutBlanks } from "#test/engine/catalogue/read-with-pdfjs";
import { aText, startChance } from "#test/engine/catalogue/sample-sheet";

const runs = Number(process.env["LINDANG_CATALOGUE_RUNS"] ?? 60);
const lists = formDefinitions.filter((form) => columnsOf(form).length > 0);

function aList(chance: (below: number) => number, columnCount: number, rowCount: number): FormSheet {
  const rows = Array.from({ length: rowCount }, (_, at) =>
    Array.from({ length: columnCount }, (_, column) => {
      if (column === 0) return String(at + 1);
      return aText(chance, chance(40) === 0 ? 24 : 2 + (column % 3));
    }),
  );
  return { rows, fields: { head: aText(chance, 5), fondsName: "幸福社区" } };
}

it(
  "prints every row of every list exactly once, in order, whatever the rows are",
  { timeout: 4000 * runs },
  async () => {
    for (let seed = 1; seed <= runs; seed++) {
      const chance = startChance(seed);
      const form = lists[seed % lists.length]!;
      const columns = columnsOf(form);
      const rowCount = seed === runs ? 2000 : 1 + chance(2 ** chance(7));
      const sheets = Array.from({ length: 1 + chance(2) }, () => aList(chance, columns.length, rowCount));
      const turn = startTurns(1, undefined, undefined);
      const given = { adjustment: plainAdjustment, pictures: new Map(), options: formOptions.parse({}) };
      const { content, pages } = await drawForm(form, sheets, given, "2026-11-21", turn);
      await recountForm(content, pages, turn);
      // A second reader, which shares no code with ours, on all but the longest.
      if (rowCount < 60) {
        const count = columns.length;
        const seen = (await readWithPdfjs(content)).flatMap((page) => page.rows.filter((row) => row.length === count));
        const expected = sheets.flatMap((sheet) => printedRows(columns, sheet).map((row) => row.map(withoutBlanks)));
        expect(seen, `seed ${seed} ${form.id}`).toEqual(expected);
      }
      if (seed % 4 === 0) {
        const { content: book, tables } = await fillForm(form, sheets, given, "2026-11-21", turn);
        await recountSpreadsheet(book, tables);
        expect(
          tables.flatMap(({ cells }) => cells),
          `seed ${seed}`,
        ).toHaveLength(rowCount * sheets.length);
      }
    }
  },
);
