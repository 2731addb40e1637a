import type { CatalogueProof } from "#contract/catalogue-proof";
import { Refusal } from "#contract/refusal";
import type { FontShelf } from "#engine/paper/font-shelf";
import { paginateTable } from "#engine/paper/paginate-table";
import type { TablePage } from "#engine/paper/paginate-table";
import type { Turn } from "#engine/paper/take-turn";
import { cataloguePlan, rowRoomMm } from "./catalogue-plan.ts";
import type { CatalogueSheet } from "./catalogue-sheet.ts";
import { printRow } from "./print-row.ts";
import { proveCells } from "./prove-rows.ts";

/** A sheet with its rows as printed, its proof and its pages; PDF and spreadsheet break at the same rows. */
export type LaidSheet = {
  readonly sheet: CatalogueSheet;
  readonly cells: readonly (readonly string[])[];
  readonly proof: CatalogueProof;
  readonly pages: readonly TablePage[];
};
export type LaidCatalogue = { readonly sheets: readonly LaidSheet[]; readonly proof: CatalogueProof };

/** Lays out all sheets and proves them, each alone and all together. Refuses `catalogue-empty`, `glyph-missing`, `row-too-tall`. */
export async function layCatalogue(
  shelf: FontShelf,
  sheets: readonly CatalogueSheet[],
  turn: Turn,
): Promise<LaidCatalogue> {
  if (sheets.length === 0) throw new Refusal("catalogue-empty");
  const laid: LaidSheet[] = [];
  for (const sheet of sheets) {
    const cells = sheet.rows.map(printRow);
    const proof = proveCells(cells);
    laid.push({ sheet, cells, proof, pages: await paginateTable(shelf, cataloguePlan, cells, rowRoomMm, turn) });
  }
  const [only] = laid;
  const proof = laid.length === 1 && only ? only.proof : proveCells(laid.flatMap((sheet) => sheet.cells));
  return { sheets: laid, proof };
}
