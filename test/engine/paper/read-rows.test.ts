import { describe, expect, it } from "vitest";
import { openFontShelf } from "#engine/paper/font-shelf";
import { a4Portrait, toPoints } from "#engine/paper/millimetre";
import { readRows } from "#engine/paper/read-rows";
import type { ReadRow } from "#engine/paper/read-rows";
import { startPaper } from "#engine/paper/start-paper";
import { startTurns } from "#engine/paper/take-turn";

const turn = () => startTurns(1, undefined, undefined);

async function readAll(bytes: Buffer): Promise<ReadRow[]> {
  const rows: ReadRow[] = [];
  for await (const row of readRows(bytes, turn())) rows.push(row);
  return rows;
}

async function aPaper(): Promise<Buffer> {
  const paper = await startPaper(await openFontShelf(), { title: "表（一）", madeOn: "2026-11-21", fingerprint: "A" });
  paper.addPage(a4Portrait);
  paper.text(20, 20, "不属于任何一行", { weight: "bold", sizePt: 9 });
  paper.addPage(a4Portrait);
  paper.beginMark("Row", { Sheet: 2, Row: 7 });
  paper.beginMark("Cell");
  paper.text(20, 30, "一行，", { weight: "regular", sizePt: 9 });
  paper.text(20, 40, "𠮷㐀 A-1·2", { weight: "regular", sizePt: 9, halfWidthSeparators: true, tracking: 0.1 });
  paper.endMark();
  paper.beginMark("Cell");
  paper.endMark();
  paper.endMark();
  return paper.finish();
}

describe("reading printed rows from a finished file", () => {
  it("finds the rows, their cells, their page and their place, and nothing that is no row", async () => {
    const [row, ...others] = await readAll(await aPaper());
    expect(others).toEqual([]);
    expect(row).toMatchObject({ sheetNumber: 2, rowNumber: 7, pageNumber: 2, cells: ["一行，𠮷㐀 A-1·2", ""] });
    expect(row?.top).toBeCloseTo(toPoints(30), 2);
    expect(row?.bottom).toBeCloseTo(toPoints(40), 2);
  });

  it("throws on a file that is cut short or has lost an object", async () => {
    const bytes = await aPaper();
    await expect(readAll(bytes.subarray(0, bytes.length - 40))).rejects.toThrow();
    const moved = Buffer.concat([bytes.subarray(0, 20), Buffer.from("\n"), bytes.subarray(20)]);
    await expect(readAll(moved)).rejects.toThrow();
  });
});
