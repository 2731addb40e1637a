import type { CatalogueProof } from "#contract/catalogue-proof";
import { Refusal } from "#contract/refusal";
import { a4Landscape, toPoints } from "#engine/paper/millimetre";
import { readRows } from "#engine/paper/read-rows";
import type { ReadRow } from "#engine/paper/read-rows";
import type { Turn } from "#engine/paper/take-turn";
import { marginMm, tableTopMm } from "./catalogue-plan.ts";
import { startProof } from "./prove-rows.ts";
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
  const counted = sheetProofs.map(startProof);
  let before: ReadRow | undefined;
  for await (const row of readRows(written, turn)) {
    refuseMisplaced(row, before);
    const ofSheet = counted[row.sheetNumber - 1];
    if (!ofSheet) throw new Refusal("conservation-broken", { expected: sheetProofs.length, actual: row.sheetNumber });
    ofSheet.add(row.cells);
    before = row;
  }
  for (const [index, proof] of sheetProofs.entries()) refuseUnlike(proof, counted[index]?.end() ?? null);
}
