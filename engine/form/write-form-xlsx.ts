import { Writable } from "node:stream";
import { Refusal } from "#contract/refusal";
import { fixZipTimes } from "#engine/catalogue/fix-zip-times";
import { readSpreadsheet } from "#engine/catalogue/read-spreadsheet";
import { openFontShelf } from "#engine/paper/font-shelf";
import type { Turn } from "#engine/paper/take-turn";
import type { FormDefinition, FormSheet } from "./form-definition.ts";
import type { FormHand } from "./form-hand.ts";
import { fillCoverSheet } from "./fill-cover-sheet.ts";
import { fillTableSheet, repeatedRows } from "./fill-table-sheet.ts";
import { layForm } from "./lay-form.ts";
import type { LaidTable } from "./laid-form.ts";
import { recountTable } from "./recount-form.ts";

/** 目录, or 目录1, 目录2 … when one file holds several lists; their covers likewise. */
const nameOf = (at: number, count: number, name = "目录"): string => (count === 1 ? name : `${name}${at + 1}`);

/** The spreadsheet of a form with a table, one sheet per list. Refuses what the PDF refuses, and `form-output-unknown`. */
export async function fillForm(
  form: FormDefinition,
  sheets: readonly FormSheet[],
  given: Omit<FormHand, "shelf">,
  madeOn: string,
  turn: Turn,
): Promise<{ content: Buffer; tables: readonly LaidTable[]; pageCount: number }> {
  const { paper } = form;
  if (paper.kind !== "document" || !paper.columns) throw new Refusal("form-output-unknown", { name: form.name });
  const hand: FormHand = { ...given, shelf: await openFontShelf(given.adjustment.font) };
  const { tables, pages } = await layForm(form, sheets, hand, turn);
  const words = (key: string): string => hand.adjustment.texts[key] ?? form.texts[key]?.words ?? "";
  const { WorkbookWriter } = await import("@cj-tech-master/excelts");
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  const made = new Date(`${madeOn}T00:00:00Z`);
  const maker = "邻档 Lindang";
  const facts = { creator: maker, lastModifiedBy: maker, created: made, modified: made };
  const workbook = new WorkbookWriter({ stream, useStyles: true, useSharedStrings: true, ...facts });
  for (const [at, table] of tables.entries()) {
    fillCoverSheet(workbook, nameOf(at, tables.length, "封面"), paper, table, words);
    await fillTableSheet(workbook, nameOf(at, tables.length), paper, table, turn);
  }
  await workbook.commit();
  const content = Buffer.concat(chunks);
  fixZipTimes(content, made);
  return { content, tables, pageCount: pages.length };
}

/** Counts a written spreadsheet again. Refuses `conservation-broken`. */
export async function recountSpreadsheet(written: Buffer, tables: readonly LaidTable[]): Promise<void> {
  const read = await readSpreadsheet(written);
  for (const [at, table] of tables.entries()) {
    const rows = [...(read.get(nameOf(at, tables.length)) ?? [])]
      .toSorted(([one], [other]) => one - other)
      .filter(([number]) => number > repeatedRows)
      .map(([, cells]) => table.columns.map((_, column) => cells[column] ?? ""));
    recountTable(table, rows);
  }
}
