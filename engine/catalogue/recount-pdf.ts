import type { CatalogueProof } from "#contract/catalogue-proof";
import { Refusal } from "#contract/refusal";
import { a4Landscape, toPoints } from "#engine/paper/millimetre";
import { readRows } from "#engine/paper/read-rows";
import type { ReadRow } from "#engine/paper/read-rows";
import type { Turn } from "#engine/paper/take-turn";
import { marginMm, tableTopMm } from "./catalogue-plan.ts";
import { refuseUnlike } from "./refuse-unlike.ts";

const highest = toPoints(tableTopMm);
const lowest = toPoints(a4Landscape.heightMm - marginMm);

/** A row that lies outside the frame, or on top of its neighbour, is in the file but not on the paper. */
function refuseMisplaced(row: ReadRow, before: ReadRow | undefined): void {
  const isOutside = row.top < highest || row.bottom > lowest;
  const isCovered = before !== undefined && before.pageNumber === row.pageNumber && row.top <= before.bottom;
  if (!isOutside && !isCovered) return;
  const expected = `第 ${row.rowNumber} 行在框内`;
  throw new Refusal("conservation-broken", { expected, actual: `第 ${row.pageNumber} 页位置不对` });
}

/** Counts a written catalogue PDF again from its bytes. Refuses `conservation-broken` when a row is lost, doubled, altered or misplaced. */
export async function recountPdf(written: Buffer, sheetProofs: readonly CatalogueProof[], turn: Turn): Promise<void> {
  const rows = await readRows(written, turn);
  rows.forEach((row, index) => refuseMisplaced(row, rows[index - 1]));
  sheetProofs.forEach((proof, index) => {
    const cells = rows.filter((row) => row.sheetNumber === index + 1).map((row) => row.cells);
    refuseUnlike(proof, cells);
  });
}
