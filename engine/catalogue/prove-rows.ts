import { createHash } from "node:crypto";
import type { CatalogueRow } from "#contract/catalogue";
import type { CatalogueProof } from "#contract/catalogue-proof";
import { Refusal } from "#contract/refusal";
import { printRow } from "./print-row.ts";

const codeColumn = 1;
const pageColumn = 7;

/** A proof that grows row by row. */
export type RunningProof = {
  /** The next row as its nine printed cells: what is hashed is what a reader sees. */
  add(cells: readonly string[]): void;
  /** The proof so far; null while there is no row. Ends the counting. */
  end(): CatalogueProof | null;
};

/** Starts counting rows that come one by one. */
export function startProof(): RunningProof {
  const digest = createHash("sha256");
  let rowCount = 0;
  let firstCode = "";
  let lastCode = "";
  let pageSum = 0;
  return {
    add(cells) {
      digest.update(`${JSON.stringify(cells)}\n`);
      lastCode = cells[codeColumn] ?? "";
      if (rowCount === 0) firstCode = lastCode;
      pageSum += Number(cells[pageColumn]);
      rowCount += 1;
    },
    end() {
      if (rowCount === 0) return null;
      return { rowCount, firstCode, lastCode, pageSum, hash: digest.digest("hex").slice(0, 16).toUpperCase() };
    },
  };
}

/** The proof of rows given as their nine printed cells. Refuses `catalogue-empty`. */
export function proveCells(rows: Iterable<readonly string[]>): CatalogueProof {
  const running = startProof();
  for (const cells of rows) running.add(cells);
  const proof = running.end();
  if (!proof) throw new Refusal("catalogue-empty");
  return proof;
}

/** The proof of a catalogue's rows, the same on screen, in the PDF and in the spreadsheet. Refuses `catalogue-empty`. */
export function proveRows(rows: readonly CatalogueRow[]): CatalogueProof {
  return proveCells(rows.map(printRow));
}
