import { describe, expect, it } from "vitest";
import { proveRows } from "#engine/catalogue/prove-rows";
import { recountPdf } from "#engine/catalogue/recount-pdf";
import { writeCataloguePdf } from "#engine/catalogue/write-catalogue-pdf";
import { openFontShelf } from "#engine/paper/font-shelf";
import { a4Landscape } from "#engine/paper/millimetre";
import { startPaper } from "#engine/paper/start-paper";
import { startTurns } from "#engine/paper/take-turn";
import { printRow } from "#engine/catalogue/print-row";
import { aRow, aSheet } from "./sample-sheet.ts";

const rows = Array.from({ length: 30 }, (_, index) => aRow(index + 1));
const turn = () => startTurns(100, undefined, undefined);
const recount = (bytes: Buffer, expected = rows) => recountPdf(bytes, [proveRows(expected)], turn());

/** A page that says it holds the rows, each at the given height. */
async function aPageWithRowsAt(baselines: readonly number[]): Promise<Buffer> {
  const paper = await startPaper(await openFontShelf(), { title: "x", madeOn: "2026-11-21", fingerprint: "" });
  paper.addPage(a4Landscape);
  for (const [index, baseline] of baselines.entries()) {
    paper.beginMark("Row", { Sheet: 1, Row: index + 1 });
    for (const text of printRow(rows[index]!)) {
      paper.beginMark("Cell");
      if (text !== "") paper.text(20, baseline, text, { weight: "regular", sizePt: 9 });
      paper.endMark();
    }
    paper.endMark();
  }
  return paper.finish();
}

describe("counting a written catalogue again", () => {
  it("agrees with the rows that were to be written", async () => {
    const { content } = await writeCataloguePdf({ sheets: [aSheet(rows)], to: null });
    await expect(recount(content)).resolves.toBeUndefined();
  });

  it.each([
    ["lost in the middle", rows.filter((row) => row.serial !== 17)],
    ["lost at the end", rows.slice(0, 29)],
    ["doubled", [...rows.slice(0, 20), rows[19]!, ...rows.slice(20)]],
    ["altered in one digit", rows.map((row) => (row.serial === 9 ? { ...row, pageCount: 4 } : row))],
    ["cut short", rows.map((row) => (row.serial === 9 ? { ...row, title: row.title.slice(0, -1) } : row))],
  ])("breaks off when a row was %s", async (_, printed) => {
    const { content } = await writeCataloguePdf({ sheets: [aSheet(printed)], to: null });
    await expect(recount(content)).rejects.toMatchObject({ code: "conservation-broken" });
  });

  it("breaks off when one of two catalogues is missing", async () => {
    const { content } = await writeCataloguePdf({ sheets: [aSheet(rows)], to: null });
    const proofs = [proveRows(rows), proveRows(rows)];
    await expect(recountPdf(content, proofs, turn())).rejects.toMatchObject({ code: "conservation-broken" });
  });

  it("breaks off when there is a catalogue too many", async () => {
    const { content } = await writeCataloguePdf({ sheets: [aSheet(rows), aSheet(rows)], to: null });
    await expect(recount(content)).rejects.toMatchObject({ code: "conservation-broken" });
  });

  it("agrees with rows that stand where they can be read", async () => {
    await expect(recount(await aPageWithRowsAt([60, 70, 80]), rows.slice(0, 3))).resolves.toBeUndefined();
  });

  it.each([
    ["below the frame", [60, 70, 192]],
    ["off the paper", [60, 70, 260]],
    ["above the frame", [12, 60, 70]],
    ["on top of the row before it", [60, 70, 70]],
  ])("breaks off when a row stands %s", async (_, baselines) => {
    const written = await aPageWithRowsAt(baselines);
    await expect(recount(written, rows.slice(0, 3))).rejects.toMatchObject({ code: "conservation-broken" });
  });
});
