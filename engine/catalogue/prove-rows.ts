import { createHash } from "node:crypto";
import type { CatalogueRow } from "#contract/catalogue";
import type { CatalogueProof } from "#contract/catalogue-proof";
import { Refusal } from "#contract/refusal";
import { printRow } from "./print-row.ts";

const codeColumn = 1;
const pageColumn = 7;

/** The proof of rows given as their nine printed cells: what is hashed is what a reader sees. Refuses `catalogue-empty`. */
export function proveCells(rows: readonly (readonly string[])[]): CatalogueProof {
  const first = rows[0];
  const last = rows.at(-1);
  if (!first || !last) throw new Refusal("catalogue-empty");
  const digest = createHash("sha256");
  let pageSum = 0;
  for (const cells of rows) {
    digest.update(`${JSON.stringify(cells)}\n`);
    pageSum += Number(cells[pageColumn]);
  }
  return {
    rowCount: rows.length,
    firstCode: first[codeColumn] ?? "",
    lastCode: last[codeColumn] ?? "",
    pageSum,
    hash: digest.digest("hex").slice(0, 16).toUpperCase(),
  };
}

/** The proof of a catalogue's rows, the same on screen, in the PDF and in the spreadsheet. Refuses `catalogue-empty`. */
export function proveRows(rows: readonly CatalogueRow[]): CatalogueProof {
  return proveCells(rows.map(printRow));
}
