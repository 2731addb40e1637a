import type { CatalogueProof } from "#contract/catalogue-proof";
import { cataloguePlan } from "./catalogue-plan.ts";
import { repeatedRows } from "./fill-list-sheet.ts";
import { readSpreadsheet } from "./read-spreadsheet.ts";
import { startProof } from "./prove-rows.ts";
import { refuseUnlike } from "./refuse-unlike.ts";
import { listSheetName } from "./sheet-name.ts";

const columnCount = cataloguePlan.columns.length;

/** Counts a written catalogue spreadsheet again from its bytes. Refuses `conservation-broken` when a row is lost, doubled or altered. */
export async function recountXlsx(written: Buffer, sheetProofs: readonly CatalogueProof[]): Promise<void> {
  const sheets = await readSpreadsheet(written);
  for (const [index, proof] of sheetProofs.entries()) {
    const counted = startProof();
    const rows = [...(sheets.get(listSheetName(index, sheetProofs.length)) ?? [])];
    for (const [number, cells] of rows.toSorted(([one], [other]) => one - other)) {
      if (number > repeatedRows) counted.add(Array.from({ length: columnCount }, (_, column) => cells[column] ?? ""));
    }
    refuseUnlike(proof, counted.end());
  }
}
