import type { CatalogueRow } from "#contract/catalogue";
import type { FormProof } from "#contract/form-proof";
import { Refusal } from "#contract/refusal";
import { proveCells } from "#engine/paper/prove-cells";
import { printRow } from "./print-row.ts";

/** The proof of a catalogue's rows, the same on screen, in the PDF and in the spreadsheet. Refuses `catalogue-empty`. */
export function proveRows(rows: readonly CatalogueRow[]): FormProof {
  if (rows.length === 0) throw new Refusal("catalogue-empty");
  return proveCells(rows.map(printRow), { unit: "行", code: 1, pages: 7 });
}
